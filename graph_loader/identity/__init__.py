"""Names as written to people and bodies: evidence, vetoes, human judgements."""

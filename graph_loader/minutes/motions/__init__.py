"""Who proposed what, who seconded, and what became of it."""

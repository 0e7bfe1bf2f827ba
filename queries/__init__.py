"""Query modules: one .cypher file per question, and the catalogue that runs them."""

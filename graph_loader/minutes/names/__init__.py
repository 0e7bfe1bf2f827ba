"""Names in running text: of people, bodies and organisations, and the words that stand beside them."""

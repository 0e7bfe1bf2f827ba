"""Building the models: documents with what they say, aligned to labels, and variations of them."""

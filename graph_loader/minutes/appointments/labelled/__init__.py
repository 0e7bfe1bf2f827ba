"""Places and offices that labellers find, beside those that the rules read."""

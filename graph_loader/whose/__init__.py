"""Whose minutes documents hold: what each says of it, what its folder says, and which documents are one source."""

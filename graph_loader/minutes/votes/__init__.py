"""Votes by named people, and how many voted on each side."""

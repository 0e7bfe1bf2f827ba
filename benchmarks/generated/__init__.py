"""Fictional councils of any number and length: who they are, and the minutes that they leave."""

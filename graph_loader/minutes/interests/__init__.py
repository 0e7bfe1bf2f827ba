"""Interests that people declared."""

"""Measurements; none of them is installed."""

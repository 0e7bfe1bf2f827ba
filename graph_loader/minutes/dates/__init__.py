"""Dates, times and numbers as minutes write them."""

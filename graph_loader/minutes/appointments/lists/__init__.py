"""Appointments in lists and tables."""

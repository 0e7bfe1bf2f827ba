"""Registers of members as parsed minutes: a clerk's table, Popolo; each record names the register that says it."""

from .reading import Register, read_register

__all__ = ["Register", "read_register"]

"""What can be wrong with what people ask for; the messages say what to give instead."""

from __future__ import annotations


class UsageError(Exception):
    """Something was given that cannot be used; the message says what to give instead."""


class UnknownId(Exception):  # noqa: N818 - as UnknownName
    """A decision, a fact or a finding of an id that is not there; the message says where those that are there stand."""

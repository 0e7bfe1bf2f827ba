"""What people do to a store: load, decide who is who, correct, settle; for commands, Python and the page."""

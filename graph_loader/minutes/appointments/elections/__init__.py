"""Elections to an office, with those who were nominated."""

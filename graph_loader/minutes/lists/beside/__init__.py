"""What stands beside a name in a list, and what it adds to the entry."""

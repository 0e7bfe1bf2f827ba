"""Lists of people: cut into pieces, each piece an entry with what stands beside the name."""

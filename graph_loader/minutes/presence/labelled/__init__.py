"""Who was there as labellers find it, beside what the rules read."""

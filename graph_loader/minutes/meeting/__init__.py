"""The meeting itself: which body met, when, where, what kind of meeting, and whether it took place."""

"""Who was away, why, and who stood in."""

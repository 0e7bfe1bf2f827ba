"""Places on bodies: taken, kept, given up, vacant."""

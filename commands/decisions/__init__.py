"""`identity` and `correct`: what humans decide, the file that keeps it, and the way from there into the store."""

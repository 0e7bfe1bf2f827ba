"""`identity` and `correct`: what reviewers decide, the file that keeps it, and the way from there into the store."""

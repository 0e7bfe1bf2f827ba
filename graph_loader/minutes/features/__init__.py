"""What a labeller sees of a line or a word, one idea a file: no feature holds a name."""

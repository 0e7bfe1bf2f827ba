"""Learned labellers: of lines, and of the words of lists of people."""

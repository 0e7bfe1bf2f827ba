"""Text to parsed minutes: one file per section of a meeting, one for names, one for layout."""

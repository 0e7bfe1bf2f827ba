"""From the store to other programs' formats: one model of what is exported, and one file a format."""

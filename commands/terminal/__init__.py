"""What every command does in a terminal: how it lays out rows, pages, counts, completes, and shows examples."""

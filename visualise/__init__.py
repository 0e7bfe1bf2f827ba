"""From the store to interactive pages."""

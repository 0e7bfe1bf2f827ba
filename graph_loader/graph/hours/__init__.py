"""Documents of one body, day and hour: of one meeting or of several, and of one also where one names no council."""

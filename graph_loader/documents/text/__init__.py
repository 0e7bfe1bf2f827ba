"""What a text shows by its signs and blanks alone: headings, items, paragraphs, tables, page furniture."""

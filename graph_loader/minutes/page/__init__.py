"""The page as rules read it: rows, paragraphs, sections, tables, and the only makers of spans."""

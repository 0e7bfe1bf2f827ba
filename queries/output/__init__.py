"""How answers are written: tables, CSV, Markdown and JSON, and the addresses of passages."""

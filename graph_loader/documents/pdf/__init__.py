"""PDFs to read text: signs to words, words to lines, lines to columns and tables, with what is typed into forms."""

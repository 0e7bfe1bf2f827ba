"""Who was there: lists, tables, grids, roll calls and sentences."""

"""The page to work in: one server on this machine alone, for whoever has its address (docs/serve.md)."""

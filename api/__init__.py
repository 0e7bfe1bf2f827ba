"""The interface for Python: a store, its questions by name, and answers that become frames."""

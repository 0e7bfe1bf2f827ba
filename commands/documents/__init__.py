"""Commands about documents and folders of them: read, load, sync, remove, and say whose they are."""

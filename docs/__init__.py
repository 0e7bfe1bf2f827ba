"""The documentation, and the programs that write and check its generated parts; not part of what is installed."""

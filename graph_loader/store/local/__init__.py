"""The local Neo4j that needs no installation: its jars, its process, its folder, and copies of it."""

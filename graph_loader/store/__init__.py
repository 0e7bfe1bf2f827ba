"""Neo4j: connect, constraints, write; the local Neo4j that needs no installation."""

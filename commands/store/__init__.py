"""`store`: the local Neo4j, the prompt for Cypher, and, for maintainers, the list of jars that it runs from."""

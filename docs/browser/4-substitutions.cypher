// Everybody who substituted for somebody
MATCH (s:Person)-[r:SUBSTITUTED_FOR]->(a:Person)
RETURN s, r, a

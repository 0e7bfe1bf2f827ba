// A person: bodies, meetings, and who substituted for whom
// :param person => "Cllr Jemima Marsh"
MATCH (p:Person {name: $person})
OPTIONAL MATCH (p)-[sat:SAT_ON]->(b:Body)
OPTIONAL MATCH (p)-[came:ATTENDED]->(m:Meeting)-[of:OF]->(held:Body)
OPTIONAL MATCH (p)-[stood:SUBSTITUTED_FOR]-(other:Person)
RETURN p, sat, b, came, m, of, held, stood, other

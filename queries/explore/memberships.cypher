// name: memberships
// title: Who sat on which body in a time: the graph of people and bodies that centrality is computed on
// params: from: date?, to: date?
// returns: person: string, person_id: string, body: string, body_id: string
MATCH (p:Person)-[r:SAT_ON]->(b:Body)
WHERE ($to IS NULL OR r.from <= $to) AND ($from IS NULL OR coalesce(r.to, r.known_to) >= $from)
RETURN DISTINCT p.name AS person, p.id AS person_id, b.name AS body, b.id AS body_id
ORDER BY person, person_id, body, body_id

// name: people_sharing_bodies
// title: Pairs of people who sat on most bodies together, at the same time
// params: person_id: string?, limit: integer?
// returns: person: string, person_id: string, other: string, other_id: string, shared: integer, bodies: list
CALL () {
  WITH $person_id AS wanted WHERE wanted IS NOT NULL
  MATCH (p:Person {id: wanted})
  RETURN p
  UNION
  WITH 1 AS all WHERE $person_id IS NULL
  MATCH (p:Person)
  RETURN p
}
MATCH (p)-[r:SAT_ON]->(b:Body)<-[s:SAT_ON]-(q:Person)
WHERE (p.id < q.id OR $person_id IS NOT NULL) AND p <> q
  AND r.from <= coalesce(s.to, s.known_to) AND s.from <= coalesce(r.to, r.known_to)
WITH DISTINCT CASE WHEN p.id < q.id THEN p ELSE q END AS p, CASE WHEN p.id < q.id THEN q ELSE p END AS q, b ORDER BY b.name, b.id
WITH p, q, collect(b.name) AS bodies
WHERE size(bodies) > 1 OR $person_id IS NOT NULL
RETURN p.name AS person, p.id AS person_id, q.name AS other, q.id AS other_id, size(bodies) AS shared, bodies
ORDER BY shared DESC, person, person_id, other, other_id
LIMIT toInteger(coalesce($limit, 1000000))

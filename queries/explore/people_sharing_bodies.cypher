// name: people_sharing_bodies
// title: Pairs of people who sat on most bodies together, at the same time
// params: person_id: string?, limit: integer?
// returns: person: string, person_id: string, other: string, other_id: string, shared: integer, bodies: list
MATCH (p:Person)-[r:SAT_ON]->(b:Body)<-[s:SAT_ON]-(q:Person)
WHERE p.id < q.id AND ($person_id IS NULL OR $person_id IN [p.id, q.id])
  AND (s.to IS NULL OR r.from <= s.to) AND (r.to IS NULL OR s.from <= r.to)
WITH DISTINCT p, q, b ORDER BY b.name, b.id
WITH p, q, collect(b.name) AS bodies
WHERE size(bodies) > 1 OR $person_id IS NOT NULL
RETURN p.name AS person, p.id AS person_id, q.name AS other, q.id AS other_id, size(bodies) AS shared, bodies
ORDER BY shared DESC, person, person_id, other, other_id
LIMIT toInteger(coalesce($limit, 1000000))

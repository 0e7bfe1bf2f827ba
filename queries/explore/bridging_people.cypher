// name: bridging_people
// title: People who sit on two bodies that share nobody else
// params: body_id: string?, limit: integer?
// returns: person: string, person_id: string, body: string, body_id: string, other: string, other_id: string, facts: list
CALL () {
  WITH $body_id AS wanted WHERE wanted IS NOT NULL
  MATCH (on:Body {id: wanted})
  RETURN on
  UNION
  WITH 1 AS all WHERE $body_id IS NULL
  MATCH (on:Body)
  RETURN on
}
MATCH (on)<-[:SAT_ON]-(p:Person)-[:SAT_ON]->(too:Body)
WHERE (on.id < too.id OR $body_id IS NOT NULL) AND on <> too
WITH DISTINCT p, CASE WHEN on.id < too.id THEN on ELSE too END AS b, CASE WHEN on.id < too.id THEN too ELSE on END AS c
WITH b, c, collect(DISTINCT p) AS shared
WHERE size(shared) = 1
WITH b, c, shared[0] AS p
CALL (b, c, p) {
  MATCH (p)-[r:SAT_ON]->(on:Body) WHERE on IN [b, c]
  UNWIND r.facts AS fact
  WITH DISTINCT fact ORDER BY fact
  RETURN collect(fact) AS facts
}
RETURN p.name AS person, p.id AS person_id, b.name AS body, b.id AS body_id, c.name AS other, c.id AS other_id, facts
ORDER BY person, person_id, body, body_id, other, other_id
LIMIT toInteger(coalesce($limit, 1000000))

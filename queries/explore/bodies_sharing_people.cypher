// name: bodies_sharing_people
// title: Bodies that share members, those that share most first
// params: body_id: string?, limit: integer?
// returns: body: string, body_id: string, other: string, other_id: string, shared: integer, people: list
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
WITH DISTINCT b, c, p ORDER BY p.sort_name, p.id
WITH b, c, collect(p.name) AS people
RETURN b.name AS body, b.id AS body_id, c.name AS other, c.id AS other_id, size(people) AS shared, people
ORDER BY shared DESC, body, body_id, other, other_id
LIMIT toInteger(coalesce($limit, 1000000))

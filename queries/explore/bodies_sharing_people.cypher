// name: bodies_sharing_people
// title: Bodies that share members, those that share most first
// params: body_id: string?, limit: integer?
// returns: body: string, body_id: string, other: string, other_id: string, shared: integer, people: list
MATCH (b:Body)<-[:SAT_ON]-(p:Person)-[:SAT_ON]->(c:Body)
WHERE b.id < c.id AND ($body_id IS NULL OR $body_id IN [b.id, c.id])
WITH DISTINCT b, c, p ORDER BY p.sort_name, p.id
WITH b, c, collect(p.name) AS people
RETURN b.name AS body, b.id AS body_id, c.name AS other, c.id AS other_id, size(people) AS shared, people
ORDER BY shared DESC, body, body_id, other, other_id
LIMIT toInteger(coalesce($limit, 1000000))

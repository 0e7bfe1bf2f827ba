// name: sent_to
// title: The bodies to which a body appoints people, and which are no part of it
// params: body_id: string
// returns: body_id: string, body: string, facts: list
MATCH (c:Body {id: $body_id})<-[:MADE_BY]-(f:Appointment)-[:TO]->(b:Body)
WHERE b <> c AND NOT EXISTS { (b)-[:PART_OF*1..6]->(c) }
WITH b, f ORDER BY f.id
RETURN b.id AS body_id, b.name AS body, collect(f.id) AS facts
ORDER BY body, body_id

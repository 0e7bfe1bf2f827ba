// name: map_substitutions
// title: Everybody who substituted for somebody or was substituted
// params: body_id: string?, person_id: string?, public: boolean
// returns: id: string, left_out: boolean
MATCH (a:Person)-[r:SUBSTITUTED_FOR]->(b:Person)
WHERE ($body_id IS NULL OR r.body = $body_id) AND ($person_id IS NULL OR $person_id IN [a.id, b.id])
UNWIND [a, b] AS p
RETURN DISTINCT p.id AS id, p.kind = 'public' AND NOT $public AS left_out

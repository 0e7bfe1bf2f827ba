// name: people_meant
// title: Whom given mentions are taken to mean now
// params: mentions: list
// returns: mention_id: string, person_id: string
UNWIND $mentions AS id
MATCH (m:Mention {id: id})-[:REFERS_TO]->(p:Person)
RETURN m.id AS mention_id, p.id AS person_id
ORDER BY mention_id

// name: body_names
// title: The mentions that are taken to mean a body, and the council that it belongs to
// params: body_id: string
// returns: scope: string, name: string, kind: string, mentions: list
MATCH (b:Body {id: $body_id})
OPTIONAL MATCH (b)<-[:REFERS_TO]-(m:Mention)
WITH b, m ORDER BY m.id
RETURN b.scope AS scope, b.name AS name, b.kind AS kind, collect(m.id) AS mentions

// name: bodies
// title: All bodies in the store, with their kind and what they are part of
// params:
// returns: id: string, name: string, kind: string, part_of: string?
MATCH (b:Body)
OPTIONAL MATCH (b)-[:PART_OF]->(parent:Body)
WITH b, min(parent.name) AS part_of
RETURN b.id AS id, b.name AS name, b.kind AS kind, part_of
ORDER BY b.name, b.id

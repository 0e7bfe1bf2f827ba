// name: find_bodies
// title: All bodies, with the names as written and what they are part of
// params:
// returns: id: string, name: string, names: list, detail: string?
MATCH (b:Body)
CALL (b) {
  OPTIONAL MATCH (b)<-[:REFERS_TO]-(m:Mention)
  RETURN collect(DISTINCT m.text) AS names
}
OPTIONAL MATCH (b)-[:PART_OF]->(parent:Body)
WITH b, names, min(parent.name) AS parent
RETURN b.id AS id, b.name AS name, names, coalesce(parent, b.kind) AS detail
ORDER BY b.name, b.id

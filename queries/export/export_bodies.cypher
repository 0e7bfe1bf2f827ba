// name: export_bodies
// title: All bodies, with the names as written, what they are part of and what took their place, of all councils or of these scopes
// params: scopes: list?
// returns: id: string, name: string, kind: string, scope: string, names: list, part_of: list, later: list
MATCH (b:Body)
WHERE $scopes IS NULL OR b.scope IN $scopes
CALL (b) {
  OPTIONAL MATCH (b)<-[:REFERS_TO]-(m:Mention)
  WITH DISTINCT m.text AS text ORDER BY text
  RETURN collect(text) AS names
}
CALL (b) {
  OPTIONAL MATCH (b)-[r:PART_OF]->(parent:Body)
  WITH r, parent ORDER BY parent.id
  RETURN collect(CASE WHEN r IS NULL THEN NULL ELSE {id: parent.id, basis: r.basis, facts: coalesce(r.facts, [])} END) AS part_of
}
CALL (b) {
  OPTIONAL MATCH (b)-[r:SUCCEEDED_BY]->(next:Body)
  WITH r, next ORDER BY next.id, r.kind
  RETURN collect(CASE WHEN r IS NULL THEN NULL ELSE {id: next.id, kind: r.kind, facts: coalesce(r.facts, [])} END) AS later
}
RETURN b.id AS id, b.name AS name, b.kind AS kind, b.scope AS scope, names, part_of, later
ORDER BY id

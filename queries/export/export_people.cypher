// name: export_people
// title: Everybody, with the names as written, of all councils or of these scopes
// params: scopes: list?, public: boolean
// returns: id: string, name: string, sort_name: string, kind: string, scope: string, names: list, left_out: boolean
MATCH (p:Person)
WHERE $scopes IS NULL OR p.scope IN $scopes
CALL (p) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(m:Mention)
  WITH DISTINCT m.text AS text ORDER BY text
  RETURN collect(text) AS names
}
RETURN p.id AS id, p.name AS name, p.sort_name AS sort_name, p.kind AS kind, p.scope AS scope, names,
  p.kind = 'public' AND NOT $public AS left_out
ORDER BY id

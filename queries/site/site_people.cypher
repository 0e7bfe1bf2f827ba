// name: site_people
// title: Everybody, with the names as written
// params:
// returns: id: string, name: string, sort_name: string, kind: string, scope: string, names: list
MATCH (p:Person)
RETURN p.id AS id, p.name AS name, p.sort_name AS sort_name, p.kind AS kind, p.scope AS scope,
  COLLECT { MATCH (p)<-[:REFERS_TO]-(m:Mention) RETURN DISTINCT m.text AS text ORDER BY text } AS names
ORDER BY sort_name, id

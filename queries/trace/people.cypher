// name: people
// title: Everybody in the store
// params:
// returns: id: string, name: string, sort_name: string, kind: string
MATCH (p:Person)
RETURN p.id AS id, p.name AS name, p.sort_name AS sort_name, p.kind AS kind
ORDER BY p.sort_name, p.id

// name: bodies_of_scopes
// title: All bodies with the council or document that they belong to
// params:
// returns: id: string, name: string, kind: string, scope: string
MATCH (b:Body)
RETURN b.id AS id, b.name AS name, b.kind AS kind, b.scope AS scope
ORDER BY b.name, b.id

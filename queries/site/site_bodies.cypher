// name: site_bodies
// title: All bodies, with the names as written, what they are part of and what followed them
// params:
// returns: id: string, name: string, kind: string, scope: string, part_of: list, succeeded_by: list, names: list
MATCH (b:Body)
RETURN b.id AS id, b.name AS name, b.kind AS kind, b.scope AS scope,
  COLLECT { MATCH (b)-[:PART_OF]->(o:Body) RETURN DISTINCT o.id AS other ORDER BY other } AS part_of,
  COLLECT { MATCH (b)-[:SUCCEEDED_BY]->(o:Body) RETURN DISTINCT o.id AS other ORDER BY other } AS succeeded_by,
  COLLECT { MATCH (b)<-[:REFERS_TO]-(m:Mention) RETURN DISTINCT m.text AS text ORDER BY text } AS names
ORDER BY name, id

// name: export_documents
// title: The documents in their current versions, of all councils or of these scopes
// params: scopes: list?
// returns: key: string, name: string, uri: string?, scope: string, council: string?, council_basis: string?, version: string,
//   media_type: string, published: date?
MATCH (d:Document)-[:HAS_VERSION {current: true}]->(v:Version)
WHERE $scopes IS NULL OR d.scope IN $scopes
RETURN d.key AS key, d.name AS name, d.uri AS uri, d.scope AS scope, d.council AS council,
  d.council_basis AS council_basis, v.id AS version, v.media_type AS media_type, v.published AS published
ORDER BY key, version

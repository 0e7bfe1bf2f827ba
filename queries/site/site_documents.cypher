// name: site_documents
// title: Every document with its current version, where it was published, and its text as it was read
// params:
// returns: key: string, name: string, uri: string?, council: string?, folder: string?, version: string,
//   media_type: string, published: date?, loaded: string, warnings: integer, text: string?
MATCH (d:Document)-[:HAS_VERSION {current: true}]->(v:Version)
RETURN d.key AS key, d.name AS name, d.uri AS uri, d.council AS council, d.folder AS folder, v.id AS version,
  v.media_type AS media_type, v.published AS published, v.loaded AS loaded, coalesce(d.read_warnings, 0) AS warnings, v.text AS text
ORDER BY key

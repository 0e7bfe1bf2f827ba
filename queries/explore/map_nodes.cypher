// name: map_nodes
// title: What a map says of people, bodies, roles and seats: name, kind, names as written, what tells namesakes apart
// params: ids: list
// returns: id: string, label: string, kind: string, sort_name: string?, hint: string?, part_of: string?, names: list,
//   scope: string, named_once: boolean
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Person {id: id})
  CALL (n) {
    OPTIONAL MATCH (n)-[:ATTENDED]->(m:Meeting)-[:OF]->(b:Body)
    WITH b.name AS body, min(m.date) AS first, max(m.date) AS last, count(*) AS times
    ORDER BY times DESC, body
    RETURN collect(body + ' ' + substring(first, 0, 4) + CASE WHEN substring(first, 0, 4) = substring(last, 0, 4)
      THEN '' ELSE '–' + substring(last, 0, 4) END)[0] AS hint
  }
  RETURN n, n.name AS label, n.kind AS kind, n.sort_name AS sort_name, hint, NULL AS part_of
  UNION ALL
  MATCH (n:Body {id: id})
  OPTIONAL MATCH (n)-[:PART_OF]->(parent:Body)
  WITH n, min(parent.name) AS part_of
  RETURN n, n.name AS label, n.kind AS kind, NULL AS sort_name, NULL AS hint, part_of
  UNION ALL
  MATCH (n:Role {id: id})
  OPTIONAL MATCH (n)-[:OF]->(body:Body)
  WITH n, min(body.name) AS part_of
  RETURN n, n.name AS label, 'role' AS kind, NULL AS sort_name, NULL AS hint, part_of
  UNION ALL
  MATCH (n:Seat {id: id})-[state:STATE]->(body:Body)
  WITH n, body, state ORDER BY state.from
  WITH n, body, collect(state)[0] AS state
  RETURN n, coalesce(state.holder, n.represents, n.role, 'seat') AS label, 'seat' AS kind, NULL AS sort_name, NULL AS hint,
    body.name AS part_of
}
CALL (n) {
  OPTIONAL MATCH (n)<-[:REFERS_TO]-(mention:Mention)
  WITH DISTINCT mention.text AS text ORDER BY text
  RETURN collect(text) AS names
}
CALL (n) {
  OPTIONAL MATCH (n)<-[:REFERS_TO]-(:Mention)-[:FOUND_IN]->(passage:Passage)
  RETURN count(DISTINCT passage) AS places
}
RETURN id, label, kind, sort_name, hint, part_of, names, n.scope AS scope, n:Body AND places < 2 AND NOT EXISTS {
  (n)<-[:OF|CALLED_FOR|TO|PART_OF|SUCCEEDED_BY|SAT_ON|STATE|REPRESENTS]-()
} AND NOT EXISTS { (n)-[:SUCCEEDED_BY]->() } AS named_once
ORDER BY id

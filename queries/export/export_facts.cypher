// name: export_facts
// title: All that documents say, with the names in it, whom they mean, and every passage, of all councils or of these scopes
// params: scopes: list?
// returns: id: string, label: string, scope: string, date: date?, meeting_id: string, body_id: string?, order: integer,
//   motion_id: string?, decided_by: list, properties: map, names: list, places: list
MATCH (f:Fact)-[:AT|MADE_AT]->(m:Meeting)
WHERE f.wrong IS NULL AND ($scopes IS NULL OR f.scope IN $scopes)
OPTIONAL MATCH (m)-[:OF|CALLED_FOR]->(met:Body)
WITH f, m, min(met.id) AS met
CALL (f) {
  OPTIONAL MATCH (f)-[:ON]->(motion:Motion)
  RETURN min(motion.id) AS motion_id
}
CALL (f) {
  OPTIONAL MATCH (f)-[:DECIDED_BY]->(r:Resolution)
  WITH r ORDER BY r.id
  RETURN collect(r.id) AS decided_by
}
CALL (f) {
  OPTIONAL MATCH (f)-->(n:Mention)
  WITH DISTINCT n ORDER BY n.slot, n.id
  OPTIONAL MATCH (n)-[r:REFERS_TO]->(who:Person|Body)
  RETURN collect(CASE WHEN n IS NULL THEN NULL ELSE {slot: n.slot, of: n.of, text: n.text, id: who.id, name: who.name, basis: r.basis} END) AS names
}
CALL (f) {
  MATCH (f)-[e:EVIDENCED_BY]->(p:Passage)-[:IN]->(v:Version {superseded: false})<-[:HAS_VERSION {current: true}]-(d:Document)
  WITH e, p, v, d ORDER BY CASE e.part WHEN 'statement' THEN 0 ELSE 1 END, d.key, p.char_start, e.part, e.rule
  RETURN collect({document: d.key, name: d.name, uri: d.uri, sha256: v.id, part: e.part, rule: e.rule, line_start: p.line_start,
    line_end: p.line_end, char_start: p.char_start, char_end: p.char_end, page: p.page, text: p.text}) AS places
}
RETURN f.id AS id, head([l IN labels(f) WHERE l <> 'Fact']) AS label, f.scope AS scope, f.date AS date, m.id AS meeting_id,
  met AS body_id, f.order AS order, motion_id, decided_by, f {.*} AS properties, names, places
ORDER BY coalesce(date, ''), meeting_id, order, id

// name: map_facts
// title: Facts with their passages and with the names in them, and whom these are taken to mean
// params: facts: list
// returns: id: string, label: string, date: date?, quotes: list, names: list
UNWIND $facts AS id
MATCH (f:Fact {id: id})
CALL (f) {
  MATCH (f)-[e:EVIDENCED_BY]->(p:Passage)-[:IN]->(:Version {superseded: false})<-[:HAS_VERSION {current: true}]-(d:Document)
  WITH e, p, d ORDER BY CASE e.part WHEN 'statement' THEN 0 ELSE 1 END, d.key, p.char_start
  RETURN collect({text: p.text, document: d.name, line: p.line_start, page: p.page, part: e.part, rule: e.rule,
    uri: d.uri}) AS quotes
}
CALL (f) {
  OPTIONAL MATCH (f)-->(m:Mention)
  WITH DISTINCT m ORDER BY m.slot, m.id
  OPTIONAL MATCH (m)-[r:REFERS_TO]->(who:Person|Body)
  RETURN collect(CASE WHEN m IS NULL THEN NULL ELSE {text: m.text, means: who.name, basis: r.basis} END) AS names
}
RETURN f.id AS id, head([l IN labels(f) WHERE l <> 'Fact']) AS label, f.date AS date, quotes, names
ORDER BY id

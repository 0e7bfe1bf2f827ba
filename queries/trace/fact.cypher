// name: fact
// title: One fact: what it says, the names in it, and where it stands
// params: fact_id: string
// returns: fact_id: string, label: string, properties: map, names: list, document: string, line: integer, quote: string,
//   page: integer?, uri: string?
MATCH (f:Fact {id: $fact_id})-[:EVIDENCED_BY {part: 'statement'}]->(p:Passage)-[:IN]->(:Version {superseded: false})
  <-[:HAS_VERSION {current: true}]-(d:Document)
WITH f, p, d ORDER BY d.key, p.char_start LIMIT 1
CALL (f) {
  OPTIONAL MATCH (f)-->(n:Mention)
  WITH n ORDER BY n.slot
  RETURN collect(n {.slot, .text}) AS names
}
RETURN f.id AS fact_id, head([l IN labels(f) WHERE l <> 'Fact']) AS label, properties(f) AS properties, names,
  d.name AS document, p.line_start AS line, p.text AS quote, p.page AS page, d.uri AS uri
ORDER BY fact_id

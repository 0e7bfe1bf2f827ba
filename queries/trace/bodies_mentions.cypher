// name: bodies_mentions
// title: Where bodies are named, in their words as written
// params:
// returns: id: string, document: string, line: integer, text: string, mention_id: string, basis: string, reasons: list, slot: string, date: date?
MATCH (b:Body)<-[r:REFERS_TO]-(m:Mention)-[:FOUND_IN]->(passage:Passage)-[:IN]->(:Version {superseded: false})
  <-[:HAS_VERSION {current: true}]-(d:Document)
MATCH (m)<--(f:Fact)
WITH b, r, m, passage, d, min(f.date) AS date
RETURN b.id AS id, d.name AS document, passage.line_start AS line, m.text AS text, m.id AS mention_id, r.basis AS basis,
  r.reasons AS reasons, m.slot AS slot, date
ORDER BY id, date, document, line, text, slot

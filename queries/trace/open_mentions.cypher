// name: open_mentions
// title: Names that are not decided, with everybody whom they may mean
// params:
// returns: text: string, candidates: list, document: string, line: integer, date: date?, mention_id: string
MATCH (m:Mention)-[r:MAY_BE]->(p:Person)
WITH m, r, p ORDER BY r.score DESC, p.name
WITH m, collect({person: p.name, person_id: p.id, score: r.score, reasons: r.reasons}) AS candidates
MATCH (m)-[:FOUND_IN]->(passage:Passage)-[:IN]->(:Version {superseded: false})<-[:HAS_VERSION {current: true}]-(d:Document)
MATCH (m)<--(f:Fact)
WITH m, candidates, passage, d, min(f.date) AS date
RETURN m.text AS text, candidates, d.name AS document, passage.line_start AS line, date, m.id AS mention_id
ORDER BY date, document, line, text, mention_id

// name: evidence
// title: The passages behind facts: document, line, quotation, rule
// params: facts: list
// returns: fact_id: string, label: string, part: string, rule: string, document: string, line: integer, quote: string,
//   page: integer?, uri: string?
UNWIND $facts AS id
MATCH (f:Fact {id: id})-[e:EVIDENCED_BY]->(p:Passage)-[:IN]->(:Version {superseded: false})
  <-[:HAS_VERSION {current: true}]-(d:Document)
RETURN f.id AS fact_id, head([l IN labels(f) WHERE l <> 'Fact']) AS label, e.part AS part, e.rule AS rule,
  d.name AS document, p.line_start AS line, p.text AS quote, p.page AS page, d.uri AS uri
ORDER BY fact_id, CASE part WHEN 'statement' THEN 0 ELSE 1 END, document, line

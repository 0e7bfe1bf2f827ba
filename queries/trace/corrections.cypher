// name: corrections
// title: What reviewers corrected of misread facts: what was read, what the text says, who, when and why
// params:
// returns: id: string, fact_id: string, field: string, was: string?, value: string?, who: string, when: string, why: string,
//   applies: boolean, document: string, line: integer, quote: string
MATCH (a:Amendment)
RETURN a.id AS id, a.fact AS fact_id, a.field AS field, a.was AS was, a.value AS value, a.who AS who, a.when AS when,
  a.why AS why, EXISTS { (a)-[:AMENDS]->(:Fact) } AS applies, a.document AS document, a.line AS line, a.quote AS quote
ORDER BY when, id

// name: passages_of_versions
// title: Where given versions of documents, or the current ones, state given facts; the number tells the order of the places
// params: facts: list, versions: list?
// returns: fact_id: string, version: string, document: string, line: integer, quote: string, page: integer?,
//   uri: string?, place: integer
UNWIND $facts AS id
MATCH (f:Fact|Superseded {id: id})-[:EVIDENCED_BY {part: 'statement'}]->(p:Passage)-[:IN]->(v:Version)<-[h:HAS_VERSION]-(d:Document)
WHERE v.id IN $versions OR $versions IS NULL AND h.current AND NOT v.superseded
WITH f, v, d, p ORDER BY f.date, d.key, p.char_start, f.id, v.id
WITH collect({fact_id: f.id, version: v.id, document: d.name, line: p.line_start, quote: p.text, page: p.page, uri: d.uri}) AS places
UNWIND range(0, size(places) - 1) AS place
WITH places[place] AS found, place
RETURN found.fact_id AS fact_id, found.version AS version, found.document AS document, found.line AS line,
  found.quote AS quote, found.page AS page, found.uri AS uri, place
ORDER BY place

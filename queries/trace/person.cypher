// name: person
// title: Everything that documents say about one person, in the order of time
// params: person_id: string
// returns: date: date?, body: string?, body_id: string?, fact: string, role: string?, detail: string?, name: string,
//   corrected: list?, fact_id: string, document: string, line: integer, quote: string, page: integer?, uri: string?
MATCH (p:Person {id: $person_id})<-[:REFERS_TO]-(m:Mention)<-[r]-(f:Fact)
MATCH (f)-[:AT|MADE_AT]->(meeting:Meeting)
OPTIONAL MATCH (f)-[:TO]->(target:Body)
OPTIONAL MATCH (meeting)-[:OF]->(held:Body)
OPTIONAL MATCH (f:Registration)-[:NAMES]->(:Mention {slot: 'body'})-[:REFERS_TO]->(on:Body)
CALL (f, r) {
  OPTIONAL MATCH (f)-[other:SUBSTITUTE|ABSENT|SECONDED_BY|PROPOSED_BY|REPLACES|PERSON]->(n:Mention)
  WHERE type(other) <> type(r)
  RETURN collect(CASE type(other) WHEN 'SUBSTITUTE' THEN 'substitute ' WHEN 'ABSENT' THEN 'for ' WHEN 'REPLACES' THEN 'replaces '
    WHEN 'SECONDED_BY' THEN 'seconded by ' WHEN 'PROPOSED_BY' THEN 'proposed by ' ELSE '' END + n.text) AS others
}
CALL (f) {
  MATCH (f)-[:EVIDENCED_BY {part: 'statement'}]->(passage:Passage)-[:IN]->(:Version {superseded: false})
    <-[:HAS_VERSION {current: true}]-(d:Document)
  RETURN d.name AS document, passage.line_start AS line, passage.text AS quote, passage.page AS page, d.uri AS uri
  ORDER BY d.key, line LIMIT 1
}
WITH f, m, r, meeting, coalesce(target, held, on) AS body, others, document, line, quote, page, uri
RETURN meeting.date AS date, body.name AS body, body.id AS body_id,
  CASE
    WHEN f:Attendance THEN replace(f.status, '_', ' ')
    WHEN f:Substitution THEN CASE type(r) WHEN 'SUBSTITUTE' THEN 'substituted' ELSE 'was substituted' END
    WHEN f:Appointment THEN CASE type(r) WHEN 'REPLACES' THEN 'was replaced' ELSE f.action + ' (' + f.outcome + ')' END
    WHEN f:Motion THEN CASE type(r) WHEN 'PROPOSED_BY' THEN 'proposed' ELSE 'seconded' END
    WHEN f:Registration THEN 'in the register of ' + f.source
    WHEN f:Departure THEN replace(f.cause, '_', ' ')
    WHEN f:Vote THEN 'voted ' + f.vote
    WHEN f:Declaration THEN 'declared'
    ELSE coalesce(f.kind, head([l IN labels(f) WHERE l <> 'Fact']))
  END AS fact,
  f.role AS role,
  reduce(text = '', part IN [x IN others + [CASE WHEN f:Registration THEN coalesce('from ' + f.start, '') + coalesce(' to ' + f.end, '') END, f.represents, f.term, CASE WHEN f:Contribution THEN NULL ELSE f.kind END, f.reason, 'item ' + f.item,
    CASE WHEN f:Appointment THEN NULL ELSE f.outcome END] WHERE x IS NOT NULL AND x <> ''] |
    CASE text WHEN '' THEN part ELSE text + '; ' + part END) AS detail,
  m.text AS name, f.corrected AS corrected, f.id AS fact_id, document, line, quote, page, uri
ORDER BY date, coalesce(meeting.start, ''), document, line, fact, fact_id

// name: delegations
// title: Who may do what, after consulting whom; a person is found by the post that documents give them
// params: body_id: string?, person_id: string?, from: date?, to: date?
// returns: date: date?, body: string?, body_id: string?, function: string, delegate: string, consult_any: list?,
//   consult_also: list?, condition: string?, corrected: list?, fact_id: string, document: string, line: integer, quote: string, page: integer?, uri: string?
MATCH (f:Delegation)-[:AT]->(meeting:Meeting)
WHERE ($from IS NULL OR meeting.date >= $from) AND ($to IS NULL OR meeting.date <= $to)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
WITH f, meeting, body
WHERE ($body_id IS NULL OR body.id = $body_id) AND ($person_id IS NULL OR EXISTS {
  (f)-[:DELEGATE|CONSULTS]->(:Role)<-[:AS]-(:Attendance|Appointment)-[:PERSON]->(:Mention)-[:REFERS_TO]->(:Person {id: $person_id})
})
CALL (f) {
  MATCH (f)-[:EVIDENCED_BY {part: 'statement'}]->(passage:Passage)-[:IN]->(:Version {superseded: false})
    <-[:HAS_VERSION {current: true}]-(d:Document)
  RETURN d.name AS document, passage.line_start AS line, passage.text AS quote, passage.page AS page, d.uri AS uri
  ORDER BY d.key, line LIMIT 1
}
RETURN meeting.date AS date, body.name AS body, body.id AS body_id, f.function AS function, f.delegate AS delegate,
  f.consult_any AS consult_any, f.consult_also AS consult_also, f.condition AS condition, f.corrected AS corrected, f.id AS fact_id, document,
  line, quote, page, uri
ORDER BY date, coalesce(meeting.start, ''), body, document, line, f.order, fact_id

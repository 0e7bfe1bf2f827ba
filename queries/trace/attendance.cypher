// name: attendance
// title: Who is recorded as present, with apologies, absent or in attendance
// params: body_id: string?, person_id: string?, from: date?, to: date?
// returns: date: date?, body: string?, body_id: string?, person: string, person_id: string?, status: string,
//   capacity: string?, role: string?, meeting: string?, corrected: list?, fact_id: string, document: string, line: integer, quote: string, page: integer?, uri: string?
// from the person or the body where one is asked for, so that the time grows with the answer and not with the store
CALL () {
  WITH $person_id AS wanted WHERE wanted IS NOT NULL
  MATCH (:Person {id: wanted})<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(f:Attendance)
  RETURN f
  UNION
  WITH $body_id AS wanted WHERE wanted IS NOT NULL AND $person_id IS NULL
  MATCH (:Body {id: wanted})<-[:OF]-(:Meeting)<-[:AT]-(f:Attendance)
  RETURN f
  UNION
  WITH 1 AS all WHERE $body_id IS NULL AND $person_id IS NULL
  MATCH (f:Attendance)
  RETURN f
}
MATCH (f)-[:AT]->(meeting:Meeting)
WHERE ($from IS NULL OR meeting.date >= $from) AND ($to IS NULL OR meeting.date <= $to)
  AND NOT coalesce(meeting.status, 'held') IN ['cancelled', 'announced']
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
MATCH (f)-[:PERSON]->(m:Mention)
OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person)
WITH f, meeting, body, m, p, coalesce(meeting.start, '') AS began
WHERE ($body_id IS NULL OR body.id = $body_id) AND ($person_id IS NULL OR p.id = $person_id)
CALL (f) {
  MATCH (f)-[:EVIDENCED_BY {part: 'statement'}]->(passage:Passage)-[:IN]->(:Version {superseded: false})
    <-[:HAS_VERSION {current: true}]-(d:Document)
  RETURN d.name AS document, passage.line_start AS line, passage.text AS quote, passage.page AS page, d.uri AS uri
  ORDER BY d.key, line LIMIT 1
}
RETURN meeting.date AS date, body.name AS body, body.id AS body_id, coalesce(p.name, m.text) AS person,
  p.id AS person_id, f.status AS status, f.capacity AS capacity, f.role AS role,
  CASE WHEN meeting.status <> 'held' THEN meeting.status END AS meeting, f.corrected AS corrected, f.id AS fact_id, document, line, quote, page, uri
ORDER BY date, began, body, document, line, f.order, fact_id

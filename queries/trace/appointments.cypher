// name: appointments
// title: Who was appointed, elected, co-opted, replaced or left; vacancies and unnamed holders too
// params: body_id: string?, person_id: string?, from: date?, to: date?
// returns: date: date?, body: string?, body_id: string?, person: string?, person_id: string?, holder: string?,
//   represents: string?, role: string?, action: string, outcome: string, replaces: string?, replaces_id: string?,
//   made_by: string?, start: date?, end: date?, term: string?, decision: string?, corrected: list?, fact_id: string, document: string,
//   line: integer, quote: string, page: integer?, uri: string?
// from the person or the body where one is asked for, so that the time grows with the answer and not with the store
CALL () {
  WITH $person_id AS wanted WHERE wanted IS NOT NULL
  MATCH (:Person {id: wanted})<-[:REFERS_TO]-(:Mention)<-[:PERSON|REPLACES]-(f:Appointment)
  RETURN f
  UNION
  WITH $body_id AS wanted WHERE wanted IS NOT NULL AND $person_id IS NULL
  MATCH (:Body {id: wanted})<-[:TO]-(f:Appointment)
  RETURN f
  UNION
  WITH 1 AS all WHERE $body_id IS NULL AND $person_id IS NULL
  MATCH (f:Appointment)
  RETURN f
}
MATCH (f)-[:MADE_AT]->(meeting:Meeting)
WHERE ($from IS NULL OR meeting.date >= $from) AND ($to IS NULL OR meeting.date <= $to)
OPTIONAL MATCH (f)-[:TO]->(body:Body)
OPTIONAL MATCH (f)-[:MADE_BY]->(maker:Body)
OPTIONAL MATCH (f)-[:PERSON]->(pm:Mention)
OPTIONAL MATCH (pm)-[:REFERS_TO]->(p:Person)
OPTIONAL MATCH (f)-[:REPLACES]->(rm:Mention)
OPTIONAL MATCH (rm)-[:REFERS_TO]->(old:Person)
WITH f, meeting, body, maker, pm, p, rm, old
WHERE ($body_id IS NULL OR body.id = $body_id) AND ($person_id IS NULL OR p.id = $person_id OR old.id = $person_id)
CALL (f) {
  MATCH (f)-[:EVIDENCED_BY {part: 'statement'}]->(passage:Passage)-[:IN]->(:Version {superseded: false})
    <-[:HAS_VERSION {current: true}]-(d:Document)
  RETURN d.name AS document, passage.line_start AS line, passage.text AS quote, passage.page AS page, d.uri AS uri
  ORDER BY d.key, line LIMIT 1
}
RETURN meeting.date AS date, body.name AS body, body.id AS body_id, coalesce(p.name, pm.text) AS person,
  p.id AS person_id, f.holder AS holder, f.represents AS represents, f.role AS role, f.action AS action,
  f.outcome AS outcome, coalesce(old.name, rm.text) AS replaces, old.id AS replaces_id, maker.name AS made_by,
  f.start AS start, f.end AS end, f.term AS term, f.decision AS decision, f.corrected AS corrected, f.id AS fact_id, document, line, quote, page, uri
ORDER BY date, coalesce(meeting.start, ''), document, line, f.order, fact_id

// name: attendance_summary
// title: How often members came of the meetings at which they were expected, and what is expected and why
// params: body_id: string?, person_id: string?, from: date?, to: date?
// returns: person: string, person_id: string, body: string, body_id: string, came: integer, expected: integer,
//   apologies: integer, absent: integer, stood_in_for: integer, in_attendance: integer, not_recorded: integer,
//   not_counted: integer, not_taken: integer, first: date, last: date, why: string, facts: list, document: string?,
//   line: integer?, quote: string?, page: integer?, uri: string?
// from the person or the body where one is asked for, so that the time grows with the answer and not with the store
CALL () {
  WITH $person_id AS wanted WHERE wanted IS NOT NULL
  MATCH (p:Person {id: wanted})-[r:SAT_ON]->(b:Body)
  RETURN p, b, collect(r) AS spells
  UNION
  WITH $body_id AS wanted WHERE wanted IS NOT NULL AND $person_id IS NULL
  MATCH (b:Body {id: wanted})<-[r:SAT_ON]-(p:Person)
  RETURN p, b, collect(r) AS spells
  UNION
  WITH 1 AS all WHERE $body_id IS NULL AND $person_id IS NULL
  MATCH (p:Person)-[r:SAT_ON]->(b:Body)
  RETURN p, b, collect(r) AS spells
}
WITH p, b, spells
WHERE $body_id IS NULL OR b.id = $body_id
MATCH (b)<-[:OF]-(m:Meeting)
WHERE m.date IS NOT NULL AND ($from IS NULL OR m.date >= $from) AND ($to IS NULL OR m.date <= $to)
WITH p, b, m, [s IN spells WHERE s.from <= m.date AND (s.to IS NULL OR s.to >= m.date)] AS spells
WHERE spells <> []
WITH p, b, m, CASE WHEN any(s IN spells WHERE m.date IN s.on) THEN 'listed' WHEN any(s IN spells WHERE s.certainty = 'certain' ) THEN 'term'
  WHEN any(s IN spells WHERE s.certainty = 'likely') THEN 'likely' ELSE 'appointed' END AS basis
CALL (p, m) {
  OPTIONAL MATCH (p)-[a:ATTENDED]->(m)
  RETURN collect(a.status) AS statuses, reduce(all = [], f IN collect(a.facts) | all + f) AS facts
}
WITH p, b, m, basis, statuses, facts,
  EXISTS { (:Person)-[s:SUBSTITUTED_FOR]->(p) WHERE s.meeting = m.id } AS replaced,
  EXISTS { (m)<-[:AT]-(f:Attendance) WHERE f.status <> 'in_attendance' } AS taken
WITH p, b, m, basis, facts, CASE
  WHEN NOT taken THEN 'not_taken'
  WHEN 'present' IN statuses THEN 'came'
  WHEN replaced THEN 'stood_in_for'
  WHEN 'apologies' IN statuses THEN 'apologies'
  WHEN 'absent' IN statuses THEN 'absent'
  WHEN 'in_attendance' IN statuses THEN 'in_attendance'
  WHEN basis = 'appointed' THEN 'not_counted'
  ELSE 'not_recorded' END AS state
ORDER BY m.date, m.id
WITH p, b, collect({date: m.date, basis: basis, state: state, facts: facts, status: m.status}) AS meetings
WITH p, b, meetings, [m IN meetings WHERE NOT m.state IN ['not_taken', 'not_counted']] AS expected
WITH p, b, meetings, expected, reduce(all = [], m IN meetings | all + m.facts) AS facts,
  size([m IN expected WHERE m.basis = 'listed']) AS listed, size([m IN expected WHERE m.basis = 'term']) AS term,
  size([m IN expected WHERE m.basis = 'likely']) AS likely, size([m IN expected WHERE m.basis = 'appointed']) AS appointed,
  size([m IN meetings WHERE m.state = 'not_taken']) AS not_taken, size([m IN meetings WHERE m.state = 'not_counted']) AS not_counted
CALL (facts) {
  UNWIND CASE facts WHEN [] THEN [null] ELSE facts END AS id
  OPTIONAL MATCH (f:Fact {id: id})-[:EVIDENCED_BY {part: 'statement'}]->(passage:Passage)-[:IN]->(:Version {superseded: false})
    <-[:HAS_VERSION {current: true}]-(d:Document)
  WITH f, d, passage ORDER BY f.date, d.key, passage.char_start LIMIT 1
  RETURN d.name AS document, passage.line_start AS line, passage.text AS quote, passage.page AS page, d.uri AS uri
}
RETURN p.name AS person, p.id AS person_id, b.name AS body, b.id AS body_id,
  size([m IN expected WHERE m.state = 'came']) AS came, size(expected) AS expected,
  size([m IN expected WHERE m.state = 'apologies']) AS apologies, size([m IN expected WHERE m.state = 'absent']) AS absent,
  size([m IN expected WHERE m.state = 'stood_in_for']) AS stood_in_for,
  size([m IN expected WHERE m.state = 'in_attendance']) AS in_attendance,
  size([m IN expected WHERE m.state = 'not_recorded']) AS not_recorded, not_counted, not_taken,
  head(meetings).date AS first, last(meetings).date AS last,
  'expected where ' + reduce(text = '', part IN [x IN [
    CASE WHEN listed > 0 THEN 'listed as one of the body (' + listed + ')' END,
    CASE WHEN term > 0 THEN 'covered by a stated term (' + term + ')' END,
    CASE WHEN likely > 0 THEN 'inferred between two listings (' + likely + ')' END,
    CASE WHEN appointed > 0 THEN 'appointed and recorded there (' + appointed + ')' END,
    CASE WHEN expected = [] THEN 'no meeting is certain' END
    ] WHERE x IS NOT NULL] | CASE text WHEN '' THEN part ELSE text + ', ' + part END) +
  CASE not_counted WHEN 0 THEN '' ELSE '; not counted: ' + not_counted + ' at which only an appointment without a stated end speaks for it' END +
  CASE not_taken WHEN 0 THEN '' ELSE '; not counted: ' + not_taken + ' without a list of people' END +
  CASE size([m IN expected WHERE m.status = 'inquorate']) WHEN 0 THEN ''
    ELSE '; ' + size([m IN expected WHERE m.status = 'inquorate']) + ' of these inquorate' END AS why,
  facts, document, line, quote, page, uri
ORDER BY body, body_id, p.sort_name, person_id

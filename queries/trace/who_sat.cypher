// name: who_sat
// title: Who sat on a body on a day, or between two days, how certain that is, and why; vacant and unnamed seats too
// params: body_id: string, from: date, to: date, term_ends: list?
// returns: person: string?, person_id: string?, holder: string?, role: string, represents: string?, from: date,
//   to: date?, certainty: string, state: string?, open_days: integer?, why: string, body: string, body_id: string, facts: list,
//   document: string?, line: integer?, quote: string?
MATCH (b:Body {id: $body_id})
CALL (b) {
  MATCH (b)<-[r:SAT_ON]-(p:Person)
  WHERE r.from <= $to
  // a councillor's appointment without a stated end ends with the council's term, where a profile gives that;
  // a seat that somebody else fills does not
  WITH p, r, CASE WHEN r.to IS NULL AND r.certainty = 'appointed' AND p.kind = 'councillor' AND r.represents IS NULL
    THEN head([t IN coalesce($term_ends, []) WHERE t >= r.from]) END AS term_end
  WITH p, r, term_end, coalesce(r.to, term_end) AS until
  WHERE until IS NULL OR until >= $from
  WITH p, r, until, r.why + CASE WHEN term_end IS NULL THEN '' ELSE '; the council’s term ends on ' + term_end + ', by its profile' END AS why,
    CASE WHEN $from = $to AND $from IN r.on THEN 'certain' ELSE r.certainty END AS certainty
  ORDER BY CASE certainty WHEN 'certain' THEN 0 WHEN 'appointed' THEN 1 ELSE 2 END, coalesce(until, '9999') DESC, r.id
  WITH p, r.role AS role, collect({r: r, certainty: certainty, until: until, why: why})[0] AS best
  WITH p, collect({role: role, r: best.r, certainty: best.certainty, until: best.until, why: best.why}) AS spells
  // "member" is what a list says of everybody: a person with another role that day is shown with that one
  UNWIND [s IN spells WHERE s.role <> 'member' OR all(other IN spells WHERE other.role = 'member')] AS s
  RETURN p.name AS person, p.id AS person_id, p.sort_name AS sort, NULL AS holder, s.role AS role,
    s.r.represents AS represents, s.r.from AS from, s.until AS to, s.certainty AS certainty, NULL AS state,
    NULL AS open_days, s.why AS why, s.r.facts AS facts
  UNION ALL
  MATCH (b)<-[r:STATE]-(:Seat)
  WHERE r.from <= $to AND (r.to IS NULL OR r.to >= $from)
  // how long a vacant seat had been open: to the day asked for, or to that on which it was filled
  WITH r, CASE WHEN r.to IS NULL OR r.to > $to THEN $to ELSE r.to END AS last
  RETURN NULL AS person, NULL AS person_id, '~' + coalesce(r.represents, r.holder, r.role) AS sort, r.holder AS holder,
    r.role AS role, r.represents AS represents, r.from AS from, r.to AS to, r.certainty AS certainty, r.state AS state,
    CASE WHEN r.state = 'vacant' AND last < '9999' THEN duration.inDays(date(r.from), date(last)).days END AS open_days,
    r.why AS why, r.facts AS facts
}
CALL (facts) {
  UNWIND facts AS id
  MATCH (f:Fact {id: id})-[:EVIDENCED_BY {part: 'statement'}]->(p:Passage)-[:IN]->(v:Version {superseded: false})
    <-[:HAS_VERSION {current: true}]-(d:Document)
  RETURN d.name AS document, p.line_start AS line, p.text AS quote
  ORDER BY f.date, d.key, line LIMIT 1
}
RETURN person, person_id, holder, role, represents, from, to, certainty, state, open_days, why, b.name AS body, b.id AS body_id,
  facts, document, line, quote
ORDER BY sort, role, from

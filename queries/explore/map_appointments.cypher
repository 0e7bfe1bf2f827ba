// name: map_appointments
// title: Appointments as chains: which decision of which meeting put whom, or left nobody, in which seat of which body
// params: body_id: string?, person_id: string?, public: boolean
// returns: fact_id: string, date: date?, meeting_id: string, decision: string?, resolutions: list, made_by: string?,
//   body_id: string?, seat_id: string?, person_id: string?, named: string?, left_out: boolean, holder: string?,
//   represents: string?, role: string?, action: string, outcome: string, replaces: string?, start: date?, end: date?,
//   term: string?
MATCH (f:Appointment)-[:MADE_AT]->(meeting:Meeting)
WHERE f.outcome IN ['agreed', 'noted']
OPTIONAL MATCH (f)-[:TO]->(body:Body)
OPTIONAL MATCH (f)-[:TO_SEAT]->(seat:Seat)
OPTIONAL MATCH (f)-[:MADE_BY]->(maker:Body)
OPTIONAL MATCH (f)-[:PERSON]->(pm:Mention)
OPTIONAL MATCH (pm)-[:REFERS_TO]->(p:Person)
OPTIONAL MATCH (f)-[:REPLACES]->(rm:Mention)
OPTIONAL MATCH (rm)-[:REFERS_TO]->(old:Person)
WITH f, meeting, body, seat, maker, pm, p, rm, old
WHERE ($body_id IS NULL OR body.id = $body_id) AND ($person_id IS NULL OR p.id = $person_id OR old.id = $person_id)
CALL (f) {
  OPTIONAL MATCH (f)-[:DECIDED_BY]->(r:Resolution)
  WITH r ORDER BY r.order, r.id
  RETURN collect(r.id) AS resolutions
}
RETURN f.id AS fact_id, meeting.date AS date, meeting.id AS meeting_id, f.decision AS decision, resolutions,
  maker.name AS made_by, body.id AS body_id, seat.id AS seat_id, p.id AS person_id, pm.text AS named,
  coalesce(p.kind = 'public', false) AND NOT $public AS left_out, f.holder AS holder, f.represents AS represents,
  f.role AS role, f.action AS action, f.outcome AS outcome, coalesce(old.name, rm.text) AS replaces,
  f.start AS start, f.end AS end, f.term AS term
ORDER BY date, meeting_id, f.order, fact_id

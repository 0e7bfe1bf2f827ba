// name: substitute_not_named
// title: A substitute is not among the body's named substitutes
// rests_on: Where a body has named substitutes only these may substitute: most councils' standing orders.
// severity: medium
// needs: Appointments of substitutes to the body that cover the day.
// settles: The council's list of named substitutes on that day.
// params: until: map?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Substitution)-[:AT]->(meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
MATCH (f)-[:SUBSTITUTE]->(sm:Mention)
OPTIONAL MATCH (sm)-[:REFERS_TO]->(s:Person)
CALL (body, meeting) {
  OPTIONAL MATCH (body)<-[r:SAT_ON]-(p:Person)
  WHERE toLower(r.role) CONTAINS 'substitute' AND r.from <= meeting.date AND coalesce($until[r.id], r.to, r.known_to) >= meeting.date
  WITH p, r ORDER BY p.id
  RETURN collect(DISTINCT p.id) AS named, collect(r.facts) AS lists
}
WITH *, CASE WHEN s IS NULL OR size(named) = 0 THEN 'not_enough_evidence' WHEN s.id IN named THEN 'ok' ELSE 'finding' END AS verdict
RETURN verdict, coalesce(s.name, sm.text) AS person, s.id AS person_id, body.name AS body, body.id AS body_id,
  meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN sm.text + ' substituted, and is not one of the ' + toString(size(named)) + ' named substitutes of ' + body.name
    WHEN 'ok' THEN sm.text + ' substituted, and is a named substitute of ' + body.name
    ELSE CASE WHEN s IS NULL THEN 'it is open who ' + sm.text + ' is'
      ELSE 'no named substitutes of ' + coalesce(body.name, 'the body') + ' are known for that day' END END AS message,
  [f.id] + CASE verdict WHEN 'not_enough_evidence' THEN [] ELSE reduce(all = [], l IN lists | all + l) END AS facts
ORDER BY date, body, person, message

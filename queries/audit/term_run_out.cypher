// name: term_run_out
// title: Somebody is listed after the stated term had run out
// rests_on: An appointment for a term ends with it (Local Government Act 1972, s.102, for committees; the decision itself for others).
// severity: medium
// needs: An appointment to a place, not to an office, with a stated end, and later minutes of the body.
// settles: The decision that renewed the appointment.
// params: every_office: list?, until: map?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (p:Person)-[r:SAT_ON]->(body:Body)
WHERE size(coalesce(r.on, [])) = 0 AND r.register IS NULL AND r.certainty = 'certain' AND r.to IS NOT NULL
  AND NOT replace(toLower(r.role), '-', ' ') IN $every_office AND NOT toLower(r.role) STARTS WITH 'vice' AND NOT toLower(r.role) STARTS WITH 'deputy'
CALL (p, r, body) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(a:Attendance)-[:AT]->(m:Meeting)-[:OF]->(body)
  WHERE m.date > r.to AND a.status IN ['present', 'apologies', 'absent'] AND NOT EXISTS {
    (p)-[s:SAT_ON]->(body)
    WHERE size(coalesce(s.on, [])) = 0 AND s <> r AND s.from <= m.date AND coalesce($until[s.id], s.to, s.known_to) >= m.date
  }
  WITH a, m ORDER BY m.date, a.order, a.id
  RETURN collect({id: a.id, date: m.date})[0] AS listed, count(a) AS times
}
CALL (r, body) {
  OPTIONAL MATCH (body)<-[:OF]-(m:Meeting) WHERE m.date > r.to
  RETURN count(m) AS later
}
WITH *, CASE WHEN times > 0 THEN 'finding' WHEN later > 0 THEN 'ok' ELSE 'not_enough_evidence' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, coalesce(listed.date, r.to) AS date,
  CASE verdict
    WHEN 'finding' THEN p.name + ' is listed at ' + toString(times) + ' meetings of ' + body.name + ' after the term ended on ' + r.to
    WHEN 'ok' THEN 'the term of ' + p.name + ' on ' + body.name + ' ended on ' + r.to + ', and no later list has the name without a new appointment'
    ELSE 'no later meeting of ' + body.name + ' is in the store' END AS message,
  r.facts + CASE WHEN listed.id IS NULL THEN [] ELSE [listed.id] END AS facts
ORDER BY date, body, person, message

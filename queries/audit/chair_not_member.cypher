// name: chair_not_member
// title: Somebody was in the chair who is not known as a member
// rests_on: A committee is chaired by one of its members: common practice and most councils' standing orders.
// severity: medium
// needs: Appointments of the body's members for that time, and lists of other meetings.
// settles: The council's list of memberships.
// params: offices: list?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (a:Attendance {status: 'present'})-[:AT]->(meeting:Meeting)-[:OF]->(body:Body)
WHERE toLower(coalesce(a.role, '')) IN $offices
MATCH (a)-[:PERSON]->(m:Mention)
OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person)
CALL (p, body, meeting) {
  OPTIONAL MATCH (p)-[r:SAT_ON]->(body)
  WHERE size(coalesce(r.on, [])) = 0 OR size(r.on) > 1 OR NOT meeting.date IN r.on
  RETURN count(r) AS seats
}
CALL (p, body, meeting) {
  OPTIONAL MATCH (body)<-[:OF]-(other:Meeting) WHERE other.id <> meeting.id
  RETURN count(other) AS others
}
CALL (body, meeting) {
  OPTIONAL MATCH (q:Person)-[r:SAT_ON]->(body)
  WHERE size(coalesce(r.on, [])) = 0 AND r.certainty = 'certain' AND r.from <= meeting.date AND (r.to IS NULL OR r.to >= meeting.date)
  RETURN count(q) AS appointed
}
WITH a, meeting, body, m, p, others, CASE
    WHEN p IS NULL THEN 'not_enough_evidence' WHEN seats > 0 THEN 'ok'
    WHEN others < 2 OR appointed = 0 THEN 'not_enough_evidence' ELSE 'finding' END AS verdict
RETURN verdict, coalesce(p.name, m.text) AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN m.text + ' was in the chair, and no appointment and none of ' + toString(others) + ' other meetings shows a membership'
    WHEN 'ok' THEN m.text + ' was in the chair and is known as a member'
    ELSE CASE WHEN p IS NULL THEN 'it is open who ' + m.text + ' is' ELSE 'appointments to ' + body.name + ' for that day, or lists of other meetings, are not in the store' END END AS message,
  [a.id] AS facts
ORDER BY date, body, person, message

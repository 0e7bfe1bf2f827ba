// name: appointed_from_outside
// title: A body sent somebody who is not known as its member
// rests_on: Whom a council may appoint to represent it is for its standing orders and for the rules of the body that is served; members
//   are usual, so anybody else is worth a look.
// severity: low
// needs: The list of those at the meeting that appointed, and who the appointed person is.
// settles: The rules of the body that is served, or the report behind the item.
// params: until: map?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Appointment)-[:MADE_BY]->(maker:Body)
WHERE f.outcome = 'agreed' AND f.action IN ['appoint', 'nominate']
MATCH (f)-[:TO]->(body:Body)
WHERE body.kind = 'external_body' AND body.id <> maker.id
MATCH (f)-[:PERSON]->(m:Mention), (f)-[:MADE_AT]->(meeting:Meeting)
OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person)
CALL (p, maker, meeting) {
  OPTIONAL MATCH (p)-[r:SAT_ON]->(maker) WHERE r.from <= meeting.date AND coalesce($until[r.id], r.to, r.known_to) >= meeting.date
  RETURN count(r) AS seats
}
CALL (p, maker) {
  OPTIONAL MATCH (p)-[a:ATTENDED]->(:Meeting)-[:OF]->(maker) WHERE coalesce(a.capacity, 'member') = 'member'
  RETURN count(a) AS listed
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:AT]-(any:Attendance {status: 'present'})
  RETURN count(any) AS present
}
WITH f, maker, body, meeting, m, p, CASE
    WHEN p IS NULL OR present = 0 THEN 'not_enough_evidence'
    WHEN seats > 0 OR listed > 0 OR p.kind = 'councillor' THEN 'ok' ELSE 'finding' END AS verdict
RETURN verdict, coalesce(p.name, m.text) AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN maker.name + ' sent ' + m.text + ' to ' + body.name + ', and no list shows ' + m.text + ' as its member'
    WHEN 'ok' THEN maker.name + ' sent ' + m.text + ', its member, to ' + body.name
    ELSE CASE WHEN p IS NULL THEN 'it is open who ' + m.text + ' is' ELSE 'the minutes list nobody as present' END END AS message,
  [f.id] AS facts
ORDER BY date, body, person, message

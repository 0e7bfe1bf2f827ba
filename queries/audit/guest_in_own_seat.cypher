// name: guest_in_own_seat
// title: A member of the body is listed as in attendance only
// rests_on: Attendance as a member is what counts under s.85 of the Local Government Act 1972, and who votes is a member.
// severity: medium
// needs: An appointment with a stated term that covers the day, and a list that is not that of the members.
// settles: The attendance register, or a correction in the minutes of the next meeting.
// params: until: map?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (a:Attendance {status: 'in_attendance'})-[:AT]->(meeting:Meeting)-[:OF]->(body:Body)
WHERE coalesce(a.capacity, '') <> 'officer' AND a.list IS NOT NULL
MATCH (a)-[:PERSON]->(m:Mention)-[:REFERS_TO]->(p:Person)
WHERE p.kind <> 'officer'
CALL (p, body, meeting) {
  OPTIONAL MATCH (p)-[r:SAT_ON]->(body)
  WHERE r.from <= meeting.date AND coalesce($until[r.id], r.to, r.known_to) >= meeting.date AND r.certainty = 'certain' AND NOT meeting.date IN coalesce(r.on, [])
  WITH r ORDER BY r.from, r.id
  RETURN collect(r) AS spells
}
CALL (body, meeting) {
  OPTIONAL MATCH (body)<-[:OF]-(other:Meeting) WHERE other.id <> meeting.id
  RETURN count(other) AS others
}
CALL (p, meeting) {
  OPTIONAL MATCH (p)-[x:ATTENDED]->(meeting) WHERE x.status <> 'in_attendance'
  RETURN count(x) AS otherwise
}
CALL (body, meeting) {
  OPTIONAL MATCH (g:Person)-[x:ATTENDED {status: 'in_attendance'}]->(meeting)
  WHERE EXISTS { (g)-[r:SAT_ON]->(body) WHERE r.from <= meeting.date AND coalesce($until[r.id], r.to, r.known_to) >= meeting.date }
  RETURN count(g) AS guests
}
WITH a, meeting, body, m, p, spells, otherwise, guests, CASE
    WHEN guests > 2 THEN 'not_enough_evidence'
    WHEN size(spells) > 0 AND otherwise = 0 THEN 'finding'
    WHEN others = 0 AND size(spells) = 0 THEN 'not_enough_evidence' ELSE 'ok' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN m.text + ' is listed as in attendance, and sat on ' + body.name + ': ' + head([s IN spells | s.why])
      + CASE head([s IN spells | s.certainty]) WHEN 'likely' THEN ' (an inference)' ELSE '' END
    WHEN 'ok' THEN m.text + ' is listed as in attendance, and nothing shows a seat on ' + body.name + ' that day'
    ELSE CASE WHEN guests > 2 THEN 'several members are listed as in attendance, so the list may be that of the members'
      ELSE 'no other meeting of ' + body.name + ' is in the store' END END AS message,
  [a.id] + reduce(ids = [], s IN spells | ids + s.facts) AS facts
ORDER BY date, body, person, message

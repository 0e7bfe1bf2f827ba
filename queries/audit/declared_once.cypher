// name: declared_once
// title: An interest was declared once and not when the same body came up again
// rests_on: An interest is disclosed at each meeting at which the matter is considered (Localism Act 2011, s.31; codes of conduct), unless
//   it stands in the register.
// severity: low
// needs: Whom the interest is about, and later minutes that name that body while the member was present.
// settles: The register of interests.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (d:Declaration)-[:ABOUT]->(about:Body)
MATCH (d)-[:PERSON]->(m:Mention)-[:REFERS_TO]->(p:Person)
MATCH (d)-[:AT]->(meeting:Meeting)-[:OF]->(body:Body)
CALL (p, about, meeting, body) {
  OPTIONAL MATCH (about)<-[:REFERS_TO]-(:Mention)<-[:NAMES]-(n:Fact)-[:AT|MADE_AT]->(later:Meeting)-[:OF]->(body)
  WHERE later.date > meeting.date AND NOT n:MeetingRecord AND NOT n:Attendance
    AND EXISTS { (p)-[:ATTENDED {status: 'present'}]->(later) }
    AND NOT EXISTS { (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(e:Declaration)-[:AT]->(later) WHERE EXISTS { (e)-[:ABOUT]->(about) } }
  WITH n, later ORDER BY later.date, n.order, n.id
  RETURN collect({id: n.id, date: later.date})[0] AS silent
}
CALL (p, about, meeting, body) {
  OPTIONAL MATCH (about)<-[:REFERS_TO]-(:Mention)<-[:NAMES]-(n:Fact)-[:AT|MADE_AT]->(later:Meeting)-[:OF]->(body)
  WHERE later.date > meeting.date AND NOT n:MeetingRecord AND NOT n:Attendance AND EXISTS { (p)-[:ATTENDED {status: 'present'}]->(later) }
  RETURN count(n) AS again
}
WITH *, CASE WHEN again = 0 THEN 'not_enough_evidence' WHEN silent.id IS NULL THEN 'ok' ELSE 'finding' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, coalesce(silent.date, meeting.date) AS date,
  CASE verdict
    WHEN 'finding' THEN m.text + ' declared an interest in ' + about.name + ' on ' + meeting.date + ', and none on ' + silent.date + ', where it is named'
    WHEN 'ok' THEN m.text + ' declared an interest in ' + about.name + ' each time'
    ELSE about.name + ' is not named at a later meeting at which ' + m.text + ' was present' END AS message,
  [d.id] + CASE WHEN silent.id IS NULL THEN [] ELSE [silent.id] END AS facts
ORDER BY date, body, person, message

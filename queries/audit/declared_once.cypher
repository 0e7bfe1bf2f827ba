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
    AND NOT EXISTS { (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(e:Declaration)-[:AT]->(later) }
  WITH n, later, last(split(p.name, ' ')) AS surname ORDER BY later.date, n.order, n.id
  WITH {id: n.id, date: later.date} AS place, EXISTS {
    // a sentence about several people, of which not every name was read
    (later)<-[:AT]-(:Declaration)-[:EVIDENCED_BY]->(said:Passage) WHERE said.text CONTAINS surname
  } AS said
  RETURN collect(CASE WHEN said THEN null ELSE place END)[0] AS silent, sum(CASE WHEN said THEN 1 ELSE 0 END) AS unsure
}
CALL (p, about, meeting, body) {
  OPTIONAL MATCH (about)<-[:REFERS_TO]-(:Mention)<-[:NAMES]-(n:Fact)-[:AT|MADE_AT]->(later:Meeting)-[:OF]->(body)
  WHERE later.date > meeting.date AND NOT n:MeetingRecord AND NOT n:Attendance AND EXISTS { (p)-[:ATTENDED {status: 'present'}]->(later) }
  RETURN count(n) AS again
}
WITH *, CASE WHEN again = 0 THEN 'not_enough_evidence' WHEN silent.id IS NULL AND unsure = 0 THEN 'ok'
  WHEN silent.id IS NULL OR EXISTS { (d)-[:EVIDENCED_BY]->(s:Passage) WHERE s.text CONTAINS ';' } THEN 'not_enough_evidence' ELSE 'finding' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, coalesce(silent.date, meeting.date) AS date,
  CASE verdict
    WHEN 'finding' THEN m.text + ' declared an interest in ' + about.name + ' on ' + meeting.date + ', and none on ' + silent.date + ', where it is named'
    WHEN 'ok' THEN m.text + ' declared an interest in ' + about.name + ' each time'
    ELSE CASE WHEN again > 0 THEN 'of what ' + m.text + ' declared only a part may have been read'
      ELSE about.name + ' is not named at a later meeting at which ' + m.text + ' was present' END END AS message,
  [d.id] + CASE WHEN silent.id IS NULL THEN [] ELSE [silent.id] END AS facts
ORDER BY date, body, person, message

// name: mover_not_present
// title: A motion was moved or seconded by somebody not recorded as present
// rests_on: Only a member who is present can move or second; the list or the motion is wrong.
// severity: medium
// needs: A list of those present that has nobody else of the surname and all other movers, and a person who is listed at other meetings.
// settles: The attendance register, or a correction in the minutes of the next meeting.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (meeting:Meeting)
CALL (meeting) {
  OPTIONAL MATCH (o:Motion)-[:AT]->(meeting)
  OPTIONAL MATCH (o)-[:PROPOSED_BY|SECONDED_BY]->(:Mention)-[:REFERS_TO]->(w:Person)
  WHERE NOT EXISTS { (w)-[:ATTENDED]->(meeting) }
  RETURN count(DISTINCT w) AS unlisted
}
MATCH (f:Motion)-[:AT]->(meeting)
MATCH (f)-[r:PROPOSED_BY|SECONDED_BY]->(m:Mention)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person)
CALL (p, meeting) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(a:Attendance)-[:AT]->(meeting)
  RETURN collect(DISTINCT a.status) AS statuses
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:AT]-(any:Attendance {status: 'present'})
  RETURN count(any) AS present
}
CALL (m, p, meeting) {
  OPTIONAL MATCH (q:Person)<-[:REFERS_TO]-(n:Mention)<-[:PERSON]-(a:Attendance)-[:AT]->(meeting)
  WHERE (p IS NULL OR q <> p) AND last(split(replace(toLower(n.text), '-', ' '), ' ')) = last(split(replace(toLower(m.text), '-', ' '), ' '))
  RETURN count(q) AS namesakes
}
CALL (p) {
  OPTIONAL MATCH (p)-[x:ATTENDED]->(:Meeting)
  WHERE x.status <> 'in_attendance'
  RETURN count(x) AS known
}
WITH f, r, m, meeting, body, p, statuses, present, CASE
    WHEN p IS NULL OR present = 0 THEN 'not_enough_evidence'
    WHEN 'present' IN statuses THEN 'ok'
    WHEN namesakes > 0 OR known = 0 OR unlisted > 1 OR 'in_attendance' IN statuses THEN 'not_enough_evidence' ELSE 'finding' END AS verdict,
  CASE type(r) WHEN 'PROPOSED_BY' THEN ' moved' ELSE ' seconded' END AS act
RETURN verdict, coalesce(p.name, m.text) AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN m.text + act + ', and ' + CASE WHEN any(s IN statuses WHERE s IN ['apologies', 'absent']) THEN 'is recorded as away'
      WHEN 'in_attendance' IN statuses THEN 'is recorded as in attendance only' ELSE 'is in no list of the meeting' END
    WHEN 'ok' THEN m.text + act + ', and is listed as present'
    ELSE CASE WHEN p IS NULL THEN m.text + act + ', and it is open who that is' WHEN present = 0 THEN m.text + act + ', and the minutes list nobody as present'
      ELSE m.text + act + ', and is listed as in attendance, or somebody else of the name is, or the name is in no list at all' END
  END AS message,
  [f.id] AS facts
ORDER BY date, body, person, message, facts

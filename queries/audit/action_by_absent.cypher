// name: action_by_absent
// title: Somebody acted at a meeting who is not recorded as there
// rests_on: Only somebody who is there can move, second, vote, speak or declare; the list or the action is wrong.
// severity: high
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
MATCH (f:Motion|Vote|Declaration|Contribution)-[:AT]->(meeting)
MATCH (f)-[r:PROPOSED_BY|SECONDED_BY|PERSON]->(m:Mention)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person)
CALL (p, meeting) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(a:Attendance)-[:AT]->(meeting)
  OPTIONAL MATCH (a)-[e:EVIDENCED_BY {part: 'statement'}]->(:Passage)
  RETURN collect(DISTINCT a.status) AS statuses, [rule IN collect(DISTINCT e.rule) WHERE rule <> 'attendance.spoke'] AS recorded
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
WITH f, r, m, meeting, body, p, statuses, recorded, present, namesakes, known, unlisted,
  CASE type(r) WHEN 'PROPOSED_BY' THEN 'moved' WHEN 'SECONDED_BY' THEN 'seconded' ELSE
    CASE WHEN f:Vote THEN 'voted' WHEN f:Declaration THEN 'declared an interest' ELSE coalesce(f.kind, 'spoke') END END AS act
WITH *, CASE
    WHEN p IS NULL OR present = 0 THEN 'not_enough_evidence'
    WHEN any(s IN statuses WHERE s IN ['present', 'in_attendance']) AND size(recorded) > 0 THEN 'ok'
    WHEN any(s IN statuses WHERE s IN ['present', 'in_attendance']) AND f:Contribution AND p.kind <> 'councillor' THEN 'ok'
    WHEN namesakes > 0 OR known = 0 OR unlisted > 1 THEN 'not_enough_evidence'
    ELSE 'finding' END AS verdict
WITH verdict, p, m.text AS name, body, meeting, act, present, statuses, min(f.id) AS fact, count(*) AS times
RETURN verdict, coalesce(p.name, name) AS person, p.id AS person_id, body.name AS body, body.id AS body_id,
  meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN name + ' ' + act + ', and ' + CASE WHEN any(s IN statuses WHERE s IN ['apologies', 'absent'])
      THEN 'is recorded as absent' ELSE 'no list of the meeting names them' END
    WHEN 'ok' THEN name + ' ' + act + ', and is listed'
    ELSE CASE WHEN p IS NULL THEN name + ' ' + act + ', and it is open who that is'
      WHEN present = 0 THEN name + ' ' + act + ', and the minutes list nobody as present'
      ELSE name + ' ' + act + ', and somebody else of the name is listed, or the name is in no list at all' END
  END AS message,
  [fact] AS facts
ORDER BY date, body, person, message

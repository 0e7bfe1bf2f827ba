// name: mover_not_present
// title: A motion was moved or seconded by somebody not recorded as present
// rests_on: Only a member who is present can move or second; the list or the motion is wrong.
// severity: medium
// needs: A list of those present, and identity must know who moved.
// settles: The attendance register, or a correction in the minutes of the next meeting.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Motion)-[r:PROPOSED_BY|SECONDED_BY]->(m:Mention)
MATCH (f)-[:AT]->(meeting:Meeting)
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
WITH f, r, m, meeting, body, p, statuses, CASE
    WHEN p IS NULL OR present = 0 THEN 'not_enough_evidence'
    WHEN 'present' IN statuses THEN 'ok' ELSE 'finding' END AS verdict,
  CASE type(r) WHEN 'PROPOSED_BY' THEN ' moved' ELSE ' seconded' END AS act
RETURN verdict, coalesce(p.name, m.text) AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN m.text + act + ', and ' + CASE WHEN any(s IN statuses WHERE s IN ['apologies', 'absent']) THEN 'is recorded as away'
      WHEN 'in_attendance' IN statuses THEN 'is recorded as in attendance only' ELSE 'is in no list of the meeting' END
    WHEN 'ok' THEN m.text + act + ', and is listed as present'
    ELSE CASE WHEN p IS NULL THEN m.text + act + ', and it is open who that is' ELSE m.text + act + ', and the minutes list nobody as present' END
  END AS message,
  [f.id] AS facts
ORDER BY date, body, person, message, facts

// name: apology_and_presence
// title: Somebody is recorded with apologies and as present at one meeting
// rests_on: A record of a meeting can say only one of the two; which one counts for attendance under s.85 of the Local
//   Government Act 1972.
// severity: high
// needs: The lists of those present and of apologies.
// settles: The attendance register, or a correction in the minutes of the next meeting.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (p:Person)<-[:REFERS_TO]-(m:Mention)<-[:PERSON]-(a:Attendance {status: 'apologies'})-[:AT]->(meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
CALL (p, m, meeting) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(n:Mention)<-[:PERSON]-(b:Attendance)-[:AT]->(meeting)
  WHERE b.status IN ['present', 'in_attendance']
    AND last(split(toLower(n.text), ' ')) = last(split(toLower(m.text), ' '))
  WITH b, n ORDER BY b.order
  RETURN collect(b.id) AS listed, collect(n.text) AS texts, collect(b.left) + collect(b.arrived) AS times
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:AT]-(any:Attendance {status: 'present'})
  RETURN count(any) AS present
}
WITH p, m, a, meeting, body, listed, texts, times,
  CASE WHEN size(listed) > 0 THEN 'finding' WHEN present = 0 THEN 'not_enough_evidence' ELSE 'ok' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict WHEN 'ok' THEN m.text + ' sent apologies and is not listed as there'
    WHEN 'not_enough_evidence' THEN m.text + ' sent apologies, and the minutes list nobody as present'
    ELSE m.text + ' is recorded with apologies, and as there, as ' + texts[0] +
      CASE WHEN size(times) > 0 THEN ' (a time of coming or leaving is given)' ELSE '' END END AS message,
  [a.id] + listed AS facts
ORDER BY date, body, person, message

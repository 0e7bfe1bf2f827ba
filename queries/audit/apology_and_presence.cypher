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
  // a grid has columns for several meetings; which of them is meant can be misread
  RETURN any(x IN collect(b) WHERE EXISTS {
    (x)-[e:EVIDENCED_BY]->(s:Passage) WHERE e.rule = 'attendance.grid' OR e.part = 'heading' AND s.text =~ '(?is).*[a-z] attendance.*'
  }) AS grid, collect(b.id) AS listed, collect(n.text) AS texts, collect(b.left) + collect(b.arrived) AS times
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:AT]-(any:Attendance {status: 'present'})
  RETURN count(any) AS present
}
CALL (meeting) {
  // minutes of two meetings of one day have two lists of apologies
  OPTIONAL MATCH (meeting)<-[:AT]-(x:Attendance {status: 'apologies'})
  WITH meeting, count(DISTINCT x.list) AS lists
  MATCH (meeting)<-[:AT]-(r:MeetingRecord)
  WITH lists, count(r) AS counted
  RETURN CASE WHEN lists > counted THEN lists ELSE counted END AS records
}
WITH p, m, a, meeting, body, grid, listed, texts, times,
  CASE WHEN size(listed) > 0 AND (grid OR meeting.date IS NULL OR records > 1) THEN 'not_enough_evidence' WHEN size(listed) > 0 THEN 'finding' WHEN present = 0 THEN 'not_enough_evidence' ELSE 'ok' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict WHEN 'ok' THEN m.text + ' sent apologies and is not listed as there'
    WHEN 'not_enough_evidence' THEN CASE WHEN size(listed) > 0 THEN m.text + ' is in a grid of several meetings, or in minutes without a date or of two meetings'
      ELSE m.text + ' sent apologies, and the minutes list nobody as present' END
    ELSE m.text + ' is recorded with apologies, and as there, as ' + texts[0] +
      CASE WHEN size(times) > 0 THEN ' (a time of coming or leaving is given)' ELSE '' END END AS message,
  [a.id] + listed AS facts
ORDER BY date, body, person, message

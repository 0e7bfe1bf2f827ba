// name: substituted_and_present
// title: A member was substituted and is listed as present
// rests_on: A substitute takes the place of somebody who is not there: common practice and most councils' standing orders.
// severity: high
// needs: The substitution names the absent member and, not by initials, somebody else who substituted, identity knows who that is, and the minutes list those present.
// settles: The attendance register, or a correction in the minutes of the next meeting.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Substitution)-[:AT]->(meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
MATCH (f)-[:SUBSTITUTE]->(sm:Mention)
OPTIONAL MATCH (f)-[:ABSENT]->(am:Mention)
OPTIONAL MATCH (am)-[:REFERS_TO]->(absent:Person)
OPTIONAL MATCH (sm)-[:REFERS_TO]->(stood:Person)
CALL (meeting, absent) {
  OPTIONAL MATCH (absent)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(a:Attendance {status: 'present'})-[:AT]->(meeting)
  WITH DISTINCT a ORDER BY a.order, a.id
  RETURN collect(a.id) AS listed, collect(a.arrived) + collect(a.left) AS times
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:AT]-(any:Attendance {status: 'present'})
  RETURN count(any) AS present
}
WITH f, meeting, body, sm, am, absent, stood, listed, times, CASE
    WHEN absent IS NULL OR present = 0 OR stood = absent OR sm.text =~ '[A-Z]([. ]*[A-Z]){0,3}[.]?' THEN 'not_enough_evidence'
    WHEN size(listed) > 0 THEN 'finding' ELSE 'ok' END AS verdict
RETURN verdict, coalesce(absent.name, am.text) AS person, absent.id AS person_id, body.name AS body, body.id AS body_id,
  meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN sm.text + ' substituted for ' + am.text + ', who is listed as present'
      + CASE WHEN size(times) > 0 THEN ' (a time of coming or leaving is given: ' + toString(head(times)) + ')' ELSE '' END
    WHEN 'ok' THEN sm.text + ' substituted for ' + am.text + ', who is not listed as present'
    ELSE CASE WHEN am IS NULL THEN 'for whom ' + sm.text + ' substituted is not said'
      WHEN absent IS NULL THEN 'it is open who ' + am.text + ' is'
      WHEN stood = absent OR sm.text =~ '[A-Z]([. ]*[A-Z]){0,3}[.]?' THEN 'who substituted for ' + am.text + ' is not certain' ELSE 'the minutes list nobody as present' END END AS message,
  [f.id] + listed AS facts
ORDER BY date, body, person, message

// name: substitute_without_apology
// title: A substitute came, and no apology of the absent member is recorded
// rests_on: Common practice and most councils' standing orders: a substitute is announced together with the apology
//   of the member whose place is taken.
// severity: medium
// needs: The substitution names the absent member, and identity knows who that is.
// settles: The agenda front or the attendance register of that meeting.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Substitution)-[:AT]->(meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
MATCH (f)-[:SUBSTITUTE]->(sm:Mention)
OPTIONAL MATCH (f)-[:ABSENT]->(am:Mention)
OPTIONAL MATCH (am)-[:REFERS_TO]->(absent:Person)
CALL (meeting, absent) {
  OPTIONAL MATCH (absent)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(a:Attendance)-[:AT]->(meeting)
  WHERE a.status IN ['apologies', 'absent']
  RETURN collect(DISTINCT a.id) AS apologies
}
WITH f, meeting, body, sm, am, absent, apologies,
  CASE WHEN am IS NULL THEN 'not_enough_evidence' WHEN absent IS NULL THEN 'not_enough_evidence'
    WHEN size(apologies) > 0 THEN 'ok' ELSE 'finding' END AS verdict
RETURN verdict, coalesce(absent.name, am.text, sm.text) AS person, absent.id AS person_id, body.name AS body,
  body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN sm.text + ' substituted for ' + am.text + ', and no apology of ' + am.text + ' is recorded'
    WHEN 'ok' THEN sm.text + ' substituted for ' + am.text + ', whose apology is recorded'
    ELSE CASE WHEN am IS NULL THEN sm.text + ' came as substitute, and the minutes do not say for whom'
      ELSE sm.text + ' substituted for ' + am.text + ', and it is open who that is' END
  END AS message,
  [f.id] + apologies AS facts
ORDER BY date, body, person, message

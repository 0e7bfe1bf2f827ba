// name: previous_minutes_missing
// title: Minutes were approved that are not in the store
// rests_on: Minutes are submitted to the next suitable meeting for approval (Local Government Act 1972, Schedule 12, paragraph 41): so there were
//   such minutes.
// severity: low
// needs: Minutes that name the meeting whose minutes they approve.
// settles: The council's archive of minutes.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:PreviousMinutes)-[:AT]->(meeting:Meeting)-[:OF]->(body:Body)
WHERE f.approved IS NOT NULL
CALL (body, f) {
  OPTIONAL MATCH (body)<-[:OF]-(m:Meeting) WHERE m.date STARTS WITH f.approved OR f.approved IN coalesce(m.dates, [])
  RETURN count(m) AS held
}
WITH f, meeting, body, CASE WHEN held > 0 THEN 'ok' ELSE 'finding' END AS verdict
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict WHEN 'ok' THEN 'the minutes of ' + f.approved + ' are in the store'
    ELSE 'the minutes of ' + f.approved + ' were approved and are not in the store' END AS message,
  [f.id] AS facts
ORDER BY date, body, message

// name: previous_minutes_missing
// title: Minutes were approved that are not in the store
// rests_on: Minutes are submitted to the next suitable meeting for approval (Local Government Act 1972, Schedule 12, paragraph 41): so there were
//   such minutes.
// severity: low
// needs: Minutes that name the meeting of the body whose minutes they approve.
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
CALL (f) {
  MATCH (f)-[:EVIDENCED_BY {part: 'statement'}]->(p:Passage)
  WITH toLower(p.text) AS text ORDER BY text
  RETURN collect(text)[0] AS text
}
WITH *, EXISTS { (o:Meeting {scope: meeting.scope}) WHERE o.date = f.approved } AS elsewhere
WITH *, CASE WHEN held > 0 THEN 'ok'
    WHEN elsewhere THEN 'not_enough_evidence'
    // what is not about minutes, is a heading, or is about those of another body; days as numbers may be months
    WHEN NOT text CONTAINS 'minutes' OR text STARTS WITH 'minutes of proceedings' OR text CONTAINS 'before' OR text =~ '(?s).*[0-9]/[0-9].*'
      OR any(word IN ['committee', 'sub-committee', 'area', 'group', 'forum', 'working'] WHERE text CONTAINS word AND NOT toLower(body.name) CONTAINS word)
      THEN 'not_enough_evidence'
    ELSE 'finding' END AS verdict
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'ok' THEN 'the minutes of ' + f.approved + ' are in the store'
    WHEN 'finding' THEN 'the minutes of ' + f.approved + ' were approved and are not in the store'
    ELSE 'a day ' + f.approved + ' is named of which there are no minutes in the store; that it is a meeting of this body is not certain' END AS message,
  [f.id] AS facts
ORDER BY date, body, message

// name: announced_never_recorded
// title: A meeting was announced, and there are no minutes of it
// rests_on: Common practice: a meeting that was announced was held, put off or cancelled, and one of these is recorded.
// severity: low
// needs: The announcement, and later minutes of the body.
// settles: The council's calendar of meetings.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Announcement)-[:AT]->(meeting:Meeting)-[:OF]->(body:Body)
WHERE size(f.announced) = 10
CALL (body, f) {
  OPTIONAL MATCH (body)<-[:OF]-(m:Meeting)
  RETURN sum(CASE WHEN m.date = f.announced THEN 1 ELSE 0 END) AS held, max(m.date) AS latest
}
WITH f, meeting, body, latest, CASE WHEN held > 0 THEN 'ok' WHEN latest > f.announced THEN 'finding' ELSE 'not_enough_evidence' END AS verdict
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, f.announced AS date,
  CASE verdict WHEN 'ok' THEN 'the meeting announced for ' + f.announced + ' was held'
    WHEN 'finding' THEN 'a meeting was announced for ' + f.announced + ', and no minutes of it are in the store, though later ones are'
    ELSE 'a meeting was announced for ' + f.announced + '; the store ends with ' + latest END AS message,
  [f.id] AS facts
ORDER BY date, body, message, facts

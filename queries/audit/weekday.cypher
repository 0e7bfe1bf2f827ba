// name: weekday
// title: The day of the week does not fit the date
// rests_on: Common practice: minutes are found by their date, and one of the two is wrong.
// severity: low
// needs: A heading that gives the day of the week with the date.
// settles: The notice of the meeting.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
CALL (meeting) {
  MATCH (f:Warning {code: 'weekday'})-[:AT]->(meeting)
  RETURN 'finding' AS verdict, f.message AS message, f.id AS fact, f.order AS place
  UNION ALL
  MATCH (r:MeetingRecord)-[:AT]->(meeting)
  WHERE size(meeting.date) = 10 AND NOT EXISTS { (:Warning {code: 'weekday'})-[:AT]->(meeting) }
  WITH r, ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'][date(meeting.date).dayOfWeek - 1] AS day
  WHERE EXISTS { (r)-[:EVIDENCED_BY]->(p:Passage) WHERE toLower(p.text) CONTAINS day }
  RETURN 'ok' AS verdict, 'the heading says ' + day + ', and so it was' AS message, r.id AS fact, 0 AS place
}
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date, message,
  [fact] AS facts
ORDER BY date, body, message, place, fact

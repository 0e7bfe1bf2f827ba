// name: weekday
// title: The day of the week does not fit the date
// rests_on: Common practice: minutes are found by their date, and one of the two is wrong.
// severity: low
// needs: A heading that gives the day of the week with the date.
// settles: The notice of the meeting.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Warning {code: 'weekday'})-[:AT]->(meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
RETURN 'finding' AS verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id,
  meeting.date AS date, f.message AS message, [f.id] AS facts
ORDER BY date, body, message, f.order

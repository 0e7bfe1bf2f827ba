// name: numbering
// title: A paragraph's number disagrees with the number of its heading
// rests_on: Common practice: decisions are cited by paragraph, and a wrong number cites another item.
// severity: low
// needs: Numbered headings and paragraphs; numbers that are more than one apart may be times, amounts or another numbering.
// settles: The agenda of the meeting.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Warning {code: 'numbering'})-[:AT]->(meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
WITH f, meeting, body, toInteger(split(split(f.message, 'numbered ')[1], '.')[0]) - toInteger(last(split(f.message, ' '))) AS apart
RETURN CASE WHEN abs(apart) <= 1 THEN 'finding' ELSE 'not_enough_evidence' END AS verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id,
  meeting.date AS date, f.message AS message, [f.id] AS facts
ORDER BY date, body, message, f.order

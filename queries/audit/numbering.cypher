// name: numbering
// title: A paragraph's number disagrees with the number of its heading
// rests_on: Common practice: decisions are cited by paragraph, and a wrong number cites another item.
// severity: low
// needs: Numbered headings and paragraphs; numbers that are more than one apart, or with two decimals, may be times, amounts or another
//   numbering.
// settles: The agenda of the meeting.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
CALL (meeting) {
  MATCH (f:Warning {code: 'numbering'})-[:AT]->(meeting)
  WITH f, toInteger(split(split(f.message, 'numbered ')[1], '.')[0]) - toInteger(last(split(f.message, ' '))) AS apart,
    // two decimals may be an amount
    f.message =~ '.* [0-9]+[.][0-9]{2}( .*|$)' AS amount
  RETURN CASE WHEN abs(apart) <= 1 AND NOT amount THEN 'finding' ELSE 'not_enough_evidence' END AS verdict, f.message AS message, f.id AS fact, f.order AS place
  UNION ALL
  MATCH (i:AgendaItem)-[:AT]->(meeting)
  WHERE i.number =~ '[0-9]+'
  WITH meeting, collect(i.number) AS headings
  MATCH (r:Resolution)-[:AT]->(meeting)
  WHERE r.item =~ '[0-9]+[.][0-9]+' AND split(r.item, '.')[0] IN headings
    AND NOT EXISTS { (:Warning {code: 'numbering'})-[:AT]->(meeting) }
  RETURN 'ok' AS verdict, toString(count(r)) + ' decisions have the number of their heading' AS message, min(r.id) AS fact, 0 AS place
}
WITH * WHERE fact IS NOT NULL
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date, message,
  [fact] AS facts
ORDER BY date, body, message, place, fact

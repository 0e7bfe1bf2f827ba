// name: name_spelt_two_ways
// title: One document spells a name in two ways
// rests_on: Common practice: a name that is searched for is found only in the spelling searched for.
// severity: low
// needs: Two spellings in one document that identity takes for one person; in order is somebody who is named at least twice.
// settles: The council's list of members.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
CALL (meeting) {
  MATCH (meeting)<-[:AT|MADE_AT]-(f:Fact)-->(m:Mention)-[r:REFERS_TO]->(p:Person)
  RETURN p, r.spelling AS usual, CASE WHEN r.spelling IS NULL THEN null ELSE m.text END AS odd, min(f.id) AS fact, count(DISTINCT m) AS times
}
WITH meeting, body, p, usual, odd, fact, times
WHERE usual IS NOT NULL OR times > 1
WITH meeting, body, CASE WHEN usual IS NULL THEN 'ok' ELSE 'finding' END AS verdict, p, usual, odd, fact, times
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict WHEN 'finding' THEN '“' + odd + '” is “' + usual + '” elsewhere in the same minutes'
    ELSE 'named ' + toString(times) + ' times, and not spelt in two ways' END AS message,
  [fact] AS facts
ORDER BY date, body, person, message, person_id

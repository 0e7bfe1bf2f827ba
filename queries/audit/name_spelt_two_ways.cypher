// name: name_spelt_two_ways
// title: One document spells a name in two ways
// rests_on: Common practice: a name that is searched for is found only in the spelling searched for.
// severity: low
// needs: Two spellings in one document that identity takes for one person.
// settles: The council's list of members.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (p:Person)<-[r:REFERS_TO]-(m:Mention)<--(f:Fact)-[:AT|MADE_AT]->(meeting:Meeting)
WHERE r.spelling IS NOT NULL
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
WITH p, meeting, body, r.spelling AS usual, m.text AS odd, min(f.id) AS fact, count(*) AS times
RETURN 'finding' AS verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id,
  meeting.date AS date, '“' + odd + '” is “' + usual + '” elsewhere in the same minutes' AS message, [fact] AS facts
ORDER BY date, body, person, message

// name: declared_and_voted
// title: Somebody declared an interest and voted on the item
// rests_on: A member with a disclosable pecuniary interest must not vote on the matter (Localism Act 2011, s.31(4)); for other interests
//   the council's code of conduct says.
// severity: high
// needs: A declaration on a named item, and votes by name.
// settles: The register of interests, or a dispensation (Localism Act 2011, s.33).
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (d:Declaration)-[:PERSON]->(m:Mention)-[:REFERS_TO]->(p:Person)
MATCH (d)-[:AT]->(meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
CALL (p, meeting) {
  MATCH (v:Vote)-[:PERSON]->(:Mention)-[:REFERS_TO]->(p)
  MATCH (v)-[:AT]->(meeting)
  OPTIONAL MATCH (v)-[:ON]->(motion:Motion)
  WITH DISTINCT v, motion ORDER BY v.order, v.id
  RETURN collect({id: v.id, vote: v.vote, item: motion.item}) AS votes
}
CALL (meeting) {
  OPTIONAL MATCH (any:Vote)-[:AT]->(meeting)
  RETURN count(any) AS named
}
WITH d, m, p, meeting, body, votes, named,
  [v IN votes WHERE d.item IS NOT NULL AND v.item IS NOT NULL AND (v.item = d.item OR v.item STARTS WITH d.item + '.')] AS same
WITH *, CASE WHEN named = 0 THEN 'not_enough_evidence' WHEN size(same) > 0 THEN 'finding'
  WHEN size(votes) > 0 AND (d.item IS NULL OR any(v IN votes WHERE v.item IS NULL)) THEN 'not_enough_evidence' ELSE 'ok' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN m.text + ' declared ' + coalesce('a ' + d.kind, 'an interest') + ' in item ' + d.item + ' and voted ' + same[0].vote
    WHEN 'ok' THEN m.text + ' declared ' + coalesce('a ' + d.kind, 'an interest') + ' and is in no vote on that item'
    ELSE CASE named WHEN 0 THEN 'nobody is named in a vote: ' ELSE '' END + m.text + ' declared ' + coalesce('a ' + d.kind, 'an interest') + CASE named WHEN 0 THEN '' ELSE ' and voted; whether on that item is not known' END END AS message,
  [d.id] + CASE verdict WHEN 'finding' THEN [v IN same | v.id] WHEN 'ok' THEN [] ELSE [v IN votes | v.id] END AS facts
ORDER BY date, body, person, message

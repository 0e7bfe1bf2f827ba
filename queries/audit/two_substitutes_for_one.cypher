// name: two_substitutes_for_one
// title: Two people substituted for one member at one meeting
// rests_on: A seat has one vote, so it can have one substitute: common practice and most councils' standing orders.
// severity: high
// needs: The substitutions name the absent member, and identity knows who that is.
// settles: The agenda front or the attendance register of that meeting.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Substitution)-[:AT]->(meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
MATCH (f)-[:SUBSTITUTE]->(sm:Mention)
OPTIONAL MATCH (sm)-[:REFERS_TO]->(s:Person)
OPTIONAL MATCH (f)-[:ABSENT]->(am:Mention)-[:REFERS_TO]->(absent:Person)
WITH meeting, body, absent, f, sm, s
ORDER BY f.order, f.id
WITH meeting, body, absent, CASE WHEN absent IS NULL THEN f.id END AS alone, collect(f.id) AS facts,
  collect(sm.text) AS texts, count(DISTINCT coalesce(s.id, sm.id)) AS substitutes
WITH *, CASE WHEN absent IS NULL THEN 'not_enough_evidence' WHEN substitutes > 1 THEN 'finding' ELSE 'ok' END AS verdict
RETURN verdict, absent.name AS person, absent.id AS person_id, body.name AS body, body.id AS body_id,
  meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN reduce(t = head(texts), x IN tail(texts) | t + ' and ' + x) + ' substituted for ' + absent.name
    WHEN 'ok' THEN head(texts) + ' alone substituted for ' + absent.name
    ELSE 'for whom ' + head(texts) + ' substituted is not known' END AS message,
  facts
ORDER BY date, body, person, message

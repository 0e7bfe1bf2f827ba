// name: same_mover_and_seconder
// title: One person moved and seconded a motion
// rests_on: A motion needs two members: common practice and most councils' standing orders.
// severity: medium
// needs: Identity must know who moved and who seconded.
// settles: The clerk's notes, or a correction in the minutes of the next meeting.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Motion)-[:PROPOSED_BY]->(a:Mention)
MATCH (f)-[:SECONDED_BY]->(b:Mention)
MATCH (f)-[:AT]->(meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
OPTIONAL MATCH (a)-[:REFERS_TO]->(p:Person)
OPTIONAL MATCH (b)-[:REFERS_TO]->(q:Person)
WITH f, a, b, meeting, body, p, q, CASE
    WHEN p IS NULL OR q IS NULL THEN 'not_enough_evidence' WHEN p.id = q.id THEN 'finding' ELSE 'ok' END AS verdict
RETURN verdict, coalesce(p.name, a.text) AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN a.text + ' moved and ' + b.text + ' seconded: one person'
    WHEN 'ok' THEN a.text + ' moved and ' + b.text + ' seconded'
    ELSE 'it is open who ' + CASE WHEN p IS NULL THEN a.text ELSE b.text END + ' is' END AS message,
  [f.id] AS facts
ORDER BY date, body, person, message, facts

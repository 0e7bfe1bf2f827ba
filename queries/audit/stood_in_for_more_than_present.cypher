// name: stood_in_for_more_than_present
// title: A member is substituted more often than they come
// rests_on: Common practice: substitutes are for occasions, and a seat that its holder does not use is reviewed.
// severity: low
// needs: At least three meetings at which the member came or was substituted.
// settles: The body's attendance record over the council year.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Substitution)-[:ABSENT]->(:Mention)-[:REFERS_TO]->(p:Person)
MATCH (f)-[:AT]->(meeting:Meeting)-[:OF]->(body:Body)
WITH p, body, meeting, f ORDER BY meeting.date, f.id
WITH p, body, collect(DISTINCT meeting.id) AS away, collect(DISTINCT f.id) AS facts, max(meeting.date) AS date
CALL (p, body) {
  OPTIONAL MATCH (p)-[a:ATTENDED {status: 'present'}]->(m:Meeting)-[:OF]->(body)
  RETURN collect(DISTINCT m.id) AS came
}
WITH *, size([m IN came WHERE NOT m IN away]) AS present, size(away) AS times
WITH *, CASE WHEN present + times < 3 THEN 'not_enough_evidence' WHEN times > present THEN 'finding' ELSE 'ok' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, date,
  p.name + ' was substituted at ' + toString(times) + ' and came to ' + toString(present) + CASE present WHEN 1 THEN ' meeting of ' ELSE ' meetings of ' END + body.name AS message,
  facts
ORDER BY date, body, person, message

// name: appointment_without_person
// title: An appointment describes the holder and names nobody
// rests_on: A resolution that appoints can be checked, and acted upon, only when it says whom.
// severity: medium
// needs: The decision.
// settles: The report behind the item, or the list of memberships that the council publishes.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Appointment)-[:MADE_AT]->(meeting:Meeting)
WHERE f.action IN ['appoint', 'elect', 'co_opt', 'nominate', 'continue', 'replace'] AND f.outcome IN ['agreed', 'noted']
OPTIONAL MATCH (f)-[:TO]->(body:Body)
OPTIONAL MATCH (f)-[:PERSON]->(m:Mention)
OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person)
WITH f, meeting, body, m, p, CASE WHEN m IS NULL THEN 'finding' ELSE 'ok' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict WHEN 'ok' THEN m.text + ' was named for a place on ' + coalesce(body.name, 'a body')
    ELSE 'a place as ' + coalesce(f.role, 'member') + ' on ' + coalesce(body.name, 'a body') + ' went to “' +
      coalesce(f.holder, f.represents, 'somebody') + '”: no name is given' END AS message,
  [f.id] AS facts
ORDER BY date, body, person, message

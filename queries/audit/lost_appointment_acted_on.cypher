// name: lost_appointment_acted_on
// title: An appointment that was not made is acted upon
// rests_on: A proposal that is lost or put off appoints nobody.
// severity: high
// needs: The decision, and later minutes of the body.
// settles: The decision that did appoint.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Appointment)-[:PERSON]->(m:Mention)
WHERE f.outcome IN ['lost', 'deferred'] AND f.action IN ['appoint', 'elect', 'co_opt', 'nominate', 'replace']
MATCH (f)-[:TO]->(body:Body), (f)-[:MADE_AT]->(meeting:Meeting)
OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person)
OPTIONAL MATCH (f)-[:AS]->(role:Role)
CALL (body, meeting) {
  OPTIONAL MATCH (body)<-[:OF]-(later:Meeting) WHERE later.date > meeting.date
  RETURN count(later) AS later
}
CALL (p, body, meeting, role, f) {
  MATCH (p)-[x:ATTENDED]->(then:Meeting)-[:OF]->(body)
  WHERE then.date > meeting.date AND x.status IN ['present', 'apologies', 'absent']
  WITH p, body, meeting, role, f, then, x.facts AS ids
  UNWIND ids AS id
  MATCH (a:Attendance {id: id})
  WITH p, body, meeting, role, f, then, a
  WHERE (CASE WHEN role.kind = 'office' THEN EXISTS { (a)-[:AS]->(role) }
      ELSE NOT EXISTS { (p)-[r:SAT_ON]->(body) WHERE r.from <= meeting.date } END)
    AND NOT EXISTS {
      MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(again:Appointment)-[:TO]->(body)
      MATCH (again)-[:MADE_AT]->(when:Meeting)
      WHERE again.outcome IN ['agreed', 'noted'] AND when.date <= then.date AND when.date >= meeting.date AND again.id <> f.id
        AND (role.kind <> 'office' OR EXISTS { (again)-[:AS]->(role) })
    }
    AND NOT EXISTS { (p)<-[:REFERS_TO]-(:Mention)<-[:SUBSTITUTE]-(:Substitution)-[:AT]->(then) }
  WITH a, then ORDER BY then.date, a.order, a.id
  RETURN collect({id: a.id, date: then.date})[0] AS listed, count(a) AS times
}
WITH *, CASE WHEN p IS NULL OR later = 0 THEN 'not_enough_evidence' WHEN times > 0 THEN 'finding' ELSE 'ok' END AS verdict
RETURN verdict, coalesce(p.name, m.text) AS person, p.id AS person_id, body.name AS body, body.id AS body_id,
  coalesce(listed.date, meeting.date) AS date,
  CASE verdict
    WHEN 'finding' THEN 'the appointment of ' + m.text + ' as ' + coalesce(f.role, 'member') + ' of ' + body.name + ' was ' + f.outcome
      + ' on ' + meeting.date + ', and ' + m.text + ' is listed so on ' + listed.date
    WHEN 'ok' THEN 'the appointment of ' + m.text + ' to ' + body.name + ' was ' + f.outcome + ', and no later list shows it'
    ELSE CASE WHEN p IS NULL THEN 'it is open who ' + m.text + ' is' ELSE 'no later meeting of ' + body.name + ' is in the store' END
  END AS message,
  [f.id] + CASE WHEN listed.id IS NULL THEN [] ELSE [listed.id] END AS facts
ORDER BY date, body, person, message

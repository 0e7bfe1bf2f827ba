// name: replaced_still_listed
// title: Somebody who was replaced is still listed as member
// rests_on: A seat has one holder: whoever is replaced is a member no longer.
// severity: medium
// needs: The replacement, and later minutes of the body.
// settles: The council's list of memberships, or a later decision about the place.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Appointment)-[:REPLACES]->(m:Mention)
WHERE f.outcome IN ['agreed', 'noted']
MATCH (f)-[:TO]->(body:Body), (f)-[:MADE_AT]->(meeting:Meeting)
OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person)
CALL (body, meeting) {
  OPTIONAL MATCH (body)<-[:OF]-(later:Meeting) WHERE later.date > meeting.date
  RETURN count(later) AS later
}
CALL (p, body, meeting) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(a:Attendance)-[:AT]->(then:Meeting)-[:OF]->(body)
  WHERE then.date > meeting.date AND a.status IN ['present', 'apologies', 'absent'] AND coalesce(a.capacity, 'member') <> 'officer'
    AND NOT EXISTS {
      (p)<-[:REFERS_TO]-(:Mention)<-[:SUBSTITUTE]-(:Substitution)-[:AT]->(then)
    } AND NOT EXISTS {
      MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(again:Appointment)-[:TO]->(body)
      MATCH (again)-[:MADE_AT]->(when:Meeting)
      WHERE again.outcome IN ['agreed', 'noted'] AND again.action IN ['appoint', 'elect', 'co_opt', 'continue', 'replace']
        AND when.date >= meeting.date AND when.date <= then.date
    }
  WITH a, then ORDER BY then.date, a.order, a.id
  RETURN collect({id: a.id, date: then.date})[0] AS listed, count(a) AS times
}
WITH *, CASE WHEN p IS NULL OR later = 0 THEN 'not_enough_evidence' WHEN times > 0 THEN 'finding' ELSE 'ok' END AS verdict
RETURN verdict, coalesce(p.name, m.text) AS person, p.id AS person_id, body.name AS body, body.id AS body_id,
  coalesce(listed.date, meeting.date) AS date,
  CASE verdict
    WHEN 'finding' THEN m.text + ' was replaced on ' + body.name + ' on ' + meeting.date + ' and is listed there on ' + listed.date
    WHEN 'ok' THEN m.text + ' was replaced on ' + body.name + ' and is not listed there since'
    ELSE CASE WHEN p IS NULL THEN 'it is open who ' + m.text + ' is' ELSE 'no later meeting of ' + body.name + ' is in the store' END
  END AS message,
  [f.id] + CASE WHEN listed.id IS NULL THEN [] ELSE [listed.id] END AS facts
ORDER BY date, body, person, message

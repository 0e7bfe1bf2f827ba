// name: vacancy
// title: A seat is recorded as vacant
// rests_on: Common practice: a vacancy is reported until it is filled, and fills are minuted.
// severity: low
// needs: The vacancy, and later minutes of the body to see whether it was filled.
// settles: The minutes in which the place was filled.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Appointment {action: 'vacancy'})-[:MADE_AT]->(meeting:Meeting)
MATCH (f)-[:TO]->(body:Body)
OPTIONAL MATCH (f)-[:TO_SEAT]->(seat:Seat)
CALL (f, seat, meeting) {
  OPTIONAL MATCH (seat)<-[:TO_SEAT]-(later:Appointment)-[:MADE_AT]->(then:Meeting)
  WHERE later.action <> 'vacancy' AND later.outcome IN ['agreed', 'noted'] AND then.date > meeting.date
  WITH later, then ORDER BY then.date, later.id
  RETURN collect({id: later.id, date: then.date})[0] AS filled
}
CALL (body, meeting) {
  OPTIONAL MATCH (body)<-[:OF]-(after:Meeting) WHERE after.date > meeting.date
  RETURN count(after) AS since, max(after.date) AS latest
}
WITH f, meeting, body, filled, since, latest, CASE WHEN filled.id IS NULL THEN 'finding' ELSE 'ok' END AS verdict
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  coalesce(f.role, 'a seat') + CASE WHEN f.represents IS NULL THEN '' ELSE ' for ' + f.represents END + ' on ' + body.name +
  CASE verdict WHEN 'ok' THEN ' was vacant and was filled on ' + filled.date
    ELSE ' is vacant, and no later minutes fill it (' + toString(since) + ' later meetings of the body are in the store); not known after ' + coalesce(latest, meeting.date) END AS message,
  [f.id] + CASE WHEN filled.id IS NULL THEN [] ELSE [filled.id] END AS facts
ORDER BY date, body, message

// name: seat_open_long
// title: A seat has stayed open for several meetings
// rests_on: Common practice: a vacancy is filled at the next meeting or reported again.
// severity: medium
// needs: The vacancy of a place that can be told from others, or nobody appointed to the body since; and later minutes of the body: at least as many meetings as the profile says (three if it says nothing).
// settles: The minutes in which the place was filled, or the council's list of memberships.
// params: profile: list?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (seat:Seat)-[r:STATE {state: 'vacant'}]->(body:Body)
CALL (body, r) {
  OPTIONAL MATCH (body)<-[:OF]-(m:Meeting) WHERE m.date > r.from AND m.date <= coalesce(r.to, r.known_to)
  RETURN count(m) AS since, max(m.date) AS latest
}
CALL (body, r, seat) {
  // a place that is not told from others may be the one that somebody was appointed to later
  OPTIONAL MATCH (body)<-[:TO]-(e:Appointment)
  WHERE seat.represents IS NULL AND e.outcome IN ['agreed', 'noted'] AND e.action IN ['appoint', 'co_opt', 'elect', 'replace'] AND e.date > r.from
  RETURN count(e) AS perhaps
}
WITH seat, r, body, since, latest, perhaps, coalesce(head([x IN coalesce($profile, []) WHERE x.scope = body.scope AND x.seat_open_meetings IS NOT NULL | x.seat_open_meetings]), 3) AS enough
WITH *, CASE WHEN since >= enough AND perhaps > 0 AND r.to IS NULL THEN 'not_enough_evidence' WHEN since >= enough THEN 'finding' WHEN r.to IS NOT NULL THEN 'ok' ELSE 'not_enough_evidence' END AS verdict
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, coalesce(latest, r.from) AS date,
  coalesce(r.role, 'a seat') + coalesce(' for ' + r.represents, '') + ' on ' + body.name + ' is open since ' + r.from +
  CASE WHEN verdict = 'ok' THEN ' and was filled by ' + r.to WHEN perhaps > 0 THEN ', and somebody was appointed to the body since' ELSE ', ' + toString(since) + ' later meetings are in the store' + coalesce('; not known after ' + r.known_to, '') END AS message,
  r.facts AS facts
ORDER BY date, body, message

// name: substitute_is_member
// title: A substitute was a member of the body already
// rests_on: A member cannot hold a second seat for a meeting: common practice and most councils' standing orders.
// severity: high
// needs: A substitute who is named and not given by initials; evidence of membership other than the list of that meeting: another meeting, or an appointment.
// settles: The council's list of members and named substitutes on that day.
// params: until: map?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Substitution)-[:AT]->(meeting:Meeting)-[:OF]->(body:Body)
MATCH (f)-[:SUBSTITUTE]->(sm:Mention)
OPTIONAL MATCH (sm)-[:REFERS_TO]->(p:Person)
CALL (p, body, meeting) {
  OPTIONAL MATCH (p)-[r:SAT_ON]->(body)
  WHERE r.from <= meeting.date AND coalesce($until[r.id], r.to, r.known_to) >= meeting.date
  WITH r ORDER BY r.from, r.id
  RETURN collect(r) AS spells
}
CALL (body, meeting) {
  OPTIONAL MATCH (body)<-[:OF]-(other:Meeting) WHERE other.id <> meeting.id
  RETURN count(other) AS others
}
WITH f, meeting, body, sm, p, spells, others,
  CASE WHEN p IS NULL OR sm.text =~ '[A-Z]([. ]*[A-Z]){0,3}[.]?' THEN 'not_enough_evidence' WHEN size(spells) > 0 THEN 'finding'
    WHEN others = 0 THEN 'not_enough_evidence' ELSE 'ok' END AS verdict
RETURN verdict, coalesce(p.name, sm.text) AS person, p.id AS person_id, body.name AS body, body.id AS body_id,
  meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN sm.text + ' substituted, and was on ' + body.name + ' already: ' + head([s IN spells | s.why]) +
      CASE head([s IN spells | s.certainty]) WHEN 'likely' THEN ' (an inference)' ELSE '' END
    WHEN 'ok' THEN sm.text + ' substituted, and nothing shows a membership of ' + body.name + ' on that day'
    ELSE CASE WHEN sm.text =~ '[A-Z]([. ]*[A-Z]){0,3}[.]?' THEN 'who substituted is given by initials only: ' + sm.text
      WHEN p IS NULL THEN 'it is open who ' + sm.text + ' is'
      ELSE 'no other meeting of ' + body.name + ' is in the store, so its members are not known otherwise' END
  END AS message,
  [f.id] + reduce(ids = [], s IN spells | ids + s.facts) AS facts
ORDER BY date, body, person, message

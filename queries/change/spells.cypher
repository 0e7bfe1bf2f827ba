// name: spells
// title: Every time on a body up to a day, of people and of vacant or unnamed seats, with what it rests on
// params: to: date, body_id: string?
// returns: body: string, body_id: string, person: string?, person_id: string?, kind: string?, seat_id: string?, role: string,
//   represents: string?, from: date, to: date?, certainty: string, on: list, state: string?, holder: string?, why: string,
//   facts: list
MATCH (b:Body)
WHERE $body_id IS NULL OR b.id = $body_id
CALL (b) {
  MATCH (b)<-[r:SAT_ON]-(p:Person)
  WHERE r.from <= $to
  RETURN r, p.name AS person, p.id AS person_id, p.kind AS kind, NULL AS seat_id
  UNION ALL
  MATCH (b)<-[r:STATE]-(s:Seat)
  WHERE r.from <= $to
  RETURN r, NULL AS person, NULL AS person_id, NULL AS kind, s.id AS seat_id
}
RETURN b.name AS body, b.id AS body_id, person, person_id, kind, seat_id, r.role AS role, r.represents AS represents,
  r.from AS from, r.to AS to, r.certainty AS certainty, coalesce(r.on, []) AS on, r.state AS state, r.holder AS holder,
  r.why AS why, r.facts AS facts
ORDER BY body, body_id, from, person, person_id, seat_id, role, why, facts

// name: spells
// title: Every time on a body, of people and of vacant or unnamed seats, with how certain it is and what it rests on
// params: to: date?, body_id: string?, person_id: string?
// returns: body: string, body_id: string, scope: string, person: string?, person_id: string?, sort_name: string?, kind: string?,
//   seat_id: string?, id: string, role: string, represents: string?, from: date, to: date?, known_to: date?, unlisted_from: date?,
//   certainty: string, on: list, far: boolean, state: string?, holder: string?, why: string, facts: list
CALL () {
  WITH $body_id AS wanted WHERE wanted IS NOT NULL
  MATCH (b:Body {id: wanted})
  RETURN b
  UNION
  WITH $person_id AS wanted WHERE wanted IS NOT NULL
  MATCH (:Person {id: wanted})-[:SAT_ON]->(b:Body)
  RETURN b
  UNION
  WITH 1 AS all WHERE $body_id IS NULL AND $person_id IS NULL
  MATCH (b:Body)
  RETURN b
}
WITH b WHERE $body_id IS NULL OR b.id = $body_id
CALL (b) {
  MATCH (b)<-[r:SAT_ON]-(p:Person)
  WHERE ($to IS NULL OR r.from <= $to) AND ($person_id IS NULL OR p.id = $person_id)
  RETURN r, p, NULL AS seat_id
  UNION ALL
  MATCH (b)<-[r:STATE]-(s:Seat)
  WHERE ($to IS NULL OR r.from <= $to) AND $person_id IS NULL
  RETURN r, NULL AS p, s.id AS seat_id
}
RETURN b.name AS body, b.id AS body_id, b.scope AS scope, p.name AS person, p.id AS person_id, p.sort_name AS sort_name,
  p.kind AS kind, seat_id, r.id AS id, r.role AS role, r.represents AS represents, r.from AS from, r.to AS to,
  r.known_to AS known_to, r.unlisted_from AS unlisted_from, r.certainty AS certainty, coalesce(r.on, []) AS on, coalesce(r.far, false) AS far,
  r.state AS state, r.holder AS holder, r.why AS why, r.facts AS facts
ORDER BY body, body_id, from, person, person_id, seat_id, role, why, facts

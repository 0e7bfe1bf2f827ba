// name: person_spells
// title: Where and when one person sat, how certain that is, and why
// params: person_id: string
// returns: body: string, body_id: string, role: string, represents: string?, from: date, to: date?, certainty: string,
//   why: string, facts: list
MATCH (:Person {id: $person_id})-[r:SAT_ON]->(b:Body)
RETURN b.name AS body, b.id AS body_id, r.role AS role, r.represents AS represents, r.from AS from, r.to AS to,
  r.certainty AS certainty, r.why AS why, r.facts AS facts
ORDER BY from, body, body_id, role, to

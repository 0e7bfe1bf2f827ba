// name: site_last_listed
// title: Who was a member at the latest list of each body, and until when nothing speaks against that: no claim
// params:
// returns: body_id: string, person: string, person_id: string, sort_name: string, kind: string, role: string,
//   represents: string?, listed_on: date, from: date, to: date, why: string, facts: list
MATCH (b:Body)<-[r:LAST_LISTED]-(p:Person)
RETURN b.id AS body_id, p.name AS person, p.id AS person_id, p.sort_name AS sort_name, p.kind AS kind, r.role AS role,
  r.represents AS represents, r.listed_on AS listed_on, r.from AS from, r.to AS to, r.why AS why, r.facts AS facts
ORDER BY body_id, sort_name, person_id

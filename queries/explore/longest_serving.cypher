// name: longest_serving
// title: Who has sat longest on a body, in days that the documents speak for
// params: body_id: string?, limit: integer?
// returns: person: string, person_id: string, body: string, body_id: string, days: integer, from: date, to: date,
//   open: boolean, facts: list
MATCH (b:Body)<-[:OF]-(m:Meeting)
WHERE $body_id IS NULL OR b.id = $body_id
WITH b, max(m.date) AS latest
MATCH (p:Person)-[r:SAT_ON]->(b)
WHERE r.from <= latest
WITH p, b, r, CASE WHEN r.to IS NULL OR r.to > latest THEN latest ELSE r.to END AS until, r.to IS NULL AS open
ORDER BY r.from, until, r.id
WITH p, b, collect({from: r.from, to: until, facts: r.facts}) AS spells, max(CASE WHEN open THEN 1 ELSE 0 END) AS open, max(until) AS last
// spells may overlap: a day is counted once
WITH p, b, spells, open, last, reduce(sum = {end: '0000-01-01', days: 0}, s IN spells | CASE
  WHEN s.to <= sum.end THEN sum
  WHEN s.from > sum.end THEN {end: s.to, days: sum.days + duration.inDays(date(s.from), date(s.to)).days + 1}
  ELSE {end: s.to, days: sum.days + duration.inDays(date(sum.end), date(s.to)).days} END) AS sum
RETURN p.name AS person, p.id AS person_id, b.name AS body, b.id AS body_id, sum.days AS days, spells[0].from AS from,
  last AS to, open = 1 AS open,
  spells[0].facts + CASE WHEN size(spells) > 1 THEN last(spells).facts ELSE [] END AS facts
ORDER BY days DESC, body, body_id, p.sort_name, person_id
LIMIT toInteger(coalesce($limit, 1000000))

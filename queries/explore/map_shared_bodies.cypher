// name: map_shared_bodies
// title: Who sat on a body together, and from when to when: each pair once for each two spells that overlap
// params: public: boolean
// returns: source: string, target: string, body: string, body_id: string, from: date?, to: date?, certainty: string,
//   facts: list
MATCH (p:Person)-[a:SAT_ON]->(b:Body)<-[c:SAT_ON]-(q:Person)
WHERE p.id < q.id AND ($public OR (p.kind <> 'public' AND q.kind <> 'public'))
WITH p, q, b, a, c, ['certain', 'appointed', 'likely'] AS order, coalesce(a.to, a.known_to) AS a_to, coalesce(c.to, c.known_to) AS c_to
WHERE c.from <= a_to AND a.from <= c_to
RETURN p.id AS source, q.id AS target, b.name AS body, b.id AS body_id,
  CASE WHEN c.from > a.from THEN c.from ELSE a.from END AS from,
  CASE WHEN c_to < a_to THEN c_to ELSE a_to END AS to,
  last([level IN order WHERE level IN [a.certainty, c.certainty]]) AS certainty,
  a.facts + [f IN c.facts WHERE NOT f IN a.facts] AS facts
ORDER BY source, target, body_id, from, to, a.id, c.id

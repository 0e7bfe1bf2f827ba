// name: map_shared_bodies
// title: Who sat on a body together, and from when to when: each pair once for each two spells that overlap
// params: public: boolean
// returns: source: string, target: string, body: string, body_id: string, from: date?, to: date?, certainty: string,
//   facts: list
MATCH (p:Person)-[a:SAT_ON]->(b:Body)<-[c:SAT_ON]-(q:Person)
WHERE p.id < q.id AND ($public OR (p.kind <> 'public' AND q.kind <> 'public'))
  // "2023-12" lasts to the end of its month: "~" sorts behind every digit and dash.
  AND (a.to IS NULL OR c.from IS NULL OR c.from <= a.to + '~')
  AND (c.to IS NULL OR a.from IS NULL OR a.from <= c.to + '~')
WITH p, q, b, a, c, ['certain', 'appointed', 'likely'] AS order
RETURN p.id AS source, q.id AS target, b.name AS body, b.id AS body_id,
  CASE WHEN a.from IS NULL OR c.from > a.from THEN c.from ELSE a.from END AS from,
  CASE WHEN a.to IS NULL OR c.to < a.to THEN c.to ELSE a.to END AS to,
  last([level IN order WHERE level IN [a.certainty, c.certainty]]) AS certainty,
  a.facts + [f IN c.facts WHERE NOT f IN a.facts] AS facts
ORDER BY source, target, body_id, from, to, a.id, c.id

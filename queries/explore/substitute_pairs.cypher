// name: substitute_pairs
// title: Who substituted for whom most
// params: person_id: string?, body_id: string?, limit: integer?
// returns: substitute: string, substitute_id: string, absent: string, absent_id: string, times: integer, first: date?,
//   last: date?, facts: list
MATCH (s:Person)-[r:SUBSTITUTED_FOR]->(a:Person)
WHERE ($body_id IS NULL OR r.body = $body_id) AND ($person_id IS NULL OR $person_id IN [s.id, a.id])
WITH s, a, r, r.facts[0] AS fact ORDER BY fact
WITH s, a, count(DISTINCT r.meeting) AS times, min(r.date) AS first, max(r.date) AS last, collect(fact) AS facts
RETURN s.name AS substitute, s.id AS substitute_id, a.name AS absent, a.id AS absent_id, times, first, last, facts
ORDER BY times DESC, substitute, substitute_id, absent, absent_id
LIMIT toInteger(coalesce($limit, 1000000))

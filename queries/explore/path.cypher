// name: path
// title: How two people or bodies are connected: the shortest way, step by step, and by which facts
// params: a_id: string, b_id: string, steps: integer
// returns: step: integer, from: string, from_id: string, kind: string, to: string, to_id: string, role: string?,
//   since: date?, until: date?, facts: list
MATCH (a:Person|Body {id: $a_id})
CALL (a) {
  MATCH (b:Person|Body {id: $b_id})
  WHERE b <> a
  RETURN b LIMIT 1
}
MATCH path = allShortestPaths((a)-[:SAT_ON|SUBSTITUTED_FOR|REPRESENTS|PART_OF|SUCCEEDED_BY*..8]-(b))
WITH path, [n IN nodes(path) | n.name + n.id] AS names, [r IN relationships(path) | type(r) + r.id] AS edges
ORDER BY names, edges LIMIT 1
WITH path WHERE length(path) <= $steps
UNWIND range(0, length(path) - 1) AS i
WITH i, nodes(path)[i] AS one, nodes(path)[i + 1] AS other, relationships(path)[i] AS r
RETURN i + 1 AS step, one.name AS from, one.id AS from_id,
  CASE type(r)
    WHEN 'SAT_ON' THEN CASE WHEN startNode(r) = one THEN 'sat on' ELSE 'had as member' END
    WHEN 'SUBSTITUTED_FOR' THEN CASE WHEN startNode(r) = one THEN 'substituted for' ELSE 'was substituted by' END
    WHEN 'REPRESENTS' THEN CASE WHEN startNode(r) = one THEN 'represents' ELSE 'is represented by' END
    WHEN 'PART_OF' THEN CASE WHEN startNode(r) = one THEN 'is part of' ELSE 'has as part' END
    ELSE CASE WHEN startNode(r) = one THEN 'became' ELSE 'was before' END
  END AS kind,
  other.name AS to, other.id AS to_id, r.role AS role, coalesce(r.from, r.date) AS since, coalesce(r.to, r.date) AS until,
  coalesce(r.facts, []) AS facts
ORDER BY step

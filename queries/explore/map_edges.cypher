// name: map_edges
// title: How people, bodies, roles and seats hang together: every connection that begins at one of these
// params: ids: list
// returns: id: string, kind: string, source: string, target: string, role: string?, from: date?, to: date?,
//   certainty: string?, on: list?, why: string?, body: string?, facts: list
UNWIND $ids AS id
CALL (id) {
  MATCH (:Body {id: id})-[r:PART_OF|SUCCEEDED_BY]->(b:Body)
  RETURN r.id AS edge, toLower(type(r)) AS kind, b.id AS target, NULL AS role, NULL AS from, NULL AS to, NULL AS certainty,
    NULL AS on, CASE r.basis WHEN 'inferred' THEN 'inferred, not stated by the minutes' END AS why, NULL AS body,
    r.facts AS facts
  UNION ALL
  MATCH (:Person {id: id})-[r:SAT_ON]->(b:Body)
  RETURN r.id AS edge, 'sat_on' AS kind, b.id AS target, r.role AS role, r.from AS from, r.to AS to,
    r.certainty AS certainty, r.on AS on, r.why AS why, NULL AS body, r.facts AS facts
  UNION ALL
  MATCH (p:Person {id: id})-[r:ATTENDED]->(m:Meeting)-[:OF]->(b:Body)
  WHERE r.status IN ['present', 'in_attendance'] AND NOT EXISTS { (p)-[s:SAT_ON]->(b) WHERE m.date IN s.on }
  WITH b, r, m ORDER BY m.date, m.id
  WITH b, collect(m.date) AS on, collect(r.facts) AS lists
  RETURN 'attended ' + id + ' ' + b.id AS edge, 'attended' AS kind, b.id AS target, NULL AS role, NULL AS from, NULL AS to,
    NULL AS certainty, on, 'recorded as there; no member of the body on that day' AS why, NULL AS body,
    reduce(all = [], l IN lists | all + l) AS facts
  UNION ALL
  MATCH (:Person {id: id})-[r:SUBSTITUTED_FOR]->(q:Person)
  RETURN r.id AS edge, 'substituted_for' AS kind, q.id AS target, NULL AS role, r.date AS from, r.date AS to,
    NULL AS certainty, NULL AS on, NULL AS why, r.body AS body, r.facts AS facts
  UNION ALL
  MATCH (:Person {id: id})-[r:REPRESENTS]->(b:Body)
  RETURN r.id AS edge, 'represents' AS kind, b.id AS target, NULL AS role, r.from AS from, r.to AS to, NULL AS certainty,
    NULL AS on, NULL AS why, NULL AS body, r.facts AS facts
  UNION ALL
  MATCH (:Person {id: id})<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(f:Attendance|Appointment)-[:AS]->(role:Role)
  WHERE role.kind <> 'seat' AND (f:Attendance OR f.outcome IN ['agreed', 'noted'])
  WITH DISTINCT role, f ORDER BY f.date, f.id
  WITH role, collect(f.date) AS on, collect(f.id) AS facts
  RETURN 'holds ' + id + ' ' + role.id AS edge, 'holds' AS kind, role.id AS target, NULL AS role, NULL AS from, NULL AS to,
    NULL AS certainty, on, NULL AS why, NULL AS body, facts
  UNION ALL
  MATCH (:Role {id: id})-[r:OF]->(b:Body)
  RETURN r.id AS edge, 'of' AS kind, b.id AS target, NULL AS role, NULL AS from, NULL AS to, NULL AS certainty, NULL AS on,
    NULL AS why, NULL AS body, coalesce(r.facts, []) AS facts
  UNION ALL
  MATCH (:Seat {id: id})-[r:STATE]->(b:Body)
  RETURN r.id AS edge, 'seat_on' AS kind, b.id AS target, r.role AS role, r.from AS from, r.to AS to,
    r.certainty AS certainty, r.on AS on, r.state + ': ' + r.why AS why, NULL AS body, r.facts AS facts
}
RETURN edge AS id, kind, id AS source, target, role, from, to, certainty, on, why, body, facts
ORDER BY kind, source, target, coalesce(from, on[0]), id

// name: map_around_person
// title: A person, their bodies and roles, who sat there with them, and who substituted for whom
// params: person_id: string, public: boolean
// returns: id: string, left_out: boolean
MATCH (p:Person {id: $person_id})
CALL (p) {
  RETURN p.id AS id, false AS left_out
  UNION
  MATCH (p)-[:SAT_ON|REPRESENTS]->(b:Body)
  RETURN b.id AS id, false AS left_out
  UNION
  MATCH (p)-[:ATTENDED]->(:Meeting)-[:OF]->(b:Body)
  RETURN b.id AS id, false AS left_out
  UNION
  MATCH (p)-[:SUBSTITUTED_FOR]-(q:Person)
  RETURN q.id AS id, q.kind = 'public' AND NOT $public AS left_out
  UNION
  MATCH (p)-[:SAT_ON]->(:Body)<-[:SAT_ON]-(q:Person)
  RETURN q.id AS id, q.kind = 'public' AND NOT $public AS left_out
  UNION
  MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(:Attendance|Appointment)-[:AS]->(r:Role)
  WHERE r.kind <> 'seat'
  RETURN r.id AS id, false AS left_out
}
RETURN DISTINCT id, left_out

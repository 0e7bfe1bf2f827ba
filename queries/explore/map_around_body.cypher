// name: map_around_body
// title: A body, its people, roles and open seats, what it is part of and what is part of it
// params: body_id: string, public: boolean
// returns: id: string, left_out: boolean
MATCH (b:Body {id: $body_id})
CALL (b) {
  RETURN b.id AS id, false AS left_out
  UNION
  MATCH (b)-[:PART_OF|SUCCEEDED_BY]-(other:Body)
  RETURN other.id AS id, false AS left_out
  UNION
  MATCH (b)<-[:SAT_ON]-(p:Person)
  RETURN p.id AS id, p.kind = 'public' AND NOT $public AS left_out
  UNION
  MATCH (b)<-[:OF]-(:Meeting)<-[:ATTENDED]-(p:Person)
  RETURN p.id AS id, p.kind = 'public' AND NOT $public AS left_out
  UNION
  MATCH (b)<-[:OF]-(:Meeting)<-[:AT|MADE_AT]-(f:Attendance|Appointment)-[:AS]->(r:Role)
  WHERE r.kind <> 'seat' AND (f:Attendance OR EXISTS { (f)-[:TO]->(b) })
  RETURN r.id AS id, false AS left_out
  UNION
  MATCH (b)<-[:STATE]-(s:Seat)
  RETURN s.id AS id, false AS left_out
}
RETURN DISTINCT id, left_out

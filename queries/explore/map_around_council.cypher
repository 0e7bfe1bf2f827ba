// name: map_around_council
// title: A council, every body that is part of it, the bodies to which it sends people, and who sits on these
// params: body_id: string, public: boolean
// returns: id: string, left_out: boolean
MATCH (c:Body {id: $body_id})
CALL (c) {
  RETURN c AS body
  UNION
  MATCH (c)<-[:PART_OF*1..6]-(b:Body)
  RETURN b AS body
  UNION
  MATCH (c)<-[:PART_OF*0..6]-(:Body)<-[:SAT_ON]-(:Person)-[:SAT_ON|REPRESENTS]->(b:Body)
  RETURN b AS body
  UNION
  MATCH (c)<-[:PART_OF*0..6]-(:Body)<-[:MADE_BY]-(:Appointment)-[:TO]->(b:Body)
  RETURN b AS body
}
WITH DISTINCT body
CALL (body) {
  RETURN body.id AS id, false AS left_out
  UNION
  MATCH (body)<-[:SAT_ON]-(p:Person)
  RETURN p.id AS id, p.kind = 'public' AND NOT $public AS left_out
  UNION
  MATCH (body)<-[:STATE]-(s:Seat)
  RETURN s.id AS id, false AS left_out
}
RETURN DISTINCT id, left_out

// name: map_everything
// title: Every person, body, role and open seat that a map can show
// params: public: boolean
// returns: id: string, left_out: boolean
MATCH (p:Person)
RETURN p.id AS id, p.kind = 'public' AND NOT $public AS left_out
UNION ALL
MATCH (b:Body)
RETURN b.id AS id, false AS left_out
UNION ALL
MATCH (r:Role)
WHERE r.kind <> 'seat'
RETURN r.id AS id, false AS left_out
UNION ALL
MATCH (s:Seat)
WHERE EXISTS { (s)-[:STATE]->(:Body) }
RETURN s.id AS id, false AS left_out

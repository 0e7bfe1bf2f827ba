// Who sat on a body on a day; vacant seats too
// :param body => "Children's Services Committee"; :param on => "2022-06-14"
MATCH (b:Body {name: $body})
OPTIONAL MATCH (p:Person)-[sat:SAT_ON]->(b)
WHERE sat.from <= $on AND coalesce(sat.to, sat.known_to) >= $on
OPTIONAL MATCH (seat:Seat)-[state:STATE]->(b)
WHERE state.from <= $on AND coalesce(state.to, state.known_to) >= $on
RETURN b, p, sat, seat, state

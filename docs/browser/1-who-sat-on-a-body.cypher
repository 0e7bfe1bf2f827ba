// Who sat on a body on a day; vacant seats too
// :param body => "Children's Services Committee"; :param on => "2022-06-14"
MATCH (b:Body {name: $body})
OPTIONAL MATCH (p:Person)-[sat:SAT_ON]->(b)
WHERE sat.from <= $on AND (sat.to IS NULL OR sat.to >= $on)
OPTIONAL MATCH (seat:Seat)-[state:STATE]->(b)
WHERE state.from <= $on AND (state.to IS NULL OR state.to >= $on)
RETURN b, p, sat, seat, state

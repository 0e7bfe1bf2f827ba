// Appointments to a body: who, by whom, to which seat, by which resolution
// :param body => "Small Schools Working Group"
MATCH (f:Appointment)-[to:TO]->(b:Body {name: $body})
OPTIONAL MATCH (f)-[names:PERSON]->(m:Mention)-[means:REFERS_TO]->(p:Person)
OPTIONAL MATCH (f)-[by:MADE_BY]->(maker:Body)
OPTIONAL MATCH (f)-[seated:TO_SEAT]->(seat:Seat)
OPTIONAL MATCH (f)-[decided:DECIDED_BY]->(resolution:Resolution)
RETURN f, to, b, names, m, means, p, by, maker, seated, seat, decided, resolution

// Seats that are vacant, or whose holder is not named
MATCH (seat:Seat)-[state:STATE]->(b:Body)
RETURN seat, state, b

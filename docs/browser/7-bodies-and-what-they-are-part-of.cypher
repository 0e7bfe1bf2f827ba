// Bodies, what they are part of and what became of them
MATCH (b:Body)-[r:PART_OF|SUCCEEDED_BY]->(other:Body)
RETURN b, r, other

// Names whose bearer is not decided, with everybody whom they may mean
MATCH (m:Mention)-[r:MAY_BE]->(p:Person)
RETURN m, r, p

// name: counts
// title: How much is in the store
// params:
// returns: documents: integer, meetings: integer, facts: integer, people: integer, bodies: integer,
//   open_names: integer, warnings: integer
RETURN COUNT { (:Document) } AS documents, COUNT { (m:Meeting) WHERE coalesce(m.status, 'held') <> 'register' } AS meetings, COUNT { (:Fact) } AS facts,
  COUNT { (:Person) } AS people, COUNT { (:Body) } AS bodies, COUNT { (m:Mention) WHERE EXISTS { (m)-[:MAY_BE]->() } } AS open_names,
  COUNT { (:Warning) } AS warnings

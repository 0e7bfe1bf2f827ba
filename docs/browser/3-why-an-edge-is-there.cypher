// Why somebody is said to have sat on a body: the facts, their words, their documents
// :param person => "Cllr Jemima Marsh"; :param body => "Children's Services Committee"
MATCH (p:Person {name: $person})-[sat:SAT_ON]->(b:Body {name: $body})
UNWIND sat.facts AS id
MATCH (f:Fact {id: id})-[by:EVIDENCED_BY]->(words:Passage)-[in:IN]->(v:Version)<-[has:HAS_VERSION {current: true}]-(d:Document)
OPTIONAL MATCH (f)-[names:PERSON]->(m:Mention)-[means:REFERS_TO]->(p)
RETURN p, sat, b, f, by, words, in, v, has, d, names, m, means

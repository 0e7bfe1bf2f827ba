// What a document says: its facts with their words
// :param document => "2022-11-08-scrutiny-sub-committee.txt"
MATCH (d:Document {name: $document})-[has:HAS_VERSION {current: true}]->(v:Version)<-[in:IN]-(words:Passage)<-[by:EVIDENCED_BY {part: 'statement'}]-(f:Fact)
RETURN d, has, v, in, words, by, f

// name: known_facts
// title: What given versions of documents say, whether a newer version says it too or not
// params: scope: string, versions: list
// returns: id: string, label: string, meeting: string, date: date?, properties: map, names: list, versions: list
UNWIND $versions AS wanted
MATCH (v:Version {id: wanted})<-[:IN]-(:Passage)<-[:EVIDENCED_BY {part: 'statement'}]-(f:Fact|Superseded {scope: $scope})
WITH f, collect(DISTINCT v.id) AS versions
MATCH (f)-[:AT|MADE_AT]->(m:Meeting)
CALL (f) {
  OPTIONAL MATCH (f)-->(n:Mention)
  WITH n ORDER BY n.id
  RETURN collect(n {.id, .slot, .of, .text}) AS names
}
CALL (f) {
  OPTIONAL MATCH (f)-[:EVIDENCED_BY]->(:Passage)-[:IN]->(v:Version)
  WHERE f:MeetingRecord OR f.superseded_kind = 'MeetingRecord'
  RETURN left(max(v.loaded), 10) AS loaded
}
RETURN f.id AS id, coalesce(f.superseded_kind, head([l IN labels(f) WHERE l <> 'Fact'])) AS label, m.id AS meeting,
  f.date AS date, f {.*, text: null, loaded: loaded} AS properties, names, versions
ORDER BY id

// name: find_people
// title: Everybody, with the names as written and the bodies and years that tell namesakes apart
// params:
// returns: id: string, name: string, names: list, detail: string?
MATCH (p:Person)
CALL (p) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(m:Mention)
  RETURN collect(DISTINCT m.text) AS names
}
CALL (p) {
  OPTIONAL MATCH (p)-[:ATTENDED]->(meeting:Meeting)-[:OF]->(b:Body)
  WITH b, min(meeting.date) AS first, max(meeting.date) AS last, count(*) AS times
  ORDER BY times DESC, b.name
  RETURN collect(b.name + ' ' + substring(first, 0, 4) + CASE WHEN substring(first, 0, 4) = substring(last, 0, 4) THEN '' ELSE '–' + substring(last, 0, 4) END)[0] AS detail
}
RETURN p.id AS id, p.name AS name, names, detail
ORDER BY p.sort_name, p.id

// name: lists
// title: Whom the minutes of each meeting up to a day list, and whether they also record who did not come
// params: to: date, body_id: string?
// returns: body_id: string, meeting_id: string, date: date, complete: boolean, people: list, facts: list
MATCH (m:Meeting)-[:OF]->(b:Body)
WHERE m.date <= $to AND ($body_id IS NULL OR b.id = $body_id)
CALL (m) {
  OPTIONAL MATCH (p:Person)-[a:ATTENDED]->(m)
  RETURN collect(DISTINCT p.id) AS people
}
CALL (m) {
  OPTIONAL MATCH (m)<-[:AT]-(f:Attendance) WHERE f.status IN ['apologies', 'absent']
  WITH f ORDER BY f.order, f.id
  RETURN collect(f.id) AS away
}
CALL (m) {
  MATCH (m)<-[:AT]-(r:MeetingRecord)
  WITH r ORDER BY r.id
  RETURN collect(r.id) AS records
}
RETURN b.id AS body_id, m.id AS meeting_id, m.date AS date, size(away) > 0 AS complete,
  COLLECT { UNWIND people AS p RETURN p ORDER BY p } AS people, records + away[..1] AS facts
ORDER BY body_id, date, meeting_id

// name: export_meetings
// title: Meetings with their bodies, those that were only called as well, of all councils or of these scopes
// params: scopes: list?
// returns: id: string, scope: string, body_id: string?, date: date?, dates: list, start: string?, end: string?, venue: string?,
//   mode: string?, status: string, kind: string?, facts: list
MATCH (m:Meeting)
WHERE $scopes IS NULL OR m.scope IN $scopes
OPTIONAL MATCH (m)-[:OF|CALLED_FOR]->(b:Body)
WITH m, min(b.id) AS body_id
CALL (m) {
  OPTIONAL MATCH (m)<-[:AT]-(f:MeetingRecord)
  WITH f ORDER BY f.id
  RETURN collect(f.id) AS facts
}
RETURN m.id AS id, m.scope AS scope, body_id, m.date AS date, coalesce(m.dates, []) AS dates, m.start AS start, m.end AS end,
  m.venue AS venue, m.mode AS mode, coalesce(m.status, 'held') AS status, m.kind AS kind, facts
ORDER BY coalesce(date, ''), id

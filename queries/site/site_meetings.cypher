// name: site_meetings
// title: Every meeting with its body; one that was cancelled or only announced has the body that it was called for
// params:
// returns: id: string, date: date?, dates: list, start: string?, end: string?, venue: string?, mode: string?, status: string,
//   kind: string?, body: string?, scope: string
MATCH (m:Meeting)
RETURN m.id AS id, m.date AS date, coalesce(m.dates, []) AS dates, m.start AS start, m.end AS end, m.venue AS venue,
  m.mode AS mode, coalesce(m.status, 'held') AS status, m.kind AS kind,
  head(COLLECT { MATCH (m)-[:OF|CALLED_FOR]->(b:Body) RETURN b.id ORDER BY b.id }) AS body, m.scope AS scope
ORDER BY coalesce(date, ''), coalesce(start, ''), id

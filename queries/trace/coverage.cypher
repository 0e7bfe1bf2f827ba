// name: coverage
// title: Which meetings of a body are held with minutes in the store, did not take place, are announced, or missing
// params: body_id: string?
// returns: body: string, body_id: string, date: date, state: string, why: string, fact_id: string, document: string,
//   line: integer, quote: string, page: integer?, uri: string?
MATCH (b:Body)
WHERE $body_id IS NULL OR b.id = $body_id
CALL (b) {
  MATCH (b)<-[:OF|CALLED_FOR]-(m:Meeting)<-[:AT]-(f:MeetingRecord)
  WHERE m.date IS NOT NULL
  WITH m, f ORDER BY f.id
  WITH m, collect(f)[0] AS f
  WITH m, f, coalesce(m.status, 'held') AS state,
    [x IN [replace(m.kind, '_', ' '), m.start] WHERE x IS NOT NULL] AS which,
    EXISTS { (b)<-[:OF|CALLED_FOR]-(o:Meeting) WHERE o.date = m.date AND o <> m } AS several
  RETURN m.date AS date, coalesce(m.start, '') AS start, state, CASE state
      WHEN 'held' THEN 'its minutes are in the store'
      WHEN 'adjourned' THEN 'it was held and adjourned'
      WHEN 'inquorate' THEN 'too few came for a meeting'
      WHEN 'cancelled' THEN 'it was cancelled'
      ELSE 'only its agenda is in the store' END
    + CASE WHEN several THEN '; one of several of the day' + reduce(t = '', x IN which | t + ', ' + x) ELSE '' END AS why, f
  UNION ALL
  MATCH (b)<-[:OF|CALLED_FOR]-(m:Meeting)<-[:AT]-(f:PreviousMinutes)
  WHERE f.approved <= m.date AND NOT coalesce(f.outcome, '') IN ['lost', 'deferred', 'proposed'] AND NOT EXISTS {
    (b)<-[:OF|CALLED_FOR]-(h:Meeting) WHERE h.date STARTS WITH f.approved OR f.approved IN coalesce(h.dates, [])
  }
  WITH f.approved AS date, m, f ORDER BY m.date, f.id
  WITH date, collect({on: m.date, f: f})[0] AS first
  RETURN date, '' AS start, 'missing' AS state, 'its minutes were before the meeting of ' + first.on + ' and are not in the store' AS why,
    first.f AS f
  UNION ALL
  MATCH (b)<-[:OF|CALLED_FOR]-(m:Meeting)<-[:AT]-(f:Announcement)
  WHERE f.announced > m.date AND NOT EXISTS {
    (b)<-[:OF|CALLED_FOR]-(h:Meeting) WHERE h.date STARTS WITH f.announced OR f.announced IN coalesce(h.dates, [])
  } AND NOT EXISTS { (b)<-[:OF|CALLED_FOR]-(:Meeting)<-[:AT]-(:PreviousMinutes {approved: f.announced}) }
  WITH f.announced AS date, m, f ORDER BY m.date, f.id
  WITH date, collect({on: m.date, f: f})[0] AS first
  CALL (b, date, first) {
    MATCH (b)<-[:OF|CALLED_FOR]-(h:Meeting) WHERE h.date > first.on
    WITH collect(h.date) AS held
    RETURN [d IN held WHERE d > date] <> [] AS later, size(date) = 10 AND [d IN held WHERE size(d) = 10
      AND date(d) >= date(date) - duration('P14D') AND date(d) <= date(date) + duration('P14D')] <> [] AS near
  }
  RETURN date, '' AS start, CASE WHEN later AND NOT near THEN 'missing' ELSE 'announced' END AS state,
    'announced at the meeting of ' + first.on + CASE
      WHEN near THEN '; one was held within two weeks of it, so that it may have been moved'
      WHEN later THEN '; later minutes are in the store, none of this day: it may have been cancelled'
      ELSE '; the store has no later minutes of the body' END AS why,
    first.f AS f
}
CALL (f) {
  MATCH (f)-[:EVIDENCED_BY {part: 'statement'}]->(passage:Passage)-[:IN]->(:Version {superseded: false})
    <-[:HAS_VERSION {current: true}]-(d:Document)
  RETURN d.name AS document, passage.line_start AS line, passage.text AS quote, passage.page AS page, d.uri AS uri
  ORDER BY d.key, line LIMIT 1
}
RETURN b.name AS body, b.id AS body_id, date, state, why, f.id AS fact_id, document, line, quote, page, uri
ORDER BY body, body_id, date, start, state

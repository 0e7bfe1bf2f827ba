// name: coverage
// title: Which meetings of a body are held with minutes in the store, announced, or missing, and how that is known
// params: body_id: string?
// returns: body: string, body_id: string, date: date, state: string, why: string, fact_id: string, document: string,
//   line: integer, quote: string
MATCH (b:Body)
WHERE $body_id IS NULL OR b.id = $body_id
CALL (b) {
  MATCH (b)<-[:OF]-(m:Meeting)<-[:AT]-(f:MeetingRecord)
  WHERE m.date IS NOT NULL
  WITH m.date AS date, f ORDER BY f.id
  WITH date, collect(f)[0] AS f
  RETURN date, 'held' AS state, 'its minutes are in the store' AS why, f
  UNION ALL
  MATCH (b)<-[:OF]-(m:Meeting)<-[:AT]-(f:PreviousMinutes)
  WHERE f.approved <= m.date AND NOT coalesce(f.outcome, '') IN ['lost', 'deferred', 'proposed'] AND NOT EXISTS {
    (b)<-[:OF]-(h:Meeting) WHERE h.date STARTS WITH f.approved OR f.approved IN coalesce(h.dates, [])
  }
  WITH f.approved AS date, m, f ORDER BY m.date, f.id
  WITH date, collect({on: m.date, f: f})[0] AS first
  RETURN date, 'missing' AS state, 'its minutes were before the meeting of ' + first.on + ' and are not in the store' AS why,
    first.f AS f
  UNION ALL
  MATCH (b)<-[:OF]-(m:Meeting)<-[:AT]-(f:Announcement)
  WHERE f.announced > m.date AND NOT EXISTS {
    (b)<-[:OF]-(h:Meeting) WHERE h.date STARTS WITH f.announced OR f.announced IN coalesce(h.dates, [])
  } AND NOT EXISTS { (b)<-[:OF]-(:Meeting)<-[:AT]-(:PreviousMinutes {approved: f.announced}) }
  WITH f.announced AS date, m, f ORDER BY m.date, f.id
  WITH date, collect({on: m.date, f: f})[0] AS first
  CALL (b, date, first) {
    MATCH (b)<-[:OF]-(h:Meeting) WHERE h.date > first.on
    WITH collect(h.date) AS held
    RETURN [d IN held WHERE d > date] <> [] AS later, size(date) = 10 AND [d IN held WHERE size(d) = 10
      AND date(d) >= date(date) - duration('P14D') AND date(d) <= date(date) + duration('P14D')] <> [] AS near
  }
  RETURN date, CASE WHEN later AND NOT near THEN 'missing' ELSE 'announced' END AS state,
    'announced at the meeting of ' + first.on + CASE
      WHEN near THEN '; one was held within two weeks of it, so that it may have been moved'
      WHEN later THEN '; later minutes are in the store, none of this day: it may have been cancelled'
      ELSE '; the store has no later minutes of the body' END AS why,
    first.f AS f
}
CALL (f) {
  MATCH (f)-[:EVIDENCED_BY {part: 'statement'}]->(passage:Passage)-[:IN]->(:Version {superseded: false})
    <-[:HAS_VERSION {current: true}]-(d:Document)
  RETURN d.name AS document, passage.line_start AS line, passage.text AS quote
  ORDER BY d.key, line LIMIT 1
}
RETURN b.name AS body, b.id AS body_id, date, state, why, f.id AS fact_id, document, line, quote
ORDER BY body, body_id, date, state

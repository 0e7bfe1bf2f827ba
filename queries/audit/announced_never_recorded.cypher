// name: announced_never_recorded
// title: A meeting was announced, and there are no minutes of it
// rests_on: Common practice: a meeting that was announced was held, put off or cancelled, and one of these is recorded.
// severity: low
// needs: The announcement, and later minutes: of the body, or of the council within three months of the day.
// settles: The council's calendar of meetings.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Announcement)-[:AT]->(meeting:Meeting)-[:OF]->(body:Body)
WHERE size(f.announced) = 10 AND f.announced > meeting.date
CALL (body, f, meeting) {
  OPTIONAL MATCH (body)<-[:OF|CALLED_FOR]-(m:Meeting) WHERE coalesce(m.status, 'held') <> 'announced'
  RETURN sum(CASE WHEN m.date = f.announced AND m.status = 'cancelled' THEN 1 ELSE 0 END) AS cancelled, sum(CASE WHEN m.date = f.announced THEN 1 ELSE 0 END) AS held,
    sum(CASE WHEN size(m.date) = 10 AND date(m.date) > date(f.announced) - duration('P15D')
      AND date(m.date) < date(f.announced) + duration('P15D') AND m.date > meeting.date THEN 1 ELSE 0 END) AS near, max(m.date) AS latest
}
CALL (meeting, f) {
  OPTIONAL MATCH (o:Meeting {scope: meeting.scope})
  WHERE o.date > f.announced AND o.date <= toString(date(f.announced) + duration('P3M'))
  RETURN count(o) AS others
}
CALL (f, body) {
  OPTIONAL MATCH (f)-[:EVIDENCED_BY]->(said:Passage)
  WHERE toLower(said.text) CONTAINS 'committee' AND NOT toLower(body.name) CONTAINS 'committee'
  RETURN count(said) AS elsewhere
}
CALL (f, meeting) {
  MATCH (f)-[:EVIDENCED_BY]->(said:Passage)
  WITH f, meeting, collect(said.text) AS texts
  RETURN none(text IN texts WHERE text =~ '(?is).*(next|date|further|there will be a|another|special|extraordinary|to be held).*')
    OR none(text IN texts WHERE toLower(text) CONTAINS 'meeting')
    // a meeting named by letters (of a police panel, of a firm) is another body's
    OR any(text IN texts WHERE text =~ '(?s).*(?<![A-Z])[A-Z]{2,5} ([Mm]eeting).*' OR text <> toUpper(text) AND text =~ '(?s).*(?<![A-Z])[A-Z]{3,5}(?![A-Za-z]).*' OR text =~ '(?s).*[0-9][A-Z][a-z]+ [Mm]eeting.*')
    OR EXISTS { (o:Meeting {scope: meeting.scope}) WHERE o.date = f.announced } AS doubtful
}
WITH f, meeting, body, latest, near, cancelled, CASE WHEN held > 0 THEN 'ok' WHEN near > 0 OR elsewhere > 0 OR doubtful THEN 'not_enough_evidence' WHEN latest > f.announced OR others > 0 THEN 'finding' ELSE 'not_enough_evidence' END AS verdict
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, f.announced AS date,
  CASE WHEN verdict = 'ok' AND cancelled > 0 THEN 'the meeting announced for ' + f.announced + ' was cancelled, and that is recorded'
    WHEN verdict = 'ok' THEN 'the meeting announced for ' + f.announced + ' was held'
    WHEN verdict = 'finding' THEN 'a meeting was announced for ' + f.announced + ', and no minutes of it are in the store, though later ones of the council are'
    WHEN near > 0 THEN 'a meeting was announced for ' + f.announced + ', and one was held within two weeks of it: it may have been moved'
    WHEN latest > f.announced THEN 'a meeting was announced for ' + f.announced + ', perhaps of another body'
    ELSE 'a meeting was announced for ' + f.announced + '; the store ends with ' + latest END AS message,
  [f.id] AS facts
ORDER BY date, body, message, facts

// name: acting_chair_without_decision
// title: Somebody else than the usual chair presided, and no decision is recorded
// rests_on: In the absence of chair and vice-chair the meeting chooses who presides (Local Government Act 1972, Schedule 12, paragraphs 5 and 11).
// severity: low
// needs: Who usually chairs: the same person at the meetings before and after.
// settles: The minutes' first item, or the clerk's notes.
// params: offices: list?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (body:Body)
CALL (body) {
  MATCH (body)<-[:OF]-(meeting:Meeting)<-[:AT]-(a:Attendance {status: 'present'})-[:PERSON]->(m:Mention)-[:REFERS_TO]->(p:Person)
  WHERE toLower(coalesce(a.role, '')) IN $offices
  WITH meeting, a, m, p ORDER BY meeting.date, p.id, a.id
  RETURN collect({meeting: meeting.id, date: meeting.date, fact: a.id, text: m.text, p: p}) AS chairs
}
UNWIND chairs AS c
WITH body, chairs, c, [x IN chairs WHERE x.date < c.date] AS earlier
WITH body, chairs, c, c.p AS p, head([x IN earlier WHERE x.date = last(earlier).date]) AS before, head([x IN chairs WHERE x.date > c.date]) AS after
CALL (p, body, c) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(e:Appointment)
  WHERE e.outcome IN ['agreed', 'noted'] AND e.date <= c.date AND EXISTS { (e)-[:TO]->(b:Body) WHERE b = body }
    AND (toLower(coalesce(e.role, '')) IN $offices OR toLower(coalesce(e.role, '')) STARTS WITH 'vice' OR toLower(coalesce(e.role, '')) STARTS WITH 'deputy')
  RETURN count(e) AS decisions
}
CALL (p, body) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(v:Attendance)
  WHERE toLower(coalesce(v.role, '')) STARTS WITH 'vice' OR toLower(coalesce(v.role, '')) STARTS WITH 'deputy'
  WITH body, collect(v) AS deputised
  RETURN size([v IN deputised WHERE EXISTS { (v)-[:AT]->(:Meeting)-[:OF]->(b:Body) WHERE b = body }]) AS vice
}
WITH *, before.p AS usual, size([x IN chairs WHERE x.meeting = c.meeting]) AS together
// letters are misread: one surname in two spellings is no second person
WITH *, last(split(toLower(p.name), ' ')) AS own, last(split(toLower(usual.name), ' ')) AS other
WITH *, CASE
    WHEN before IS NULL OR after IS NULL OR usual <> after.p THEN CASE WHEN p = usual OR p = after.p OR decisions > 0 OR vice > 0
      THEN 'ok' ELSE 'not_enough_evidence' END
    WHEN p = usual OR decisions > 0 OR vice > 0 THEN 'ok'
    WHEN together > 1 OR left(own, 4) = left(other, 4) AND abs(size(own) - size(other)) <= 1 THEN 'not_enough_evidence'
    ELSE 'finding' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, c.date AS date,
  CASE verdict
    WHEN 'finding' THEN c.text + ' was in the chair, which ' + usual.name + ' took on ' + before.date + ' and on ' + after.date + ', and no decision is recorded'
    WHEN 'ok' THEN c.text + ' was in the chair as usual, as deputy, or by a decision'
    ELSE 'who usually chairs ' + body.name + ' is not known' END AS message,
  [c.fact] AS facts
ORDER BY date, body, person, message

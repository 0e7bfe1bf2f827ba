// name: acting_chair_without_decision
// title: Somebody else than the usual chair presided, and no decision is recorded
// rests_on: In the absence of chair and vice-chair the meeting chooses who presides (Local Government Act 1972, Schedule 12, paragraphs 5 and 11).
// severity: low
// needs: Who usually chairs: the same person at the meetings before and after.
// settles: The minutes' first item, or the clerk's notes.
// params: offices: list?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (a:Attendance {status: 'present'})-[:AT]->(meeting:Meeting)-[:OF]->(body:Body)
WHERE toLower(coalesce(a.role, '')) IN $offices
MATCH (a)-[:PERSON]->(m:Mention)-[:REFERS_TO]->(p:Person)
CALL (body, meeting) {
  OPTIONAL MATCH (body)<-[:OF]-(o:Meeting)<-[:AT]-(x:Attendance {status: 'present'})-[:PERSON]->(:Mention)-[:REFERS_TO]->(q:Person)
  WHERE toLower(coalesce(x.role, '')) IN $offices AND o.date < meeting.date
  WITH q, o ORDER BY o.date DESC, q.id
  RETURN collect({id: q.id, name: q.name, date: o.date})[0] AS before
}
CALL (body, meeting) {
  OPTIONAL MATCH (body)<-[:OF]-(o:Meeting)<-[:AT]-(x:Attendance {status: 'present'})-[:PERSON]->(:Mention)-[:REFERS_TO]->(q:Person)
  WHERE toLower(coalesce(x.role, '')) IN $offices AND o.date > meeting.date
  WITH q, o ORDER BY o.date, q.id
  RETURN collect({id: q.id, name: q.name, date: o.date})[0] AS after
}
CALL (p, body, meeting) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(e:Appointment)-[:TO]->(body)
  MATCH (e)-[:MADE_AT]->(when:Meeting)
  WHERE e.outcome IN ['agreed', 'noted'] AND when.date <= meeting.date
    AND (toLower(coalesce(e.role, '')) IN $offices OR toLower(coalesce(e.role, '')) STARTS WITH 'vice' OR toLower(coalesce(e.role, '')) STARTS WITH 'deputy')
  RETURN count(e) AS decisions
}
CALL (p, body) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(v:Attendance)-[:AT]->(:Meeting)-[:OF]->(body)
  WHERE toLower(coalesce(v.role, '')) STARTS WITH 'vice' OR toLower(coalesce(v.role, '')) STARTS WITH 'deputy'
  RETURN count(v) AS vice
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:AT]-(c:Attendance {status: 'present'})
  WHERE toLower(coalesce(c.role, '')) IN $offices
  RETURN count(c) AS chairs
}
WITH *, CASE
    WHEN before.id IS NULL OR after.id IS NULL OR before.id <> after.id THEN CASE WHEN p.id IN [before.id, after.id] OR decisions > 0 OR vice > 0
      THEN 'ok' ELSE 'not_enough_evidence' END
    WHEN p.id = before.id OR decisions > 0 OR vice > 0 THEN 'ok'
    WHEN chairs > 1 THEN 'not_enough_evidence'
    ELSE 'finding' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN m.text + ' was in the chair, which ' + before.name + ' took on ' + before.date + ' and on ' + after.date + ', and no decision is recorded'
    WHEN 'ok' THEN m.text + ' was in the chair as usual, as deputy, or by a decision'
    ELSE 'who usually chairs ' + body.name + ' is not known' END AS message,
  [a.id] AS facts
ORDER BY date, body, person, message

// name: member_listed_nowhere
// title: A member is listed neither as present nor as away
// rests_on: Minutes record who attended (Local Government Act 1972, Schedule 12, paragraph 40); who did not is recorded by common
//   practice, because attendance counts under s.85.
// severity: low
// needs: An appointment to a place, not to an office, with a stated term that covers the day, and a list of those present in which every name is decided.
// settles: The attendance register of that meeting.
// params: every_office: list?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (p:Person)-[r:SAT_ON]->(body:Body)<-[:OF]-(meeting:Meeting)
WHERE size(coalesce(r.on, [])) = 0 AND r.register IS NULL AND r.certainty = 'certain' AND r.from < meeting.date
  AND (r.to IS NULL OR r.to >= meeting.date) AND NOT toLower(r.role) CONTAINS 'substitute'
  AND NOT replace(toLower(r.role), '-', ' ') IN $every_office
CALL (p, meeting) {
  OPTIONAL MATCH (p)-[a:ATTENDED]->(meeting)
  RETURN count(a) AS listed
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:AT]-(any:Attendance {status: 'present'})
  RETURN count(any) AS present, min(any.id) AS first
}
CALL (p, meeting) {
  OPTIONAL MATCH (p)<-[:MAY_BE]-(m:Mention)<-[:PERSON]-(o:Attendance)-[:AT]->(meeting)
  RETURN count(o) AS open
}
CALL (p, meeting) {
  OPTIONAL MATCH (q:Person)-[:ATTENDED]->(meeting)
  WHERE q <> p AND toLower(CASE WHEN q.sort_name CONTAINS ',' THEN split(q.sort_name, ',')[0] ELSE last(split(q.sort_name, ' ')) END)
    = toLower(CASE WHEN p.sort_name CONTAINS ',' THEN split(p.sort_name, ',')[0] ELSE last(split(p.sort_name, ' ')) END)
  RETURN count(q) AS namesakes
}
CALL (p, meeting) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:ABSENT]-(s:Substitution)-[:AT]->(meeting)
  RETURN count(s) AS stood_in_for
}
WITH p, body, meeting, listed, present, open, namesakes, stood_in_for, first, min(r.facts[0]) AS appointment
WITH *, CASE WHEN listed + stood_in_for > 0 THEN 'ok' WHEN present = 0 OR open + namesakes > 0 THEN 'not_enough_evidence' ELSE 'finding' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict WHEN 'ok' THEN p.name + CASE listed WHEN 0 THEN ' was substituted' ELSE ' is listed' END
    WHEN 'finding' THEN p.name + ' was appointed to ' + body.name + ' and is listed neither as present nor as away'
    ELSE CASE WHEN open + namesakes > 0 THEN 'a name in the lists may be that of ' + p.name ELSE 'the minutes list nobody as present' END END AS message,
  [appointment] + CASE WHEN first IS NULL THEN [] ELSE [first] END AS facts
ORDER BY date, body, person, message

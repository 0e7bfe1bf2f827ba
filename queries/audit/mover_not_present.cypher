// name: mover_not_present
// title: A motion was moved or seconded by somebody not recorded as present
// rests_on: Only a member who is present can move or second; the list or the motion is wrong.
// severity: medium
// needs: A motion that was moved and not only announced; an apology and no word of a later arrival, or lists of those present and of who was in
//   the chair that are read for certain, with nobody of such a surname and with all other movers; a person listed in the year before.
// settles: The attendance register, or a correction in the minutes of the next meeting.
// params: offices: list?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (meeting:Meeting)
CALL (meeting) {
  OPTIONAL MATCH (o:Motion)-[:AT]->(meeting)
  OPTIONAL MATCH (o)-[:PROPOSED_BY|SECONDED_BY]->(:Mention)-[:REFERS_TO]->(w:Person)
  WHERE NOT EXISTS { (w)-[:ATTENDED]->(meeting) }
  RETURN count(DISTINCT w) AS unlisted
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:MADE_AT]-(e:Appointment)-[:PERSON]->(:Mention)-[:REFERS_TO]->(j:Person)
  RETURN collect(DISTINCT j.id) AS placed
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:AT]-(c:Contribution)-[:PERSON]->(:Mention)-[:REFERS_TO]->(j:Person)
  WHERE c.kind IN ['joined', 'arrived', 'entered', 'returned', 'attended']
  RETURN collect(DISTINCT j.id) AS joined
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:AT]-(a:Attendance)-[:PERSON]->(n:Mention)
  OPTIONAL MATCH (n)-[:REFERS_TO]->(q:Person)
  WITH a, n, q, last(split(replace(toLower(n.text), '-', ' '), ' ')) AS surname
  RETURN collect(DISTINCT {surname: surname, id: q.id}) AS names,
    // a name that is not decided, or an entry of many words, may hold anybody
    sum(CASE WHEN q IS NULL OR size(split(n.text, ' ')) > 5 THEN 1 ELSE 0 END) AS doubtful,
    sum(CASE WHEN a.status = 'present' AND toLower(coalesce(a.role, '')) IN $offices THEN 1 ELSE 0 END) AS chairs,
    sum(CASE a.status WHEN 'present' THEN 1 ELSE 0 END) AS present
}
MATCH (f:Motion)-[:AT]->(meeting)
MATCH (f)-[r:PROPOSED_BY|SECONDED_BY]->(m:Mention)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person)
CALL (p, meeting) {
  OPTIONAL MATCH (p)-[x:ATTENDED]->(meeting)
  RETURN collect(DISTINCT x.status) AS statuses
}
WITH *, last(split(replace(toLower(m.text), '-', ' '), ' ')) AS surname
WITH *, size([x IN names WHERE (p IS NULL OR x.id IS NULL OR x.id <> p.id)
    // the same surname, or one that is written alike: letters are misread
    AND (left(x.surname, 4) = left(surname, 4) OR left(x.surname, 2) = left(surname, 2) AND right(x.surname, 1) = right(surname, 1))
    AND abs(size(x.surname) - size(surname)) <= 1]) AS namesakes,
  coalesce(p.id IN joined OR p.id IN placed, false) AS came,
  EXISTS { (f)-[:EVIDENCED_BY {part: 'statement', rule: 'motion.notice'}]->() } AS notice,
  any(s IN statuses WHERE s IN ['apologies', 'absent']) AS away,
  EXISTS { (p)-[x:ATTENDED]->(:Meeting) WHERE x.status <> 'in_attendance' } AS known,
  EXISTS {
    (p)-[x:ATTENDED]->(e:Meeting) WHERE x.status <> 'in_attendance' AND e.date < meeting.date AND size(meeting.date) = 10
      AND e.date >= toString(date(meeting.date) - duration('P1Y'))
  } AS recent
WITH f, r, m, meeting, body, p, statuses, present, CASE
    WHEN p IS NULL OR present = 0 THEN 'not_enough_evidence'
    WHEN 'present' IN statuses THEN 'ok'
    WHEN notice OR came OR NOT known OR 'in_attendance' IN statuses THEN 'not_enough_evidence'
    WHEN namesakes > 0 OR NOT away AND (NOT recent OR unlisted > 1 OR doubtful > 0 OR chairs = 0 OR meeting.date IS NULL) THEN 'not_enough_evidence' ELSE 'finding' END AS verdict, notice, came,
  CASE type(r) WHEN 'PROPOSED_BY' THEN ' moved' ELSE ' seconded' END AS act
WITH verdict, p, m.text AS name, body, meeting, present, statuses, notice, came, act, min(f.id) AS fact
RETURN verdict, coalesce(p.name, name) AS person, p.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN name + act + ', and ' + CASE WHEN any(s IN statuses WHERE s IN ['apologies', 'absent']) THEN 'is recorded as away'
      WHEN 'in_attendance' IN statuses THEN 'is recorded as in attendance only' ELSE 'is in no list of the meeting' END
    WHEN 'ok' THEN name + act + ', and is listed as present'
    ELSE CASE WHEN p IS NULL THEN name + act + ', and it is open who that is' WHEN present = 0 THEN name + act + ', and the minutes list nobody as present'
      WHEN notice THEN name + ' gave notice of a motion, which is done before the meeting'
      WHEN came THEN name + act + ', and came, or was appointed, in the course of the meeting'
      ELSE name + act + ', and is listed as in attendance, or somebody of such a name is, or the lists are not read for certain' END
  END AS message,
  [fact] AS facts
ORDER BY date, body, person, message, facts

// name: action_by_absent
// title: Somebody acted at a meeting who is not recorded as there
// rests_on: Only somebody who is there can move, second, vote, speak or declare; the list or the action is wrong.
// severity: high
// needs: A motion, a vote or a declaration; an apology and no word of a later arrival, or lists of those present and of who was in the chair
//   that are read for certain, with nobody of such a surname and with all other movers; a person listed in the year before.
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
MATCH (f:Motion|Vote|Declaration|Contribution)-[:AT]->(meeting)
MATCH (f)-[r:PROPOSED_BY|SECONDED_BY|PERSON]->(m:Mention)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person)
CALL (p, meeting) {
  OPTIONAL MATCH (p)-[x:ATTENDED]->(meeting)
  UNWIND coalesce(x.facts, [null]) AS id
  OPTIONAL MATCH (a:Attendance {id: id})-[e:EVIDENCED_BY {part: 'statement'}]->(:Passage)
  RETURN collect(DISTINCT x.status) AS statuses, [rule IN collect(DISTINCT e.rule) WHERE rule <> 'attendance.spoke'] AS recorded
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
WITH f, r, m, meeting, body, p, statuses, recorded, present, namesakes, known, unlisted, doubtful, chairs, recent, came, notice, away,
  CASE type(r) WHEN 'PROPOSED_BY' THEN 'moved' WHEN 'SECONDED_BY' THEN 'seconded' ELSE
    CASE WHEN f:Vote THEN 'voted' WHEN f:Declaration THEN 'declared an interest' ELSE coalesce(f.kind, 'spoke') END END AS act
WITH *, CASE
    WHEN p IS NULL OR present = 0 THEN 'not_enough_evidence'
    WHEN any(s IN statuses WHERE s IN ['present', 'in_attendance']) AND size(recorded) > 0 THEN 'ok'
    WHEN any(s IN statuses WHERE s IN ['present', 'in_attendance']) AND f:Contribution AND p.kind <> 'councillor' THEN 'ok'
    WHEN f:Contribution OR notice OR came OR NOT known THEN 'not_enough_evidence'
    WHEN namesakes > 0 OR NOT away AND (NOT recent OR unlisted > 1 OR doubtful > 0 OR chairs = 0 OR meeting.date IS NULL) THEN 'not_enough_evidence'
    ELSE 'finding' END AS verdict
WITH verdict, p, m.text AS name, body, meeting, act, present, statuses, notice, came, head(collect(f)) AS f, min(f.id) AS fact, count(*) AS times
RETURN verdict, coalesce(p.name, name) AS person, p.id AS person_id, body.name AS body, body.id AS body_id,
  meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN name + ' ' + act + ', and ' + CASE WHEN any(s IN statuses WHERE s IN ['apologies', 'absent'])
      THEN 'is recorded as absent' ELSE 'no list of the meeting names them' END
    WHEN 'ok' THEN name + ' ' + act + ', and is listed'
    ELSE CASE WHEN p IS NULL THEN name + ' ' + act + ', and it is open who that is'
      WHEN present = 0 THEN name + ' ' + act + ', and the minutes list nobody as present'
      WHEN f:Contribution THEN name + ' ' + act + ', which may have been by letter, through somebody else, or before the meeting'
      WHEN notice THEN name + ' gave notice of a motion, which is done before the meeting'
      WHEN came THEN name + ' ' + act + ', and came, or was appointed, in the course of the meeting'
      ELSE name + ' ' + act + ', and somebody else of such a name is listed, or the lists are not read for certain' END
  END AS message,
  [fact] AS facts
ORDER BY date, body, person, message

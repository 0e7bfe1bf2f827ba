// name: quorum
// title: Fewer members were there than the quorum
// rests_on: Business transacted without a quorum is void: for councils in England a quarter of the members (Local Government Act 1972,
//   Schedule 12, paragraph 6), for committees what the standing orders say.
// severity: high
// needs: The body's quorum on that day, from a profile, and a list of those present.
// settles: The attendance register of that meeting.
// profile: quorum
// lacks: no profile states the quorum of the body on that day
// params: profile: list?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list, lacks: string?
MATCH (meeting:Meeting)-[:OF]->(body:Body)
WITH meeting, body, head([x IN coalesce($profile, []) WHERE x.body_id = body.id AND x.quorum IS NOT NULL
  AND (x.from IS NULL OR x.from <= meeting.date) AND (x.to IS NULL OR x.to >= meeting.date)]) AS rule
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:AT]-(a:Attendance {status: 'present'})-[:PERSON]->(m:Mention)
  WHERE coalesce(a.capacity, 'member') IN ['member', 'co_opted', 'representative']
  OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person)
  WITH DISTINCT coalesce(p.id, m.id) AS who, min(a.id) AS fact
  RETURN count(who) AS present, collect(fact) AS facts
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:AT]-(r:MeetingRecord)
  RETURN min(r.id) AS record
}
WITH *, CASE WHEN meeting.status = 'inquorate' THEN 'ok' WHEN rule IS NULL OR present = 0 THEN 'not_enough_evidence' WHEN present < rule.quorum THEN 'finding' ELSE 'ok' END AS verdict
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN toString(present) + ' members are listed as present, and the quorum is ' + toString(rule.quorum) + ' (' + rule.source + ')'
    WHEN 'ok' THEN CASE meeting.status WHEN 'inquorate' THEN 'the minutes say themselves that it was inquorate; ' ELSE '' END + toString(present) + ' members are listed as present' + coalesce('; the quorum is ' + toString(rule.quorum), '')
    ELSE CASE WHEN rule IS NULL THEN 'no profile states the quorum of ' + body.name ELSE 'the minutes list nobody as present' END END AS message,
  CASE WHEN size(facts) > 0 THEN facts WHEN record IS NULL THEN [] ELSE [record] END AS facts,
  CASE WHEN verdict = 'not_enough_evidence' AND rule IS NULL AND present > 0 THEN 'quorum' END AS lacks
ORDER BY date, body, message

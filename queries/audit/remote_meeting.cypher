// name: remote_meeting
// title: A meeting was held remotely at a time when that was not lawful
// rests_on: In England members take part where the meeting is (Local Government Act 1972, Schedule 12; SI 2020/392 for 4 April 2020 to
//   6 May 2021).
// severity: medium
// needs: How the meeting was held, and a profile that says when remote meetings were lawful.
// settles: The notice of the meeting.
// profile: remote
// lacks: no profile says when remote meetings were lawful
// params: profile: list?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list, lacks: string?
MATCH (r:MeetingRecord)-[:AT]->(meeting:Meeting)
WHERE meeting.mode IS NOT NULL
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
WITH meeting, body, min(r.id) AS record
WITH *, [x IN coalesce($profile, []) WHERE x.scope = meeting.scope AND x.remote = true] AS rules
WITH *, any(x IN rules WHERE (x.from IS NULL OR x.from <= meeting.date) AND (x.to IS NULL OR x.to >= meeting.date)) AS lawful
WITH *, CASE WHEN meeting.mode = 'in_person' OR lawful THEN 'ok' WHEN size(rules) = 0 THEN 'not_enough_evidence' ELSE 'finding' END AS verdict
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN 'the meeting was ' + replace(meeting.mode, '_', ' ') + ', which was not lawful then (' + rules[0].source + ')'
    WHEN 'ok' THEN 'the meeting was ' + replace(meeting.mode, '_', ' ')
    ELSE 'no profile says when remote meetings were lawful' END AS message,
  [record] AS facts, CASE verdict WHEN 'not_enough_evidence' THEN 'remote' END AS lacks
ORDER BY date, body, message

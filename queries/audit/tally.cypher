// name: tally
// title: The counted votes do not fit the names
// rests_on: Where a vote is recorded by name the names are the vote (Local Government Act 1972, Schedule 12, paragraph 13; standing orders).
// severity: medium
// needs: A count of votes, and the names behind it, not more than three apart.
// settles: The recording of the meeting, or the clerk's notes of the vote.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Motion)-[:AT]->(meeting:Meeting)
WHERE f.tally_for IS NOT NULL OR f.tally_against IS NOT NULL OR f.tally_abstain IS NOT NULL
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
CALL (f) {
  OPTIONAL MATCH (v:Vote)-[:ON]->(f)
  WITH v ORDER BY v.order, v.id
  RETURN sum(CASE v.vote WHEN 'for' THEN 1 ELSE 0 END) AS for, sum(CASE v.vote WHEN 'against' THEN 1 ELSE 0 END) AS against,
    sum(CASE v.vote WHEN 'abstain' THEN 1 ELSE 0 END) AS abstain, collect(v.id) AS votes
}
WITH *, [x IN [['for', f.tally_for, for], ['against', f.tally_against, against], ['abstaining', f.tally_abstain, abstain]]
  WHERE x[1] IS NOT NULL AND x[1] <> x[2] AND x[2] > 0] AS wrong,
  any(x IN [[f.tally_for, for], [f.tally_against, against]] WHERE x[0] > 0 AND x[1] = 0) AS unnamed
WITH *, CASE WHEN size(votes) = 0 THEN 'not_enough_evidence' WHEN size(wrong) > 0 AND all(x IN wrong WHERE abs(x[1] - x[2]) <= 3) THEN 'finding'
  WHEN size(wrong) > 0 THEN 'not_enough_evidence'
  WHEN unnamed THEN 'not_enough_evidence' ELSE 'ok' END AS verdict
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN reduce(t = '', x IN wrong | t + CASE t WHEN '' THEN '' ELSE '; ' END + toString(x[1]) + ' ' + x[0] + ' are counted and '
      + toString(x[2]) + ' named')
    WHEN 'ok' THEN 'the counts fit the names'
    ELSE CASE WHEN size(wrong) > 0 THEN 'counts and names are so far apart that they may be of two votes' ELSE 'votes are counted whose names are not given' END END AS message,
  [f.id] + votes AS facts
ORDER BY date, body, message, facts

// name: six_months_absence
// title: A member attended nothing for six months
// rests_on: A member who attends no meeting of the authority, its committees or sub-committees for six consecutive months ceases to be a
//   member unless the absence was approved (Local Government Act 1972, s.85; s.86 for the declaration of a vacancy).
// severity: high
// needs: A complete run of the council's minutes for that time, which a profile states; meetings at which the member was expected.
// settles: The attendance register of all bodies, and any approval of the absence.
// params: profile: list?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (p:Person {kind: 'councillor'})-[a:ATTENDED]->(m:Meeting)
WHERE size(m.date) = 10
WITH p, m, a ORDER BY m.date, m.id
WITH p, collect({date: m.date, there: a.status IN ['present', 'in_attendance'], facts: a.facts, meeting: m.id}) AS listed
WITH p, listed, [x IN listed WHERE x.there] AS there
UNWIND [i IN range(0, size(there) - 1) | {since: there[i], until: CASE WHEN i + 1 < size(there) THEN there[i + 1].date END}] AS gap
WITH p, listed, gap.since AS since, coalesce(gap.until, toString(date(listed[-1].date) + duration('P1D'))) AS until
WHERE date(until) > date(since.date) + duration('P6M')
WITH p, since, until, [x IN listed WHERE NOT x.there AND x.date > since.date AND x.date < until] AS missed
WHERE size(missed) > 0
CALL (p) {
  OPTIONAL MATCH (p)-[:SAT_ON]->(b:Body)
  WITH b ORDER BY b.name, b.id
  RETURN collect(b)[0] AS body
}
WITH *, any(x IN coalesce($profile, []) WHERE x.scope = p.scope AND x.complete = true
  AND x.from <= since.date AND (x.to IS NULL OR x.to >= toString(date(since.date) + duration('P6M')))) AS complete
WITH *, CASE WHEN complete THEN 'finding' ELSE 'not_enough_evidence' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, missed[-1].date AS date,
  p.name + ' attended on ' + since.date + ' and is recorded as there at nothing for six months after, with ' + toString(size(missed))
    + ' listings as away' + CASE verdict WHEN 'finding' THEN '' ELSE '; other minutes of the council may show otherwise' END AS message,
  since.facts + reduce(all = [], x IN missed | all + x.facts) AS facts
ORDER BY date, body, person, message

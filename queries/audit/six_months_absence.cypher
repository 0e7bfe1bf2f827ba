// name: six_months_absence
// title: A member attended nothing for six months
// rests_on: A member who attends no meeting of the authority, its committees or sub-committees for six consecutive months ceases to be a
//   member unless the absence was approved (Local Government Act 1972, s.85; s.86 for the declaration of a vacancy).
// severity: high
// needs: A complete run of the council's minutes for that time, which a profile states; meetings at which the member was expected.
// settles: The attendance register of all bodies, and any approval of the absence.
// profile: complete
// lacks: no profile says that the run of minutes is complete for that time
// params: profile: list?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list, lacks: string?
MATCH (p:Person {kind: 'councillor'})-[a:ATTENDED]->(m:Meeting)
WHERE size(m.date) = 10
WITH p, m, a ORDER BY m.date, m.id
WITH p, collect({date: m.date, there: a.status IN ['present', 'in_attendance'], facts: a.facts, meeting: m.id}) AS listed
WITH p, listed, [x IN listed WHERE x.there] AS there
WITH p, listed, [i IN range(0, size(there) - 1) | {since: there[i],
  until: CASE WHEN i + 1 < size(there) THEN there[i + 1].date ELSE toString(date(listed[-1].date) + duration('P1D')) END}] AS spans
WITH p, listed, spans, [s IN spans WHERE date(s.until) > date(s.since.date) + duration('P6M')
  AND any(x IN listed WHERE NOT x.there AND x.date > s.since.date AND x.date < s.until)] AS gaps
WHERE size(spans) > 0
UNWIND CASE size(gaps) WHEN 0 THEN [{since: spans[0].since, none: true}] ELSE gaps END AS gap
WITH p, gap.none AS none, gap.since AS since,
  [x IN listed WHERE NOT x.there AND x.date > gap.since.date AND x.date < gap.until] AS missed
CALL (p) {
  OPTIONAL MATCH (p)-[:SAT_ON]->(b:Body)
  WITH b ORDER BY b.name, b.id
  RETURN collect(b)[0] AS body
}
WITH *, any(x IN coalesce($profile, []) WHERE x.scope = p.scope AND x.complete = true
  AND x.from <= since.date AND (x.to IS NULL OR x.to >= toString(date(since.date) + duration('P6M')))) AS complete
WITH * WHERE complete OR none IS NULL
WITH *, CASE WHEN none THEN 'ok' WHEN complete THEN 'finding' ELSE 'not_enough_evidence' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, coalesce(missed[-1].date, since.date) AS date,
  CASE verdict WHEN 'ok' THEN p.name + ' never stayed away from everything for six months' ELSE p.name + ' attended on ' + since.date + ' and is recorded as there at nothing for six months after, with ' + toString(size(missed))
    + ' listings as away' + CASE verdict WHEN 'finding' THEN '' ELSE '; other minutes of the council may show otherwise' END END AS message,
  since.facts + reduce(all = [], x IN missed | all + x.facts) AS facts,
  CASE verdict WHEN 'not_enough_evidence' THEN 'complete' END AS lacks
ORDER BY date, body, person, message

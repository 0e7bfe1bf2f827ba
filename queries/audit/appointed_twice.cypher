// name: appointed_twice
// title: Somebody was appointed to one place twice
// rests_on: Common practice: an appointment that stands needs no second one; the first decision was not known, or one is wrong.
// severity: low
// needs: Two decisions about the same person, body and role, the second less than nine months after the first.
// settles: The two decisions and what was reported between them.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Appointment)-[:PERSON]->(:Mention)-[:REFERS_TO]->(p:Person)
WHERE f.outcome = 'agreed' AND f.action IN ['appoint', 'elect', 'co_opt']
MATCH (f)-[:TO]->(body:Body), (f)-[:MADE_AT]->(meeting:Meeting)
WHERE size(meeting.date) = 10
WITH p, body, toLower(coalesce(f.role, 'member')) AS role, f, meeting ORDER BY meeting.date, f.order, f.id
WITH p, body, role, collect({id: f.id, date: meeting.date, meeting: meeting.id, start: f.start}) AS made
WITH p, body, role, made,
  [i IN range(1, size(made) - 1) WHERE date(made[i].date) < date(made[i - 1].date) + duration('P9M')
    AND made[i].meeting <> made[i - 1].meeting AND NOT EXISTS {
      MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON|REPLACES]-(e:Appointment)-[:TO]->(body)
      MATCH (e)-[:MADE_AT]->(then:Meeting)
      WHERE then.date >= made[i - 1].date AND then.date <= made[i].date AND e.id <> made[i].id
        AND (e.action IN ['resign', 'remove'] OR EXISTS { (e)-[:REPLACES]->(:Mention)-[:REFERS_TO]->(p) })
    } | {first: made[i - 1], second: made[i]}] AS pairs
WITH *, CASE WHEN size(pairs) > 0 THEN 'finding' ELSE 'ok' END AS verdict, head(pairs) AS pair
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id,
  coalesce(pair.second.date, made[-1].date) AS date,
  CASE verdict
    WHEN 'finding' THEN p.name + ' was made ' + role + ' of ' + body.name + ' on ' + pair.first.date + ' and again on ' + pair.second.date
    ELSE p.name + ' was made ' + role + ' of ' + body.name + CASE size(made) WHEN 1 THEN ' once' ELSE ' again only after nine months or an end' END
  END AS message,
  CASE verdict WHEN 'finding' THEN [pair.first.id, pair.second.id] ELSE [m IN made | m.id] END AS facts
ORDER BY date, body, person, message

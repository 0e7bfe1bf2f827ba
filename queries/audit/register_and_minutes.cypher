// name: register_and_minutes
// title: A register of members and the minutes differ on who sits on a body
// rests_on: A register says who is a member from when to when; minutes list members as present or as away. Both are the body's own word.
// severity: medium
// needs: A register of the body's members with first days, and minutes of meetings in its time whose lists name who did not come as well.
// settles: The decision by which the person joined or left, and the day that it gives.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (body:Body)<-[any:SAT_ON]-(:Person)
WHERE any.register IS NOT NULL
WITH body, min(any.from) AS first, max(coalesce(any.to, any.known_to)) AS last, min(any.register) AS register,
  min(any.facts[0]) AS one
MATCH (body)<-[s:SAT_ON]-(p:Person)
WITH body, first, last, register, one, p, collect(s) AS spells
WITH *, [s IN spells WHERE s.register IS NOT NULL | {from: s.from, to: coalesce(s.to, s.known_to), facts: s.facts}] AS entered,
  reduce(days = [], s IN [s IN spells WHERE s.register IS NULL] | days + coalesce(s.on, [])) AS days
WITH *, [d IN days WHERE d >= first AND d <= last] AS listed
WITH *, [d IN listed WHERE none(e IN entered WHERE e.from <= d AND e.to >= d)] AS strange
CALL (body, p, entered) {
  OPTIONAL MATCH (body)<-[:OF]-(m:Meeting)
  WHERE any(e IN entered WHERE e.from < m.date AND e.to > m.date)
    AND EXISTS { (m)<-[:AT]-(a:Attendance) WHERE a.status IN ['apologies', 'absent'] }
    AND NOT EXISTS { (p)<-[:REFERS_TO|MAY_BE]-(:Mention)<--(:Attendance|Substitution)-[:AT]->(m) }
  WITH m ORDER BY m.date, m.id
  CALL (m) {
    OPTIONAL MATCH (m)<-[:AT]-(a:Attendance)
    RETURN min(a.id) AS list
  }
  WITH collect({date: m.date, list: list}) AS found
  RETURN [x IN found WHERE x.date IS NOT NULL] AS without
}
CALL (body, p, strange) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(a:Attendance)-[:AT]->(m:Meeting)-[:OF]->(body)
  WHERE m.date IN strange
  RETURN min(a.id) AS listing
}
WITH *, CASE WHEN size(strange) + size(without) > 0 THEN 'finding' WHEN size(listed) > 0 AND size(entered) > 0 THEN 'ok'
  ELSE 'not_enough_evidence' END AS verdict
WHERE size(listed) + size(entered) > 0
WITH *, reduce(earliest = NULL, d IN strange | CASE WHEN earliest IS NULL OR d < earliest THEN d ELSE earliest END) AS day
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id,
  coalesce(day, CASE WHEN size(without) > 0 THEN without[0].date END) AS date,
  CASE
    WHEN day IS NOT NULL AND size(entered) = 0 THEN 'the minutes of ' + day + ' list ' + p.name + ' as a member, whom the register of ' + register + ' does not have on this body'
    WHEN day IS NOT NULL THEN 'the minutes of ' + day + ' list ' + p.name + ' as a member, and the register of ' + register + ' has other days'
    WHEN size(without) > 0 THEN 'the register of ' + register + ' has ' + p.name + ' as a member on ' + without[0].date + ', whose minutes list who came and who did not, without them'
    WHEN verdict = 'ok' THEN 'the register and the minutes agree on ' + p.name
    ELSE 'no minutes in the store tell of ' + p.name + ' in the time of the register' END AS message,
  CASE WHEN size(entered) > 0 THEN entered[0].facts ELSE [one] END + [x IN [listing] WHERE x IS NOT NULL]
    + CASE WHEN size(without) > 0 THEN [without[0].list] ELSE [] END AS facts
ORDER BY body, person, person_id

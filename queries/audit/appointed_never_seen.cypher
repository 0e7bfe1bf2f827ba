// name: appointed_never_seen
// title: Somebody was appointed and is never listed by the body
// rests_on: Common practice: a place that its holder never takes up is reviewed; s.85 of the Local Government Act 1972 for members.
// severity: medium
// needs: At least two later meetings of the body on days that the appointment covers, and no listed name that may be theirs.
// settles: The body's attendance register, or the decision that ended the appointment.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (p:Person)-[r:SAT_ON]->(body:Body)
WHERE size(coalesce(r.on, [])) = 0 AND r.register IS NULL AND r.certainty IN ['certain', 'appointed'] AND NOT toLower(r.role) CONTAINS 'substitute'
CALL (body, r) {
  OPTIONAL MATCH (body)<-[:OF]-(m:Meeting) WHERE m.date > r.from AND m.date <= coalesce(r.to, r.known_to)
  WITH m ORDER BY m.date, m.id
  RETURN count(m) AS later, max(m.date) AS latest
}
CALL (p, body, r) {
  OPTIONAL MATCH (p)-[:ATTENDED]->(m:Meeting)-[:OF]->(body)
  WHERE m.date >= r.from AND m.date <= coalesce(r.to, r.known_to)
  RETURN count(m) AS listed
}
CALL (p, body, r) {
  OPTIONAL MATCH (p)<-[:MAY_BE]-(:Mention)<-[:PERSON]-(:Attendance)-[:AT]->(m:Meeting)-[:OF]->(body) WHERE m.date > r.from
  RETURN count(m) AS open
}
CALL (p, body, r) {
  OPTIONAL MATCH (q:Person)-[:ATTENDED]->(m:Meeting)-[:OF]->(body)
  WHERE q <> p AND m.date > r.from
  WITH DISTINCT p, q, toLower(CASE WHEN q.sort_name CONTAINS ',' THEN split(q.sort_name, ',')[0] ELSE last(split(q.sort_name, ' ')) END) AS theirs,
    toLower(CASE WHEN p.sort_name CONTAINS ',' THEN split(p.sort_name, ',')[0] ELSE last(split(p.sort_name, ' ')) END) AS own
  // the same surname, one that is written alike, or a given name alone
  WHERE theirs = own OR left(theirs, 4) = left(own, 4) AND abs(size(theirs) - size(own)) <= 1 OR toLower(q.name) = toLower(head(split(p.name, ' ')))
  RETURN count(q) AS namesakes
}
CALL (p) {
  OPTIONAL MATCH (p)<-[:REFERS_TO]-(m:Mention)<--(f:Fact)
  RETURN count(DISTINCT f.date) > 1 OR sum(CASE WHEN m.text =~ '(?i)(mr|mrs|ms|miss|dr|cllr|clr|cr|councillor|rev|prof|sir|dame|lord|lady)[.]? .*' THEN 1 ELSE 0 END) > 0 AS person
}
WITH p, body, person, min(r.from) AS since, sum(listed) AS listed, max(later) AS later, max(latest) AS latest, max(open) + max(namesakes) AS open,
  reduce(all = [], l IN collect(r.facts) | all + l) AS facts
WITH *, CASE WHEN listed > 0 THEN 'ok' WHEN later < 2 OR open > 0 OR NOT person THEN 'not_enough_evidence' ELSE 'finding' END AS verdict
RETURN verdict, p.name AS person, p.id AS person_id, body.name AS body, body.id AS body_id, coalesce(latest, since) AS date,
  CASE verdict
    WHEN 'ok' THEN p.name + ', appointed to ' + body.name + ' on ' + since + ', is listed there'
    WHEN 'finding' THEN p.name + ' was appointed to ' + body.name + ' on ' + since + ' and is in no list of ' + toString(later) + ' later meetings'
    ELSE p.name + ' was appointed to ' + body.name + ' on ' + since + ': '
      + CASE WHEN open > 0 THEN 'a listed name may be theirs' WHEN NOT person THEN 'named nowhere else, so that it may be no person' ELSE toString(later) + ' later meetings are in the store' END END AS message,
  facts
ORDER BY date, body, person, message

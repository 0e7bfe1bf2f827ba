// name: substitute_voted_for_present_member
// title: A substitute voted after the member had arrived
// rests_on: A substitute's vote ends when the member takes the seat: common practice and most councils' standing orders.
// severity: high
// needs: Votes by name; the member recorded as present.
// settles: The recording of the meeting, or the clerk's notes of the votes.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Substitution)-[:AT]->(meeting:Meeting)
OPTIONAL MATCH (meeting)-[:OF]->(body:Body)
MATCH (f)-[:SUBSTITUTE]->(sm:Mention)-[:REFERS_TO]->(s:Person)
MATCH (f)-[:ABSENT]->(am:Mention)-[:REFERS_TO]->(absent:Person)
MATCH (absent)<-[:REFERS_TO]-(:Mention)<-[:PERSON]-(a:Attendance {status: 'present'})-[:AT]->(meeting)
CALL (a) {
  OPTIONAL MATCH (a)-[e:EVIDENCED_BY]->(p:Passage)
  WHERE e.part <> 'statement' AND e.part <> 'heading'
  RETURN min(p.char_start) AS arrival
}
CALL (meeting, s, absent) {
  OPTIONAL MATCH (meeting)<-[:AT]-(v:Vote)-[:PERSON]->(:Mention)-[:REFERS_TO]->(s)
  OPTIONAL MATCH (v)-[:ON]->(motion:Motion)<-[:ON]-(w:Vote)-[:PERSON]->(:Mention)-[:REFERS_TO]->(absent)
  WITH v, w ORDER BY v.order, v.id
  RETURN collect(DISTINCT v.id) AS votes, max(v.order) AS last, collect(DISTINCT w.id) AS both
}
CALL (meeting) {
  OPTIONAL MATCH (any:Vote)-[:AT]->(meeting)
  RETURN count(any) AS named
}
WITH f, meeting, body, sm, am, s, a, arrival, votes, last, both, CASE
    WHEN size(both) > 0 OR (arrival IS NOT NULL AND last > arrival) THEN 'finding'
    WHEN named > 0 AND size(votes) = 0 THEN 'ok'
    ELSE 'not_enough_evidence' END AS verdict
WITH verdict, meeting, body, sm, am, s, f, both, votes, min(a.id) AS listing
RETURN verdict, s.name AS person, s.id AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'finding' THEN sm.text + ' voted in the place of ' + am.text + CASE WHEN size(both) > 0
      THEN ', who voted on the same motion' ELSE ' after ' + am.text + ' had arrived' END
    WHEN 'ok' THEN sm.text + ' is in no named vote, and ' + am.text + ' came'
    ELSE CASE size(votes) WHEN 0 THEN 'nobody is named in a vote' ELSE sm.text + ' voted and ' + am.text + ' came; whether before or after is not known' END END AS message,
  [f.id, listing] + votes + both AS facts
ORDER BY date, body, person, message

// name: nobody_in_chair
// title: The minutes do not say who was in the chair
// rests_on: The person presiding has a second vote and signs the minutes (Local Government Act 1972, Schedule 12, paragraphs 5, 39 and 41).
// severity: medium
// needs: A list of those present.
// settles: The signed minutes, or a correction in the minutes of the next meeting.
// params: offices: list?
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (meeting:Meeting)-[:OF]->(body:Body)
CALL (meeting) {
  MATCH (meeting)<-[:AT]-(a:Attendance {status: 'present'})
  WITH a ORDER BY a.order, a.id
  RETURN count(a) AS present, min(a.id) AS first,
    collect(CASE WHEN toLower(coalesce(a.role, '')) IN $offices THEN a.id END) AS chairs,
    collect(CASE WHEN toLower(coalesce(a.role, '')) STARTS WITH 'vice' OR toLower(coalesce(a.role, '')) STARTS WITH 'deputy' THEN a.id END) AS vices
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[:MADE_AT]-(e:Appointment)
  WHERE e.outcome = 'agreed' AND toLower(coalesce(e.role, '')) IN $offices AND EXISTS { (e)-[:TO]->(:Body)<-[:OF]-(meeting) }
  RETURN min(e.id) AS elected
}
WITH *, CASE WHEN size(chairs) > 0 OR elected IS NOT NULL THEN 'ok' WHEN size(vices) > 0 THEN 'not_enough_evidence'
  WHEN present = 0 THEN 'not_enough_evidence' ELSE 'finding' END AS verdict
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'ok' THEN 'somebody is recorded in the chair'
    WHEN 'finding' THEN toString(present) + ' people are listed as present, and nobody is said to have been in the chair'
    ELSE CASE WHEN present = 0 THEN 'the minutes list nobody as present' ELSE 'a deputy is listed, and nobody is said to have been in the chair' END
  END AS message,
  CASE WHEN size(chairs) > 0 THEN [chairs[0]] WHEN elected IS NOT NULL THEN [elected] WHEN size(vices) > 0 THEN [vices[0]]
    WHEN first IS NULL THEN [] ELSE [first] END AS facts
ORDER BY date, body, message

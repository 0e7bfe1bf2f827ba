// name: delegated_appointment_unreported
// title: Appointments were delegated, and none is reported back
// rests_on: Decisions taken under delegated authority are recorded (Openness of Local Government Bodies Regulations 2014, reg. 7) and
//   reported to the body by common practice.
// severity: low
// needs: The delegation of appointments, and later minutes of the body.
// settles: The record of officers' decisions.
// params:
// returns: verdict: string, person: string?, person_id: string?, body: string?, body_id: string?, date: date?,
//   message: string, facts: list
MATCH (f:Delegation)-[:AT]->(meeting:Meeting)-[:OF]->(body:Body)
WHERE toLower(f.function) CONTAINS 'appoint'
CALL (body, meeting) {
  OPTIONAL MATCH (body)<-[:OF]-(later:Meeting) WHERE later.date > meeting.date
  RETURN count(later) AS later
}
CALL (body, meeting) {
  OPTIONAL MATCH (a:Appointment {outcome: 'noted'})-[:MADE_AT]->(then:Meeting)-[:OF]->(body)
  WHERE then.date > meeting.date
  WITH a, then ORDER BY then.date, a.id
  RETURN collect({id: a.id, date: then.date})[0] AS reported
}
WITH *, CASE WHEN reported IS NOT NULL AND reported.id IS NOT NULL THEN 'ok' WHEN later < 2 THEN 'not_enough_evidence' ELSE 'finding' END AS verdict
RETURN verdict, NULL AS person, NULL AS person_id, body.name AS body, body.id AS body_id, meeting.date AS date,
  CASE verdict
    WHEN 'ok' THEN 'appointments were delegated to the ' + f.delegate + ' and noted on ' + reported.date
    WHEN 'finding' THEN 'appointments were delegated to the ' + f.delegate + ', and ' + toString(later) + ' later meetings note none'
    ELSE 'appointments were delegated to the ' + f.delegate + '; ' + toString(later) + ' later meetings of the body are in the store' END AS message,
  [f.id] + CASE verdict WHEN 'ok' THEN [reported.id] ELSE [] END AS facts
ORDER BY date, body, message

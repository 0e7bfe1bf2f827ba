// name: profile_bodies
// title: What the minutes of a council tell of each body that met, for a profile: its meetings and how many were listed
// params:
// returns: scope: string, body: string, kind: string, meetings: integer, first: date?, last: date?, remote: integer,
//   most_members: integer, fewest_present: integer?
MATCH (b:Body)<-[:OF]-(m:Meeting)
WHERE coalesce(m.status, 'held') IN ['held', 'adjourned', 'inquorate']
CALL (m) {
  OPTIONAL MATCH (m)<-[:AT]-(a:Attendance)-[:PERSON]->(n:Mention)
  WHERE coalesce(a.capacity, 'member') IN ['member', 'co_opted', 'representative'] AND a.status <> 'in_attendance'
  OPTIONAL MATCH (n)-[:REFERS_TO]->(p:Person)
  WITH coalesce(p.id, n.id) AS who, a.status = 'present' AS there
  RETURN count(DISTINCT who) AS members, count(DISTINCT CASE WHEN there THEN who END) AS present
}
RETURN b.scope AS scope, b.name AS body, b.kind AS kind, count(m) AS meetings, min(m.date) AS first, max(m.date) AS last,
  sum(CASE WHEN m.mode IN ['virtual', 'hybrid'] THEN 1 ELSE 0 END) AS remote, max(members) AS most_members,
  min(CASE WHEN present > 0 THEN present END) AS fewest_present
ORDER BY scope, meetings DESC, body

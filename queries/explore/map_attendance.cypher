// name: map_attendance
// title: At which meetings these people are recorded, and how: present, with apologies, absent or in attendance
// params: ids: list
// returns: person: string, body: string, date: date, status: string
UNWIND $ids AS id
MATCH (p:Person {id: id})-[r:ATTENDED]->(m:Meeting)-[:OF]->(b:Body)
WHERE m.date IS NOT NULL
RETURN DISTINCT p.id AS person, b.id AS body, m.date AS date, r.status AS status
ORDER BY person, body, date, status

// name: map_meetings
// title: The meetings of bodies, for the marks on a time line
// params: ids: list
// returns: date: date, body: string
UNWIND $ids AS id
MATCH (b:Body {id: id})<-[:OF]-(m:Meeting)
WHERE m.date IS NOT NULL
RETURN m.date AS date, b.name AS body
ORDER BY date, body

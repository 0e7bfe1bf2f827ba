// name: latest_meeting
// title: The day of a body's latest meeting in the store
// params: body_id: string
// returns: date: date?
MATCH (b:Body {id: $body_id})
OPTIONAL MATCH (b)<-[:OF]-(m:Meeting)
RETURN max(m.date) AS date

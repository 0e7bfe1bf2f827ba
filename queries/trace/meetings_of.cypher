// name: meetings_of
// title: The meetings of a body that the store knows of, those that were only called as well
// params: body_id: string
// returns: date: date, status: string, loaded_before: date?
MATCH (:Body {id: $body_id})<-[:OF|CALLED_FOR]-(m:Meeting)
WHERE m.date IS NOT NULL
RETURN DISTINCT m.date AS date, coalesce(m.status, 'held') AS status, m.loaded_before AS loaded_before
ORDER BY date, status

// name: origin
// title: What answers rest on, by source: its council, the days of its meetings, its documents, when they were loaded
// params:
// returns: scope: string, council: string?, first: date?, last: date?, documents: integer, loaded: string
MATCH (d:Document)-[:HAS_VERSION {current: true}]->(v:Version)
WITH d.scope AS scope, min(d.council) AS council, count(*) AS documents, left(max(v.loaded), 10) AS loaded
OPTIONAL MATCH (m:Meeting {scope: scope}) WHERE m.status IN ['held', 'inquorate', 'adjourned']
RETURN scope, council, min(m.date) AS first, max(m.date) AS last, documents, loaded
ORDER BY scope

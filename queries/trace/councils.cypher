// name: councils
// title: The councils whose minutes are in the store, and the profile that a folder states for them
// params:
// returns: scope: string, council: string?, profile: string?, documents: integer
MATCH (d:Document)
RETURN d.scope AS scope, d.council AS council, d.profile AS profile, count(*) AS documents
ORDER BY scope, council, profile

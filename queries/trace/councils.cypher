// name: councils
// title: The councils whose minutes are in the store, and the profile that a folder states for them
// params:
// returns: council: string?, profile: string?, documents: integer
MATCH (d:Document)
RETURN d.council AS council, d.profile AS profile, count(*) AS documents
ORDER BY council, profile

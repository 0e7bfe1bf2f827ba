// name: site_state
// title: What everything in the store follows from: documents as they were read, decisions and corrections of reviewers
// params:
// returns: about: string, told: list
MATCH (d:Document)-[h:HAS_VERSION]->(v:Version)
RETURN 'document ' + d.key AS about, [x IN [d.digest, d.read, d.name, d.uri, d.council, d.council_basis, d.stated, d.profile, d.scope,
  v.id, v.media_type, v.published, v.loaded, toString(v.superseded), toString(h.current)] | coalesce(x, '')] AS told
ORDER BY about, told
UNION ALL
MATCH (j:Decision)
RETURN 'decision ' + j.id AS about, [j.verdict, j.who, toString(j.when), j.why] + coalesce(j.one, []) + coalesce(j.other, []) AS told
ORDER BY about
UNION ALL
MATCH (a:Amendment)
RETURN 'correction ' + a.id AS about, [x IN [a.fact, a.field, a.value, a.who, toString(a.when), a.why] | coalesce(x, '')] AS told
ORDER BY about

// name: site_facts
// title: Every fact with all that it says, the names in it and whom they mean, and the passages that say it
// params:
// returns: id: string, kind: string, said: map, meeting: string?, body: string?, made_by: string?, motion: string?, names: list, places: list
MATCH (f:Fact)
WHERE NOT coalesce(f.wrong, false)
RETURN f.id AS id, head([l IN labels(f) WHERE l <> 'Fact']) AS kind, properties(f) AS said,
  head(COLLECT { MATCH (f)-[:AT|MADE_AT]->(m:Meeting) RETURN m.id ORDER BY m.id }) AS meeting,
  head(COLLECT { MATCH (f)-[:TO|ABOUT]->(b:Body) RETURN b.id ORDER BY b.id }) AS body,
  head(COLLECT { MATCH (f)-[:MADE_BY]->(b:Body) RETURN b.id ORDER BY b.id }) AS made_by,
  head(COLLECT { MATCH (f)-[:ON]->(m:Motion) RETURN m.id ORDER BY m.id }) AS motion,
  COLLECT {
    MATCH (f)-[r]->(m:Mention)
    OPTIONAL MATCH (m)-[:REFERS_TO]->(who:Person|Body)
    WITH DISTINCT type(r) AS edge, m, who
    RETURN {edge: edge, slot: m.slot, text: m.text, of: m.of, means: who.id} ORDER BY edge, m.slot, m.id
  } AS names,
  COLLECT {
    MATCH (f)-[e:EVIDENCED_BY]->(p:Passage)-[:IN]->(v:Version {superseded: false})
    RETURN {part: e.part, rule: e.rule, version: v.id, start: p.char_start, end: p.char_end, line: p.line_start,
      line_end: p.line_end, page: p.page, text: p.text}
    ORDER BY CASE e.part WHEN 'statement' THEN 0 ELSE 1 END, v.id, p.char_start, p.char_end, e.part, e.rule
  } AS places
ORDER BY coalesce(f.date, ''), f.order, id

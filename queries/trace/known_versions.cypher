// name: known_versions
// title: When each version of a council's documents can have been known: published, approved, or not before the meeting
// params: scope: string
// returns: document: string, document_key: string, version: string, current: boolean, loaded: date?, published: date?,
//   met: date?, approved: date?
MATCH (d:Document {scope: $scope})-[h:HAS_VERSION]->(v:Version)
CALL (v) {
  MATCH (v)<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(f:MeetingRecord|Superseded)-[:AT]->(m:Meeting)
  WHERE f:MeetingRecord OR f.superseded_kind = 'MeetingRecord'
  RETURN collect(DISTINCT m) AS meetings
}
CALL (meetings) {
  UNWIND meetings AS m
  MATCH (m)-[:OF]->(:Body)<-[:OF]-(later:Meeting)<-[:AT]-(p:PreviousMinutes {approved: m.date})
  WHERE later.date >= m.date AND NOT coalesce(p.outcome, '') IN ['lost', 'deferred', 'proposed']
  WITH m, min(later.date) AS approved
  RETURN collect(approved) AS approvals
}
RETURN d.name AS document, d.key AS document_key, v.id AS version, h.current AS current, v.loaded AS loaded,
  v.published AS published, reduce(last = null, m IN meetings | CASE WHEN last IS NULL OR m.date > last THEN m.date ELSE last END) AS met,
  CASE WHEN size(approvals) < size(meetings) OR size(meetings) = 0 THEN null
    ELSE reduce(last = null, a IN approvals | CASE WHEN last IS NULL OR a > last THEN a ELSE last END) END AS approved
ORDER BY document_key, current, loaded, version

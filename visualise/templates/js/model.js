const data = JSON.parse(byId("data").textContent);
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const edges = data.edges;
const lines = new Map();
const linesOf = new Map(data.nodes.map((node) => [node.id, []]));
const placeOf = new Map();
for (const edge of data.network.edges) {
  const line = { id: edge.id, kind: edge.kind, source: edge.from, target: edge.to, spells: edge.spells.map((i) => edges[i]) };
  lines.set(edge.id, line);
  edge.spells.forEach((i) => { edges[i].line = line; });
  linesOf.get(line.source).push(line);
  if (line.target !== line.source) linesOf.get(line.target).push(line);
}
for (const node of data.network.nodes) placeOf.set(node.id, node);

const isPerson = (node) => looks.nodes[node.kind].group === "People";
const isBody = (node) => looks.nodes[node.kind].group === "Bodies";
const sortKey = (node) => (node.sort || node.label).toLocaleLowerCase("en");
const byName = (a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0);
const otherEnd = (line, id) => nodes.get(line.source === id ? line.target : line.source);

const allDocuments = (edge) => new Set((edge.facts || []).flatMap((f) => (data.facts[f].quotes || []).map((q) => q.document)));
// A spell lasts from its first to its last day; one that nothing ended goes on.
for (const edge of edges) {
  const days = edge.on || [];
  edge.first = edge.from ? firstDay(edge.from) : days.length ? firstDay(days[0]) : "";
  edge.last = edge.to ? lastDay(edge.to) : edge.certainty === "appointed" || !edge.first ? "" : lastDay(days[days.length - 1] || edge.from);
}

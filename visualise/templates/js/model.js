// The columns of the page as nodes, lines and edges. A line is all spells between the same two; an edge is one spell.
const data = JSON.parse(byId("data").textContent);
const word = (number) => (number ? data.words[number - 1] : "");
const columnOf = (table, name) => data[table][name] || [];
const nodeList = [];
const nodes = new Map();
const linesOf = new Map();
{
  const [ids, kinds, labels, sorts, hints, details, names, facts, xs, ys, sides, regions] = ["id", "kind", "label", "sort", "hint", "details", "names", "facts", "x", "y", "side", "region"].map((name) => columnOf("nodes", name));
  for (let i = 0; i < ids.length; i += 1) {
    const node = { id: ids[i], index: i, kind: word(kinds[i]), label: labels[i], sort: sorts[i] || "", hint: word(hints[i]), details: details[i] || [], names: names[i] || [], facts: facts[i] || [], x: xs[i] || 0, y: ys[i] || 0, side: sides[i] || 0, region: (regions[i] || 0) - 1, lines: [] };
    nodeList.push(node);
    nodes.set(node.id, node);
    linesOf.set(node.id, node.lines);
  }
}
const lineList = [];
const lines = new Map();
{
  const [kinds, sources, targets, bends] = ["kind", "source", "target", "bend"].map((name) => columnOf("lines", name));
  for (let i = 0; i < kinds.length; i += 1) {
    const [source, target] = [nodeList[sources[i] || 0], nodeList[targets[i] || 0]];
    const kind = word(kinds[i]);
    const line = { id: kind + ":" + source.id + ":" + target.id, index: i, kind, source: source.id, target: target.id, from: source, to: target, bend: bends[i] || 0, spells: [] };
    lineList.push(line);
    lines.set(line.id, line);
    source.lines.push(line);
    if (target !== source) target.lines.push(line);
  }
}
const edges = [];
{
  const [numbers, roles, froms, tos, certainties, ons, whys, facts] = ["line", "role", "from", "to", "certainty", "on", "why", "facts"].map((name) => columnOf("edges", name));
  for (let i = 0; i < numbers.length; i += 1) {
    const days = ons[i] ? ons[i].map(word) : null;
    const edge = { line: lineList[numbers[i] - 1], role: word(roles[i]), from: word(froms[i]), to: word(tos[i]), certainty: word(certainties[i]), on: days, why: word(whys[i]), facts: facts[i] || [], first: "", last: "" };
    // A spell lasts from its first to its last day; one that nothing ended goes on.
    edge.first = edge.from ? firstDay(edge.from) : days ? firstDay(days[0]) : "";
    edge.last = edge.to ? lastDay(edge.to) : edge.certainty === "appointed" || !edge.first ? "" : lastDay(days ? days[days.length - 1] : edge.from);
    edge.line.spells.push(edge);
    edges.push(edge);
  }
}
const factCount = columnOf("facts", "label").length;
function factAt(number) {
  const quotes = (columnOf("facts", "quotes")[number] || []).map(([document, line, text, rule, part, page]) => ({ document, line, text: text || "", rule: word(rule), part: word(part), page }));
  const names = (columnOf("facts", "names")[number] || []).map(([text, means, basis]) => ({ text, means, basis: word(basis) }));
  return { label: word(columnOf("facts", "label")[number]), date: word(columnOf("facts", "date")[number]), quotes, names };
}
const firstQuote = (edge) => { for (const f of edge.facts) { const quotes = factAt(f).quotes; if (quotes.length) return quotes[0]; } return null; };
const allDocuments = (edge) => new Set(edge.facts.flatMap((f) => (columnOf("facts", "quotes")[f] || []).map((q) => q[0])));

const isPerson = (node) => looks.nodes[node.kind].group === "People";
const isBody = (node) => looks.nodes[node.kind].group === "Bodies";
const sortKey = (node) => node.key || (node.key = (node.sort || node.label).toLocaleLowerCase("en"));
const byName = (a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0);
const otherEnd = (line, id) => (line.source === id ? line.to : line.from);

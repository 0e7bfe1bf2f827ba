// The columns of the page as nodes, lines and edges. A line is all spells between the same two; an edge is one spell.
const data = await readData(byId("data"));
async function readData(holder) {
  if (!holder.dataset.packed) return JSON.parse(holder.textContent);
  if (typeof DecompressionStream === "undefined") { byId("shown").textContent = "This map needs a newer browser, of 2023 or later."; throw new Error("no DecompressionStream"); }
  const text = atob(holder.textContent);
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) packed[i] = text.charCodeAt(i);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}
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
// A line's id is a number from 1; by `lineName` a link finds it again, whatever else is in the view.
const lines = { get: (id) => lineList[id - 1], values: () => lineList };
const lineName = (line) => line.kind + ":" + line.source + ":" + line.target;
const lineNamed = (name) => lineList.find((line) => name.startsWith(line.kind) && lineName(line) === name);
{
  const [kinds, sources, targets, bends] = ["kind", "source", "target", "bend"].map((name) => columnOf("lines", name));
  for (let i = 0; i < kinds.length; i += 1) {
    const [source, target] = [nodeList[sources[i] || 0], nodeList[targets[i] || 0]];
    const kind = word(kinds[i]);
    const line = { id: i + 1, index: i, kind, source: source.id, target: target.id, from: source, to: target, bend: bends[i] || 0, spells: [] };
    lineList.push(line);
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
  const quotes = (columnOf("facts", "quotes")[number] || []).map(([document, line, text, rule, part, page, place]) => ({ document, line, text: text || "", rule: word(rule), part: word(part), page, place: place || "" }));
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

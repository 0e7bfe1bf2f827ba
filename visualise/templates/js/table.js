// The same as the picture, in words; it follows every filter.
const COLUMNS = ["Who", "", "What", "Role", "Dates", "Certainty", "Document", "Line"];
const MOST_ROWS = 2000;
function rowsShown(most = Infinity) {
  const sorted = [...shown.edges].sort(([a], [b]) => byName(a.line.to, b.line.to) || byName(a.line.from, b.line.from) || (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  return sorted.slice(0, most).map(([edge, state]) => {
    const [from, words, to] = sentence(edge.line);
    const quote = firstQuote(edge);
    return { edge, line: edge.line, cells: [from, words, to, edge.role || "", spellInWords(edge), edge.certainty || state === "unknown" ? looks.certainties[state].label : "", quote ? data.documents[quote.document] : "", quote ? String(quote.line) : ""] };
  });
}
const lonely = () => [...shown.nodes].filter((id) => !linesOf.get(id).some((l) => shown.lines.has(l.id))).map((id) => nodes.get(id)).sort(byName);
function drawTable(api) {
  const body = make("tbody");
  for (const { line, cells } of rowsShown(MOST_ROWS)) {
    body.append(make("tr", {},
      make("th", { scope: "row" }, make("button", { type: "button", onclick: () => api.open(line.source, "table") }, icon(nodes.get(line.source).kind), named(cells[0]))),
      make("td", {}, make("button", { type: "button", class: "why-button", "aria-label": "Why: " + cells.slice(0, 3).join(" "), onclick: () => choose({ line: line.id }, "table") }, cells[1])),
      make("td", {}, make("button", { type: "button", onclick: () => api.open(line.target, "table") }, icon(nodes.get(line.target).kind), named(cells[2]))),
      ...cells.slice(3).map((text, i) => make("td", { class: ["role", "dates", "sure", "document", "number"][i] }, text ? named(text) : ""))));
  }
  for (const node of lonely().slice(0, MOST_ROWS)) body.append(make("tr", {}, make("th", { scope: "row" }, make("button", { type: "button", onclick: () => api.open(node.id, "table") }, icon(node.kind), named(node.label))), make("td", { colspan: "7" }, looks.nodes[node.kind].one + ", with no connection shown")));
  const view = byId("table-view");
  view.replaceChildren(make("table", {}, make("caption", {}, (shown.edges.length > MOST_ROWS ? "The first " + MOST_ROWS + " connections of what is shown now (filters narrow it, and a saved table holds all): " : "Everything that is shown now: ") + summary()), make("thead", {}, make("tr", {}, ...COLUMNS.map((c) => make("th", { scope: "col" }, c || make("span", { class: "hidden" }, "connection"))))), body));
}
function summary() {
  const people = [...shown.nodes].filter((id) => isPerson(nodes.get(id))).length;
  const bodies = [...shown.nodes].filter((id) => isBody(nodes.get(id))).length;
  const one = (n, a, b) => n + " " + (n === 1 ? a : b);
  const when = filter.day ? " on " + inWords(filter.day) : filter.from || filter.to ? " " + [filter.from && "from " + inWords(filter.from), filter.to && "to " + inWords(filter.to)].filter(Boolean).join(" ") : "";
  return one(people, "person", "people") + ", " + one(bodies, "body", "bodies") + ", " + one(shown.edges.length, "connection", "connections") + when;
}

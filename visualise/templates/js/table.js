// The same as the picture, in words; it follows every filter.
const COLUMNS = ["Who", "", "What", "Role", "Dates", "Certainty", "Document", "Line"];
function rowsShown() {
  const rows = shown.edges.map(([edge, state]) => {
    const [from, words, to] = sentence(edge.line);
    const quote = firstQuote(edge);
    return { edge, line: edge.line, cells: [from, words, to, edge.role || "", spellInWords(edge), edge.certainty || state === "unknown" ? looks.certainties[state].label : "", quote ? data.documents[quote.document] : "", quote ? String(quote.line) : ""] };
  });
  return rows.sort((a, b) => byName(nodes.get(a.line.target), nodes.get(b.line.target)) || byName(nodes.get(a.line.source), nodes.get(b.line.source)) || (a.edge.first < b.edge.first ? -1 : 1));
}
const lonely = () => [...shown.nodes].filter((id) => !linesOf.get(id).some((l) => shown.lines.has(l.id))).map((id) => nodes.get(id)).sort(byName);
function drawTable(api) {
  const body = make("tbody");
  for (const { line, cells } of rowsShown()) {
    body.append(make("tr", {},
      make("th", { scope: "row" }, make("button", { type: "button", onclick: () => api.open(line.source, "table") }, icon(nodes.get(line.source).kind), named(cells[0]))),
      make("td", {}, make("button", { type: "button", class: "why-button", "aria-label": "Why: " + cells.slice(0, 3).join(" "), onclick: () => choose({ line: line.id }, "table") }, cells[1])),
      make("td", {}, make("button", { type: "button", onclick: () => api.open(line.target, "table") }, icon(nodes.get(line.target).kind), named(cells[2]))),
      ...cells.slice(3).map((text, i) => make("td", { class: ["role", "dates", "sure", "document", "number"][i] }, text ? named(text) : ""))));
  }
  for (const node of lonely()) body.append(make("tr", {}, make("th", { scope: "row" }, make("button", { type: "button", onclick: () => api.open(node.id, "table") }, icon(node.kind), named(node.label))), make("td", { colspan: "7" }, looks.nodes[node.kind].one + ", with no connection shown")));
  const view = byId("table-view");
  view.replaceChildren(make("table", {}, make("caption", {}, "Everything that is shown now: " + summary()), make("thead", {}, make("tr", {}, ...COLUMNS.map((c) => make("th", { scope: "col" }, c || make("span", { class: "hidden" }, "connection"))))), body));
}
function summary() {
  const people = [...shown.nodes].filter((id) => isPerson(nodes.get(id))).length;
  const bodies = [...shown.nodes].filter((id) => isBody(nodes.get(id))).length;
  const one = (n, a, b) => n + " " + (n === 1 ? a : b);
  const when = filter.day ? " on " + inWords(filter.day) : filter.from || filter.to ? " " + [filter.from && "from " + inWords(filter.from), filter.to && "to " + inWords(filter.to)].filter(Boolean).join(" ") : "";
  return one(people, "person", "people") + ", " + one(bodies, "body", "bodies") + ", " + one(shown.edges.length, "connection", "connections") + when;
}

// The same as the picture, in words; it follows every filter.
const COLUMNS = ["Who", "", "What", "Role", "Dates", "Certainty", "Document", "Line"];
const MOST_ROWS = 2000;
function rowsShown(most = Infinity) {
  const sorted = [...shown.edges].sort(([a], [b]) => byName(a.line.to, b.line.to) || byName(a.line.from, b.line.from) || (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  return sorted.slice(0, most).map(([edge, state]) => {
    const [from, words, to] = sentence(edge.line);
    const quote = firstQuote(edge);
    return { edge, line: edge.line, cells: [from, words, to, edge.role || "", spellInWords(edge), edge.certainty || state === "unknown" ? looks.certainties[state].label : "", quote ? data.documents[quote.document][0] : "", quote ? String(quote.line) : ""] };
  });
}
const lonely = () => [...shown.nodes].filter((id) => !linesOf.get(id).some((l) => shown.lines.has(l.id))).map((id) => nodes.get(id)).sort(byName);
// By which column rows are sorted, and what they must have in them: as somebody asked, else by body and name.
const asked = { column: -1, down: false, words: "" };
const rowValue = (row) => (asked.column === 4 ? row.edge.first : asked.column === 7 ? row.cells[7].padStart(9) : asked.column === 0 || asked.column === 2 ? sortKey(asked.column ? row.line.to : row.line.from) : folded(row.cells[asked.column]));
function rowsAsked() {
  if (asked.column < 0 && !asked.words) return rowsShown(MOST_ROWS);
  const wanted = folded(asked.words).split(/\s+/).filter(Boolean);
  const found = rowsShown().filter(({ cells }) => { const text = folded(cells.join(" ")); return wanted.every((w) => text.includes(w)); });
  if (asked.column >= 0) found.map((row) => [rowValue(row), row]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (asked.down ? -1 : 1)).forEach(([, row], i) => { found[i] = row; });
  return found.slice(0, MOST_ROWS);
}
function headOf(title, i, api) {
  const sort = () => { asked.down = asked.column === i && !asked.down; asked.column = i; drawTable(api); byId("table-view").querySelectorAll("thead th")[i].querySelector("button").focus(); };
  const state = asked.column !== i ? "none" : asked.down ? "descending" : "ascending";
  return make("th", { scope: "col", "aria-sort": state }, make("button", { type: "button", onclick: sort }, title || make("span", { class: "hidden" }, "Connection"), make("span", { "aria-hidden": "true" }, { none: "", ascending: " ↑", descending: " ↓" }[state])));
}
function drawTable(api) {
  const view = byId("table-view");
  if (!byId("table-filter")) {
    const box = make("input", { id: "table-filter", type: "search", autocomplete: "off" });
    box.addEventListener("input", () => { asked.words = box.value; drawTable(api); });
    view.append(make("p", { class: "table-filter" }, make("label", { for: "table-filter" }, "Only rows with"), box), make("table", {}));
  }
  const body = make("tbody");
  const cell = (i, attributes, ...inside) => make("td", { "data-label": COLUMNS[i], ...attributes }, ...inside);
  const opens = (node, text) => make("button", { type: "button", onclick: () => api.open(node.id, "table") }, icon(node.kind), named(text));
  const found = rowsAsked();
  for (const { edge, line, cells } of found) {
    body.append(make("tr", {},
      make("th", { scope: "row" }, opens(line.from, cells[0])),
      make("td", {}, make("button", { type: "button", class: "why-button", "aria-label": "Why: " + cells.slice(0, 3).join(" "), onclick: () => choose({ line: line.id }, "table") }, cells[1])),
      cell(2, {}, opens(line.to, cells[2])),
      ...cells.slice(3).map((text, i) => cell(i + 3, { class: ["role", "dates", "sure", "document", "number"][i] + (text ? "" : " empty") }, i === 3 && text ? published(...addressOf(firstQuote(edge))) : text ? named(text) : ""))));
  }
  if (!asked.words) for (const node of lonely().slice(0, MOST_ROWS)) body.append(make("tr", {}, make("th", { scope: "row" }, opens(node, node.label)), make("td", { colspan: "7" }, looks.nodes[node.kind].one + ", with no connection shown")));
  const most = found.length === MOST_ROWS ? "The first " + MOST_ROWS + " rows of what is shown now (filters narrow it, and a saved table holds all): " : asked.words ? found.length + (found.length === 1 ? " row" : " rows") + " of what is shown now: " : "Everything that is shown now: ";
  view.querySelector("table").replaceChildren(make("caption", {}, most + summary()), make("thead", {}, make("tr", {}, ...COLUMNS.map((c, i) => headOf(c, i, api)))), body);
}
function summary() {
  const people = [...shown.nodes].filter((id) => isPerson(nodes.get(id))).length;
  const bodies = [...shown.nodes].filter((id) => isBody(nodes.get(id))).length;
  const one = (n, a, b) => n + " " + (n === 1 ? a : b);
  const when = filter.day ? " on " + inWords(filter.day) : filter.from || filter.to ? " " + [filter.from && "from " + inWords(filter.from), filter.to && "to " + inWords(filter.to)].filter(Boolean).join(" ") : "";
  return one(people, "person", "people") + ", " + one(bodies, "body", "bodies") + ", " + one(shown.lines.size, "connection", "connections") + when;
}

// What is behind a person, a body or a line: the facts, each with its quotation, document, line and rule.
// A document's name, and where the passage in it was published.
const addressOf = (quote) => { const [title, base] = data.documents[quote.document]; return [title, base && base + quote.place]; };
function quoteOf(quote) {
  const line = (quote.page ? "page " + quote.page + ", " : "") + "line " + quote.line;
  return make("figure", { class: "quote" + (quote.part && quote.part !== "statement" ? " aside" : "") },
    named(quote.text || "(the quotation is in the document)", "blockquote"),
    make("figcaption", {}, make("cite", {}, published(...addressOf(quote))), make("span", { class: "line" }, line),
      quote.part && quote.part !== "statement" ? make("span", { class: "part" }, quote.part) : null,
      quote.rule ? make("span", { class: "rule", title: "the rule that read it" }, quote.rule) : null));
}
function factOf(fact) {
  const names = (fact.names || []).map((n) => make("li", {}, named("“" + n.text + "”"), n.means && n.means !== n.text ? make("span", {}, " = ", named(n.means)) : null, n.means ? null : make("em", {}, " not decided who this is"), n.basis ? make("small", {}, " " + n.basis) : null));
  return make("li", { class: "fact" }, make("h4", {}, fact.label, fact.date ? make("time", { datetime: fact.date }, inWords(fact.date)) : null), ...(fact.quotes || []).map(quoteOf),
    names.length ? make("details", { class: "written" }, make("summary", {}, "Names as written"), make("ul", {}, ...names)) : null);
}
const factList = (numbers) => make("ol", { class: "facts" }, ...numbers.map((i) => factOf(factAt(i))));
function spellOf(edge, state) {
  const facts = edge.facts;
  return make("li", { class: "spell" },
    make("p", { class: "when" }, edge.role ? make("strong", {}, named(edge.role)) : null, make("span", {}, spellInWords(edge)), edge.certainty ? make("span", { class: "certainty" }, stroke(looks.certainties[edge.certainty].dash, null), looks.certainties[edge.certainty].label) : null),
    edge.why ? make("p", { class: "why" }, named(edge.why)) : null,
    state === "unknown" ? make("p", { class: "why" }, looks.certainties.unknown.why) : null,
    facts.length ? factList(facts) : make("p", { class: "why" }, "No passage is kept for this connection."));
}
const sentence = (line) => {
  return [nodes.get(line.source).label, looks.edges[line.kind].says, nodes.get(line.target).label];
};
function buildPanel(api) {
  const panel = byId("panel");
  let opener = null;
  const close = () => { choose(null, "panel"); const back = opener && opener.isConnected ? opener : byId("canvas"); opener = null; back.focus({ preventScroll: true }); };
  const top = (kind, title, under) => make("header", {}, kind ? icon(kind) : null, make("div", {}, named(title, "h2"), under ? make("p", { class: "kind" }, under) : null), make("button", { type: "button", class: "close", "aria-label": "Close", onclick: close }, "×"));
  const connection = (line, id) => {
    const other = otherEnd(line, id);
    const state = shown.lines.get(line.id);
    const roles = [...new Set(line.spells.map((e) => e.role).filter(Boolean))].join(", ");
    const about = looks.edges[line.kind][line.source === id ? "from" : "to"];
    const said = [about, roles, line.spells.map(spellInWords).filter(Boolean).slice(0, 2).join("; ") + (line.spells.length > 2 ? " …" : "")].filter(Boolean).join(" · ") || "why";
    return make("li", {}, make("button", { type: "button", class: "go", onclick: () => api.open(other.id, "panel") }, icon(other.kind), named(other.label)),
      make("button", { type: "button", class: "why-button", "aria-label": said + ". Why: " + sentence(line).join(" "), onclick: () => choose({ line: line.id }, "panel") }, said, state ? null : make("em", {}, " (left out now)")));
  };
  const forNode = (id) => {
    const node = nodes.get(id);
    const mine = [...linesOf.get(id)].sort((a, b) => byName(otherEnd(a, id), otherEnd(b, id)));
    const groups = [["Bodies", (o) => isBody(o)], ["People", (o) => isPerson(o)], ["Roles and seats", (o) => !isBody(o) && !isPerson(o)]];
    const own = node.facts;
    const attended = new Set([...own, ...mine.flatMap((l) => l.spells).flatMap((e) => e.facts)]);
    const day = (fact) => word(columnOf("facts", "date")[fact]);
    const all = [...attended].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a - b));
    return [
      top(node.kind, node.label, [looks.nodes[node.kind].one, yearsOf(node)].filter(Boolean).join(" · ")),
      make("div", { class: "actions" },
        make("button", { type: "button", onclick: () => api.around(id) }, filter.around === id ? "Further neighbours" : "Only neighbours"),
        filter.around ? make("button", { type: "button", onclick: () => api.around("") }, "Everybody again") : null,
        filter.folded.has(id) || (filter.around && filter.around !== id && !filter.opened.has(id)) ? make("button", { type: "button", onclick: () => api.expand(id) }, "Expand") : null,
        !filter.folded.has(id) && linesOf.get(id).length > 1 ? make("button", { type: "button", onclick: () => api.fold(id) }, "Collapse") : null,
        make("button", { type: "button", "aria-pressed": String(filter.pins.has(id)), onclick: () => api.pin(id) }, "Pin"),
        make("button", { type: "button", onclick: () => api.pathFrom(id) }, "Connection to …")),
      (node.details || []).length ? make("dl", {}, ...node.details.flatMap(([k, v]) => [make("dt", {}, k), make("dd", {}, named(v))])) : null,
      (node.names || []).length ? make("p", { class: "names" }, "Written as ", ...node.names.flatMap((n, i) => [i ? ", " : "", named("“" + n + "”")])) : null,
      ...groups.map(([title, test]) => { const found = mine.filter((l) => test(otherEnd(l, id))); return found.length ? make("section", {}, make("h3", {}, title, make("span", { class: "count" }, String(new Set(found.map((l) => otherEnd(l, id))).size))), make("ul", { class: "connections" }, ...found.map((l) => connection(l, id)))) : null; }),
      all.length ? make("section", {}, make("h3", {}, "In the minutes", make("span", { class: "count" }, String(all.length))), factList(all)) : null,
    ];
  };
  const forLine = (id) => {
    const line = lines.get(id);
    const [from, words, to] = sentence(line);
    return [
      top(null, from + " " + words + " " + to, looks.edges[line.kind].label),
      make("div", { class: "actions" }, ...[line.source, line.target].map((end) => make("button", { type: "button", class: "go", onclick: () => api.open(end, "panel") }, icon(nodes.get(end).kind), named(nodes.get(end).label)))),
      make("ol", { class: "spells" }, ...line.spells.map((edge) => spellOf(edge, shown.lines.get(id)))),
    ];
  };
  on("chosen", (what, from) => {
    panel.hidden = !what;
    document.body.classList.toggle("panel-open", Boolean(what));
    panel.replaceChildren();
    if (!what) return;
    if (from !== "panel" && from !== "address") opener = document.activeElement === document.body ? byId("canvas") : document.activeElement;
    panel.append(...(what.node ? forNode(what.node) : forLine(what.line)).filter(Boolean));
    panel.scrollTop = 0;
    if (from !== "address" && from !== "arrow") panel.focus({ preventScroll: true });
  });
  on("filtered", () => { if (chosen && chosen.node) choose(chosen, "address"); });
  return { close };
}

// Bodies below each other, each under the one that it is part of, with its people as a list: upright, for a small screen.
function drawList(api) {
  const view = byId("list-view");
  const people = new Map();
  const put = (of, line, other) => { if (!people.has(of)) people.set(of, new Map()); const found = people.get(of); found.set(other.id, [...(found.get(other.id) || []), line]); };
  const parts = new Map();
  for (const id of shown.lines.keys()) {
    const line = lines.get(id);
    if (line.kind === "part_of") parts.set(line.source, line.target);
    else for (const [one, other] of [[line.from, line.to], [line.to, line.from]]) if (isBody(one) || (!isBody(other) && line.from === one)) put(one.id, line, other);
  }
  const whole = new Set(parts.values()); // what has parts stands before what has none
  const depthOf = (id) => { let depth = 0; for (let at = id; parts.has(at) && depth < 9; at = parts.get(at)) depth += 1; return depth; };
  const pathOf = (id) => { const path = []; for (let at = id, i = 0; at && i < 9; at = parts.get(at), i += 1) path.unshift((whole.has(at) ? "0" : "1") + sortKey(nodes.get(at))); return path.join("\n"); };
  const told = (line) => [looks.edges[line.kind].label === "Sat on" ? "" : looks.edges[line.kind].label, [...new Set(line.spells.map((e) => e.role).filter(Boolean))].join(", "), spellInWords(line.spells[0]) + (line.spells.length > 1 ? " …" : "")].filter(Boolean).join(" · ");
  const entry = (other, of) => make("li", {},
    make("button", { type: "button", class: "go", onclick: () => api.open(other, "list") }, icon(nodes.get(other).kind), named(nodes.get(other).label)),
    ...of.map((line) => make("button", { type: "button", class: "why-button", "aria-label": (told(line) || "why") + ". Why: " + sentence(line).join(" "), onclick: () => choose({ line: line.id }, "list") }, told(line) || "why")));
  const heads = [...people.keys()].map((id) => nodes.get(id)).filter((node) => !people.size || isBody(node) || ![...shown.nodes].some((id) => isBody(nodes.get(id))));
  heads.sort((a, b) => (pathOf(a.id) < pathOf(b.id) ? -1 : pathOf(a.id) > pathOf(b.id) ? 1 : byName(a, b)));
  const blocks = heads.slice(0, 400).map((node) => make("section", { class: "depth-" + Math.min(3, depthOf(node.id)) },
    make("h2", {}, make("button", { type: "button", class: "go", onclick: () => api.open(node.id, "list") }, icon(node.kind), named(node.label)), make("span", { class: "count" }, String([...people.get(node.id).keys()].filter((id) => isPerson(nodes.get(id))).length))),
    make("ul", { class: "connections" }, ...[...people.get(node.id)].sort((a, b) => byName(nodes.get(a[0]), nodes.get(b[0]))).map(([other, of]) => entry(other, of)))));
  view.replaceChildren(make("p", { class: "caption" }, summary()), ...blocks);
}

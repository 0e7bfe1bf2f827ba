// The part of the address after # holds the view, so that a link shows another person the same.
function writeAddress(api) {
  const parts = new URLSearchParams();
  const put = (name, value) => { if (value) parts.set(name, value); };
  put("picture", api.pictured() === "map" ? "" : api.pictured());
  for (const set of ["kinds", "relations", "certainties"]) put(set, [...filter[set]].join(","));
  for (const name of ["role", "document", "from", "to", "day", "around"]) put(name, filter[name]);
  if (filter.around && filter.steps > 1) put("steps", String(filter.steps));
  if (filter.path) put("path", filter.path.ends.join(","));
  if (chosen) put(chosen.node ? "node" : "line", chosen.node || lines.get(chosen.line).spells[0].id);
  return parts.toString();
}
function readAddress(api) {
  const parts = new URLSearchParams(location.hash.slice(1));
  const several = (name, known) => new Set((parts.get(name) || "").split(",").filter((key) => known[key]));
  const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(parts.get(name) || "") ? parts.get(name) : "");
  change((f) => {
    Object.assign(f, everything(), { kinds: several("kinds", looks.nodes), relations: several("relations", looks.edges), certainties: several("certainties", looks.certainties), role: parts.get("role") || "", document: data.documents[parts.get("document")] === undefined ? "" : parts.get("document"), from: day("from"), to: day("to"), day: day("day"), around: nodes.has(parts.get("around")) ? parts.get("around") : "", steps: Math.min(9, Math.max(1, Number(parts.get("steps")) || 1)) });
  }, false);
  const ends = (parts.get("path") || "").split(",");
  if (ends.length === 2 && ends.every((id) => nodes.has(id))) {
    const way = shortest(...ends);
    if (way) change((f) => { f.path = { ends, lines: new Set(way.map((line) => line.id)) }; }, false);
  }
  if (["timeline", "matrix", "table"].includes(parts.get("picture"))) api.picture(parts.get("picture"));
  api.renderer.fit();
  const edge = parts.has("line") && edges.find((e) => e.id === parts.get("line"));
  if (nodes.has(parts.get("node"))) { choose({ node: parts.get("node") }, "address"); api.renderer.fit(null, api.covered()); }
  else if (edge) { choose({ line: edge.line.id }, "address"); api.renderer.fit(null, api.covered()); }
}
function buildAddress(api) {
  if (location.hash.length > 1) readAddress(api);
  const keep = () => {
    const next = writeAddress(api);
    // Inside a notebook's frame there is no address of one's own.
    try { history.replaceState(null, "", next ? "#" + next : location.pathname + location.search); } catch { /* the view is still right */ }
  };
  on("filtered", keep);
  on("chosen", keep);
  on("pictured", keep);
  addEventListener("hashchange", () => readAddress(api));
}

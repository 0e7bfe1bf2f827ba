// The part of the address after # holds the view, so that a link shows another person the same.
let moved = false; // by hand: else the whole is fitted to the window
function writeAddress(api) {
  const parts = new URLSearchParams();
  const put = (name, value) => { if (value) parts.set(name, value); };
  put("picture", api.pictured() === "map" && !matchMedia("(max-width: 760px)").matches ? "" : api.pictured());
  for (const set of ["kinds", "relations", "certainties"]) put(set, [...filter[set]].join(","));
  for (const name of ["role", "document", "from", "to", "day", "around"]) put(name, filter[name]);
  if (filter.around && filter.steps > 1) put("steps", String(filter.steps));
  if (apart.size) put("apart", filter.apart ? "left-out" : "shown");
  if (heaviest > 1) put("least", String(filter.least));
  if (filter.around) put("opened", [...filter.opened].join(","));
  put("folded", [...filter.folded].join(","));
  put("pins", [...filter.pins].map(([id, at]) => at.x + "," + at.y + "," + id).join(";"));
  const seen = moved && api.renderer.view();
  if (seen) put("at", [Math.round(seen.x), Math.round(seen.y), seen.scale.toPrecision(3)].join(","));
  if (filter.path) put("path", filter.path.ends.join(","));
  if (chosen) put(chosen.node ? "node" : "line", chosen.node || lineName(lines.get(chosen.line)));
  return parts.toString();
}
function readAddress(api) {
  const parts = new URLSearchParams(location.hash.slice(1));
  const several = (name, known) => new Set((parts.get(name) || "").split(",").filter((key) => known[key]));
  const ids = (name) => new Set((parts.get(name) || "").split(",").filter((id) => nodes.has(id)));
  const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(parts.get(name) || "") ? parts.get(name) : "");
  change((f) => {
    Object.assign(f, everything(), { kinds: several("kinds", looks.nodes), relations: several("relations", looks.edges), certainties: several("certainties", looks.certainties), role: parts.get("role") || "", document: data.documents[parts.get("document")] === undefined ? "" : parts.get("document"), from: day("from"), to: day("to"), day: day("day"), around: nodes.has(parts.get("around")) ? parts.get("around") : "", opened: ids("opened"), folded: ids("folded"), pins: pinsOf(parts.get("pins") || ""), apart: apart.size > 0 && parts.get("apart") === "left-out", least: Math.min(Math.max(heaviest, 1), Math.max(1, Number(parts.get("least")) || 1)), steps: Math.min(9, Math.max(1, Number(parts.get("steps")) || 1)) });
  }, false);
  const ends = (parts.get("path") || "").split(",");
  if (ends.length === 2 && ends.every((id) => nodes.has(id))) {
    const way = shortest(...ends);
    if (way) change((f) => { f.path = { ends, lines: new Set(way.map((line) => line.id)) }; }, false);
  }
  if (PICTURES.includes(parts.get("picture"))) api.picture(parts.get("picture"));
  api.renderer.fit();
  const line = parts.has("line") && lineNamed(parts.get("line"));
  if (nodes.has(parts.get("node"))) { choose({ node: parts.get("node") }, "address"); api.renderer.fit(null, api.covered()); }
  else if (line) { choose({ line: line.id }, "address"); api.renderer.fit(null, api.covered()); }
  const at = (parts.get("at") || "").split(",").map(Number);
  moved = at.length === 3 && at.every(Number.isFinite) && at[2] > 0;
  if (moved) api.renderer.look({ x: at[0], y: at[1], scale: at[2] });
}
function pinsOf(text) {
  const found = new Map();
  for (const part of text.split(";")) {
    const [, x, y, id] = /^(-?\d+),(-?\d+),(.*)$/.exec(part) || [];
    if (nodes.has(id)) found.set(id, { x: Number(x), y: Number(y) });
  }
  return found;
}
function buildAddress(api) {
  if (location.hash.length > 1) readAddress(api);
  const keep = () => {
    const next = writeAddress(api);
    // Inside a notebook's frame there is no address of one's own.
    try { history.replaceState(null, "", next ? "#" + next : location.pathname + location.search); } catch { /* the view is still right */ }
  };
  let waiting = 0;
  on("moved", () => { moved = true; clearTimeout(waiting); waiting = setTimeout(keep, 450); });
  on("fit", () => { moved = false; keep(); });
  on("filtered", keep);
  on("chosen", keep);
  on("pictured", keep);
  addEventListener("hashchange", () => readAddress(api));
}

// Who shares bodies: people against bodies, ordered so that those with the same bodies stand together.
const MATRIX_PEOPLE = 400;
const MATRIX_BODIES = 60;
function drawMatrix(api) {
  const view = byId("matrix-view");
  view.replaceChildren();
  const serves = new Map();
  for (const [id, state] of shown.lines) {
    const line = lines.get(id);
    if (line.kind !== "sat_on") continue;
    if (!serves.has(line.source)) serves.set(line.source, new Map());
    serves.get(line.source).set(line.target, [id, state]);
  }
  const size = new Map();
  for (const bodies of serves.values()) for (const body of bodies.keys()) size.set(body, (size.get(body) || 0) + 1);
  const all = [...size.keys()].sort((a, b) => size.get(b) - size.get(a) || byName(nodes.get(a), nodes.get(b)));
  const columns = all.slice(0, MATRIX_BODIES);
  if (!columns.length) { view.append(make("p", { class: "none" }, "Nobody who sits on a body is shown now.")); return; }
  const membersOf = new Map(all.map((id) => [id, []]));
  for (const [id, bodies] of serves) for (const b of bodies.keys()) membersOf.get(b).push(id);
  const rank = new Map(columns.map((id, i) => [id, i]));
  const key = (id) => [...serves.get(id).keys()].map((b) => rank.get(b) ?? 9999).sort((a, b) => a - b).map((n) => String(n).padStart(4, "0")).join(" ");
  const people = [...serves.keys()].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : byName(nodes.get(a), nodes.get(b))));
  const head = make("tr", {}, make("td", {}), ...columns.map((id) => make("th", { scope: "col" }, make("button", { type: "button", onclick: () => api.open(id, "matrix") }, named(nodes.get(id).label)))), make("th", { scope: "col" }, make("span", {}, "Shares bodies with")));
  const body = make("tbody");
  for (const id of people.slice(0, MATRIX_PEOPLE)) {
    const mine = serves.get(id);
    const fellows = new Set([...mine.keys()].flatMap((b) => membersOf.get(b)));
    const shares = fellows.size - 1;
    body.append(make("tr", {}, make("th", { scope: "row" }, make("button", { type: "button", onclick: () => api.open(id, "matrix") }, icon(nodes.get(id).kind), named(nodes.get(id).label))),
      ...columns.map((column) => {
        const found = mine.get(column);
        if (!found) return make("td", {});
        const [line, state] = found;
        return make("td", {}, make("button", { type: "button", class: "cell cell-" + state, title: nodes.get(id).label + " · " + nodes.get(column).label + " · " + looks.certainties[state].label, "aria-label": nodes.get(id).label + " sat on " + nodes.get(column).label + ", " + looks.certainties[state].label, onclick: () => choose({ line }, "matrix") }, { certain: "●", appointed: "◐", likely: "○", unknown: "?" }[state]));
      }), make("td", { class: "number" }, String(shares))));
  }
  view.append(make("table", { class: "matrix" }, make("caption", {}, "● certain, ◐ appointed, ○ likely, ? not known. ", people.length > MATRIX_PEOPLE || all.length > MATRIX_BODIES ? "The first " + Math.min(MATRIX_PEOPLE, people.length) + " of " + people.length + " people and the largest " + columns.length + " of " + all.length + " bodies; filters narrow it." : summary()), make("thead", {}, head), body));
}

// How two people or bodies are connected: the way with fewest steps over what is shown.
function shortest(from, to) {
  const before = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const next = [];
    for (const id of edge) {
      for (const line of linesOf.get(id)) {
        if (!shown.lines.has(line.id)) continue;
        const other = otherEnd(line, id).id;
        if (!before.has(other)) { before.set(other, line); next.push(other); }
      }
    }
    edge = next;
  }
  if (!before.has(to)) return null;
  const way = [];
  for (let id = to; before.get(id); id = otherEnd(before.get(id), id).id) way.unshift(before.get(id));
  return way;
}
function buildPaths(api) {
  const names = new Map();
  for (const node of [...nodes.values()].sort(byName)) {
    let name = node.label;
    if (names.has(name)) name += " (" + hintOf(node) + ")";
    if (names.has(name)) name += " [" + node.id + "]";
    names.set(name, node.id);
    byId("everybody").append(make("option", { value: name }));
  }
  const find = (text) => names.get(text) || [...names].filter(([name]) => folded(name).includes(folded(text))).map(([, id]) => id)[0];
  byId("path-find").addEventListener("click", () => {
    const [from, to] = [find(byId("path-from").value.trim()), find(byId("path-to").value.trim())];
    const answer = byId("path-answer");
    if (!from || !to || !byId("path-from").value.trim() || !byId("path-to").value.trim()) { answer.textContent = "Name two people or bodies that are on the map."; return; }
    if (filter.path) change((f) => { f.path = null; }, false);
    const way = shortest(from, to);
    if (!way) { answer.textContent = "Nothing that is shown connects them."; return; }
    answer.textContent = way.length === 0 ? "That is one and the same." : way.map((line) => sentence(line).join(" ")).join("; ") + ".";
    change((f) => { f.path = { ends: [from, to], lines: new Set(way.map((line) => line.id)) }; f.around = ""; });
    api.renderer.fit(null, api.covered());
  });
}

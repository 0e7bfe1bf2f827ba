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
const MOST_OFFERED = 40;
function buildPaths(api) {
  const [from, to, answer] = [byId("path-from"), byId("path-to"), byId("path-answer")];
  let names = null; // made when it is first needed: names are many, and this tool is asked for by few
  const known = () => {
    if (names) return names;
    names = new Map();
    for (const node of [...nodes.values()].sort(byName)) {
      let name = node.label;
      if (names.has(name)) name += " (" + hintOf(node) + ")";
      if (names.has(name)) name += " [" + node.id + "]";
      names.set(name, node.id);
    }
    return names;
  };
  const nameOf = (id) => [...known()].find(([, other]) => other === id)[0];
  const like = (text) => [...known()].filter(([name]) => folded(name).includes(folded(text)));
  const find = (text) => (text ? known().get(text) || (like(text)[0] || [])[1] : "");
  const offer = (event) => byId("everybody").replaceChildren(...like(event.target.value.trim()).slice(0, MOST_OFFERED).map(([name]) => make("option", { value: name })));
  for (const box of [from, to]) { box.addEventListener("input", offer); box.addEventListener("focus", offer); }
  const connect = (one, other) => {
    if (!one || !other) { answer.textContent = "Name two people or bodies that are on the map."; return; }
    if (filter.path) change((f) => { f.path = null; }, false);
    const way = shortest(one, other);
    if (!way) { answer.textContent = "Nothing that is shown connects them."; return; }
    answer.textContent = way.length === 0 ? "That is one and the same." : way.map((line) => sentence(line).join(" ")).join("; ") + ".";
    change((f) => { f.path = { ends: [one, other], lines: new Set(way.map((line) => line.id)) }; f.around = ""; });
    say("fit");
  };
  byId("path-find").addEventListener("click", () => connect(find(from.value.trim()), find(to.value.trim())));
  // From the panel: one end is chosen, the other is picked on the map or named.
  let picking = "";
  api.pathFrom = (id) => {
    picking = id;
    byId("path-tool").open = true;
    from.value = nameOf(id);
    to.value = "";
    document.body.classList.add("filters-open");
    answer.textContent = "Choose the other end on the map, or write its name.";
    api.panel.close();
    to.focus();
  };
  on("chosen", (what, by) => {
    if (!picking || by !== "map" || !what || !what.node || what.node === picking) return;
    const one = picking;
    picking = "";
    to.value = nameOf(what.node);
    choose(null, "path");
    connect(one, what.node);
  });
}

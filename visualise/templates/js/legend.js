// The legend is the filter: what each shape and line means, how many there are, and a box to leave it out.
function legendRow(set, key, label, picture, count, hint) {
  const box = make("input", { type: "checkbox", id: "show-" + key, checked: true });
  box.checked = !filter[set].has(key);
  box.addEventListener("change", () => change((f) => { if (box.checked) f[set].delete(key); else f[set].add(key); }));
  box.dataset.set = set;
  box.dataset.key = key;
  const row = make("label", { class: "legend-row", for: box.id, title: hint }, box, picture, make("span", { class: "name" }, label), count === null ? null : make("span", { class: "count" }, String(count)));
  return row;
}
function buildLegend() {
  const holder = byId("legend");
  const counts = new Map();
  for (const node of nodes.values()) counts.set(node.kind, (counts.get(node.kind) || 0) + 1);
  for (const group of ["People", "Bodies", "Roles and seats", "Decisions"]) {
    const kinds = Object.entries(looks.nodes).filter(([kind, look]) => look.group === group && counts.has(kind));
    if (!kinds.length) continue;
    holder.append(make("fieldset", {}, make("legend", {}, group), ...kinds.map(([kind, look]) => legendRow("kinds", kind, look.label, icon(kind), counts.get(kind)))));
  }
  const relations = new Map();
  for (const line of lines.values()) relations.set(line.kind, (relations.get(line.kind) || 0) + 1);
  const found = Object.entries(looks.edges).filter(([kind]) => relations.has(kind));
  if (found.length) {
    holder.append(make("fieldset", {}, make("legend", {}, "Connections"), ...found.map(([kind, look]) => {
      const picture = stroke([], look[theme()], look.width + 0.5, look.arrow);
      picture.dataset.edge = kind;
      return legendRow("relations", kind, look.label, picture, relations.get(kind));
    })));
  }
  if (apart.size && apart.size < nodes.size) {
    const box = make("input", { type: "checkbox", id: "show-apart" });
    box.addEventListener("change", () => { change((f) => { f.apart = !box.checked; }); say("fit"); });
    const follow = () => { box.checked = !filter.apart; };
    on("filtered", follow);
    follow();
    holder.lastChild.append(make("label", { class: "legend-row", for: "show-apart" }, box, make("span", { class: "name" }, "Without a connection"), make("span", { class: "count" }, String(apart.size))));
  }
  const certainties = byId("certainties");
  for (const [key, look] of Object.entries(looks.certainties)) certainties.append(legendRow("certainties", key, look.label, stroke(look.dash, null, 2.2), null, look.why));
  const roles = [...new Set(edges.map((e) => e.role).filter(Boolean))].sort();
  for (const role of roles) byId("role-filter").append(make("option", { value: role }, role));
  byId("role-filter").parentElement.hidden = !roles.length;
  // Thousands of documents are a list that takes its time: made when somebody comes to it.
  let listed = false;
  const list = () => { if (!listed) data.documents.forEach(([name], i) => byId("document-filter").append(make("option", { value: String(i) }, name))); listed = true; };
  for (const event of ["focus", "pointerdown"]) byId("document-filter").addEventListener(event, list);
  byId("document-filter").parentElement.hidden = data.documents.length < 2;
  byId("sources").addEventListener("toggle", () => {
    const list = byId("sources").querySelector("ul");
    if (!list.childElementCount) list.append(...data.documents.map(([name, address]) => make("li", {}, published(name, address))));
  });
  const least = byId("least");
  least.parentElement.hidden = heaviest < 2;
  for (let weight = 1; weight <= heaviest; weight += 1) least.append(make("option", { value: String(weight) }, weight === 1 ? "One or more" : weight + " or more"));
  least.addEventListener("change", () => change((f) => { f.least = Number(least.value); }));
  byId("role-filter").addEventListener("change", (event) => change((f) => { f.role = event.target.value; }));
  byId("document-filter").addEventListener("change", (event) => change((f) => { f.document = event.target.value; }));
  byId("reset").addEventListener("click", () => { change((f) => Object.assign(f, everything())); say("fit"); });
  byId("undo").addEventListener("click", undo);
  const follow = () => {
    document.querySelectorAll(".legend-row input[data-set]").forEach((box) => { box.checked = !filter[box.dataset.set].has(box.dataset.key); });
    byId("role-filter").value = filter.role;
    least.value = String(filter.least);
    if (filter.document !== "") list();
    byId("document-filter").value = filter.document;
    byId("undo").disabled = !past.length;
  };
  on("filtered", follow);
  byId("filters-button").addEventListener("click", () => {
    const open = document.body.classList.toggle("filters-open");
    byId("filters-button").setAttribute("aria-expanded", String(open));
  });
}

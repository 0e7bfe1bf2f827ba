// Suggestions tell namesakes apart: each has its body and years beside it.
function yearsOf(node) {
  const days = linesOf.get(node.id).flatMap((l) => l.spells).flatMap((e) => [e.first, e.last]).filter(Boolean).map((d) => d.slice(0, 4)).sort();
  if (!days.length) return "";
  return days[0] === days[days.length - 1] ? days[0] : days[0] + "–" + days[days.length - 1];
}
function hintOf(node) {
  if (node.hint) return node.hint;
  const others = linesOf.get(node.id).filter((l) => ["sat_on", "part_of", "holds", "filled_by", "has_seat", "of", "seat_on"].includes(l.kind)).map((l) => otherEnd(l, node.id)).filter(isBody);
  const names = [...new Set(others.map((o) => o.label))].slice(0, 2).join(", ");
  return [isPerson(node) || !names ? "" : looks.nodes[node.kind].one, names || looks.nodes[node.kind].one, yearsOf(node)].filter(Boolean).join(" · ");
}
function buildSearch(open) {
  const box = byId("search");
  const list = byId("suggestions");
  let index = null; // made when somebody begins to write: most of the time of a large page
  const indexed = () => index || (index = [...nodes.values()].map((node) => ({ node, text: folded([node.label, node.sort || "", ...(node.names || [])].join(" \n ")) })));
  // How much of what is asked for every word of a name is like, at its worst; nothing where one word is like none.
  const likeness = (entry, asked) => {
    const has = entry.words || (entry.words = wordsIn(entry.text));
    return asked.reduce((least, one) => Math.min(least, Math.max(0, ...has.map((word) => alike(one, word)))), 10);
  };
  let active = -1;
  const options = () => [...list.children];
  const close = () => { list.hidden = true; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); active = -1; };
  const pick = (id) => { close(); box.value = ""; open(id); };
  const mark = (to) => {
    options().forEach((o, i) => o.setAttribute("aria-selected", String(i === to)));
    active = to;
    if (to >= 0) { box.setAttribute("aria-activedescendant", options()[to].id); options()[to].scrollIntoView({ block: "nearest" }); }
  };
  box.addEventListener("input", () => {
    const words = folded(box.value).split(/\s+/).filter(Boolean);
    const whole = words.join(" "); // who is called exactly that comes first
    list.replaceChildren();
    if (!words.length) { close(); return; }
    const found = indexed().filter((entry) => words.every((w) => entry.text.includes(w)))
      .map((entry) => ({ ...entry, rank: words.reduce((sum, w) => sum + (new RegExp("(^|[\\s'-])" + w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).test(entry.text) ? 0 : 1), folded(entry.node.label) === whole ? -1 : 0) }))
      .sort((a, b) => a.rank - b.rank || linesOf.get(b.node.id).length - linesOf.get(a.node.id).length || byName(a.node, b.node)).slice(0, 12);
    // Nothing is called that: what is called nearly so.
    if (!found.length) {
      const asked = wordsIn(box.value);
      const near = indexed().map((entry) => ({ ...entry, rank: likeness(entry, asked) })).filter((entry) => entry.rank > 0);
      found.push(...near.sort((a, b) => b.rank - a.rank || byName(a.node, b.node)).slice(0, 12));
    }
    found.forEach(({ node }, i) => {
      const item = make("li", { role: "option", id: "option-" + i, "aria-selected": "false" }, icon(node.kind), make("span", { class: "name" }, named(node.label)), make("small", {}, named(hintOf(node))));
      item.dataset.id = node.id;
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); pick(node.id); });
      list.append(item);
    });
    if (!found.length) list.append(make("li", { class: "nothing", role: "option", "aria-disabled": "true", id: "option-none" }, "Nobody and nothing here is called that"));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    mark(found.length ? 0 : -1);
  });
  box.addEventListener("keydown", (event) => {
    const count = options().filter((o) => o.dataset.id).length;
    if (event.key === "ArrowDown" && count) { event.preventDefault(); mark((active + 1) % count); }
    else if (event.key === "ArrowUp" && count) { event.preventDefault(); mark((active - 1 + count) % count); }
    else if (event.key === "Enter" && active >= 0) { event.preventDefault(); pick(options()[active].dataset.id); }
    else if (event.key === "Escape") { event.stopPropagation(); close(); }
  });
  box.addEventListener("blur", close);
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(input|select|textarea)$/i.test(event.target.tagName)) { event.preventDefault(); box.focus(); }
  });
}

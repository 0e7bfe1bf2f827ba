// The same data by time: one row for each seat of a body or body of a person, bars for spells, ticks for days listed.
const MOST_LANES = 600;
const MISSED = new Set(["apologies", "absent"]);
function drawTimeline(api) {
  const view = byId("timeline-view");
  view.replaceChildren();
  const dated = shown.edges.filter(([e]) => e.line.kind === "sat_on" && e.first);
  if (!dated.length || !data.days.length) { view.append(make("p", { class: "none" }, "No tenure with a date is shown now.")); return; }
  const low = toNumber(firstDay(data.days[0]));
  const high = Math.max(toNumber(lastDay(data.days[1])), low + 1);
  const pad = Math.max(20, (high - low) * 0.02);
  const x = (date) => ((toNumber(date) - low + pad) / (high - low + 2 * pad)) * 1000;
  const years = [];
  for (let year = Number(data.days[0].slice(0, 4)); year <= Number(data.days[1].slice(0, 4)) + 1; year += 1) {
    const at = x(year + "-01-01");
    if (at >= 0 && at <= 1000) years.push([year, at]);
  }
  const centre = chosen && chosen.node && isPerson(nodes.get(chosen.node)) ? chosen.node : "";
  const groups = new Map();
  for (const [edge, state] of dated) {
    if (centre && edge.line.source !== centre) continue;
    const [group, row] = centre ? [edge.line.source, edge.line.target] : [edge.line.target, edge.line.source];
    if (!groups.has(group)) groups.set(group, new Map());
    const rows = groups.get(group);
    if (!rows.has(row)) rows.set(row, []);
    rows.get(row).push([edge, state]);
  }
  const absences = new Map();
  for (const line of lines.values()) if (line.kind === "substituted_for") absences.set(line.target, [...(absences.get(line.target) || []), ...line.spells.map((e) => [e, nodes.get(line.source).label])]);
  const axis = make("div", { class: "axis", "aria-hidden": "true" });
  years.forEach(([year, at], i) => { if (i === 0 || at - years[i - 1][1] > 0) { const label = make("span", {}, String(year)); label.style.left = at / 10 + "%"; axis.append(label); } });
  view.append(make("p", { class: "caption" }, "Bars are tenures on a body; ticks are meetings that list the person as there, crosses meetings that were missed, circles meetings at which somebody substituted. " + summary()), make("div", { class: "lane head" }, make("span", {}), axis));
  // How the minutes of each meeting record somebody: there, or missed.
  const recorded = new Map();
  for (const [person, body, date, status] of data.attendance) {
    const key = nodeList[person].id + " " + nodeList[body].id;
    if (!recorded.has(key)) recorded.set(key, []);
    recorded.get(key).push([word(date), MISSED.has(word(status)) ? "missed" : "there"]);
  }
  let lanes = 0;
  for (const [group, rows] of [...groups].sort((a, b) => byName(nodes.get(a[0]), nodes.get(b[0])))) {
    view.append(make("h2", {}, make("button", { type: "button", class: "go", onclick: () => api.open(group, "timeline") }, icon(nodes.get(group).kind), named(nodes.get(group).label))));
    const list = make("ul", { class: "lanes" });
    lanes += rows.size;
    for (const [row, spells] of [...rows].sort((a, b) => byName(nodes.get(a[0]), nodes.get(b[0])))) {
      const picture = svg("svg", { viewBox: "0 0 1000 24", preserveAspectRatio: "none", "aria-hidden": "true" });
      years.forEach(([, at]) => picture.append(svg("line", { x1: at, x2: at, y1: 0, y2: 24, class: "year", "vector-effect": "non-scaling-stroke" })));
      const meetings = recorded.get(spells[0][0].line.source + " " + spells[0][0].line.target) || [];
      for (const [day, how] of meetings) {
        const at = x(firstDay(day));
        if (how === "there") picture.append(svg("line", { x1: at, x2: at, y1: 4, y2: 20, class: "tick", "vector-effect": "non-scaling-stroke" }));
      }
      for (const [edge, state] of spells) {
        const from = x(edge.first);
        const to = edge.last ? x(edge.last) : 1000;
        picture.append(svg("line", { x1: from, x2: Math.max(to, from + 3), y1: 12, y2: 12, class: "bar-" + state, "vector-effect": "non-scaling-stroke", "stroke-dasharray": looks.certainties[state].dash.join(" ") || "none" }));
        if (!meetings.length) for (const day of edge.on || []) { const at = x(firstDay(day)); picture.append(svg("line", { x1: at, x2: at, y1: 4, y2: 20, class: "tick", "vector-effect": "non-scaling-stroke" })); }
      }
      const lane = make("div", { class: "lane-picture" }, picture);
      for (const [edge, who] of centre ? [] : absences.get(row) || []) if (edge.first) { const dot = make("i", { class: "stood-in", title: inWords(edge.from) + ": " + who + " substituted" }); dot.style.left = x(edge.first) / 10 + "%"; lane.append(dot); }
      for (const [day, how] of meetings) if (how === "missed") { const mark = make("i", { class: "missed", title: inWords(day) + ": not there" }); mark.style.left = x(firstDay(day)) / 10 + "%"; lane.append(mark); }
      const missed = meetings.filter(([, how]) => how === "missed").length;
      const attended = meetings.length ? ["at " + (meetings.length - missed) + " meetings, missed " + missed] : [];
      const words = [...attended, ...spells.map(([e]) => [e.role, spellInWords(e), e.certainty].filter(Boolean).join(", "))].join("; ");
      list.append(make("li", { class: "lane" }, make("button", { type: "button", class: "why-button", "aria-label": nodes.get(row).label + ": " + words, title: words, onclick: () => choose({ line: spells[0][0].line.id }, "timeline") }, named(nodes.get(row).label)), lane));
    }
    view.append(list);
    if (lanes > MOST_LANES) { view.append(make("p", { class: "none" }, "There is more; filters, or a person or body of your choice, narrow it.")); break; }
  }
}

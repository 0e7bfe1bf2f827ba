// Brings the parts together.
const drawers = { list: (api) => drawList(api), table: (api) => drawTable(api), timeline: (api) => drawTimeline(api), matrix: (api) => drawMatrix(api) };
const PICTURES = ["map", "list", "timeline", "matrix", "table"];
function begin() {
  const renderer = (data.network ? visRenderer : canvasRenderer)(byId("canvas"));
  let picture = "map";
  document.body.dataset.picture = picture;
  // How much of the map the panel lies on: at the right, or below on a phone.
  const covered = () => {
    const panel = byId("panel");
    if (panel.hidden) return [0, 0];
    return panel.offsetWidth < byId("canvas").clientWidth * 0.8 ? [panel.offsetWidth, 0] : [0, panel.offsetHeight - (byId("timebar").hidden ? 0 : byId("timebar").offsetHeight)];
  };
  const hiddenByPanel = (id) => {
    const [x, y] = renderer.onScreen(id);
    const [right, below] = covered();
    return x < 20 || y < 20 || x > byId("canvas").clientWidth - right - 20 || y > byId("canvas").clientHeight - below - 20;
  };
  const api = {
    renderer,
    open(id, from) {
      if (!shown.nodes.has(id)) change((f) => { f.around = ""; f.path = null; f.kinds.delete(nodes.get(id).kind); if (apart.has(id)) f.apart = false; });
      if (!shown.nodes.has(id)) change((f) => Object.assign(f, everything()));
      choose({ node: id }, from);
      if (picture === "map") renderer.focus(id, covered());
    },
    step(id) { renderer.select({ node: id }); if (hiddenByPanel(id)) renderer.focus(id, covered()); const node = nodes.get(id); byId("status").textContent = node.label + ", " + looks.nodes[node.kind].one + ", " + hintOf(node); },
    around(id) { change((f) => { f.steps = id && f.around === id ? f.steps + 1 : 1; f.around = id; f.path = null; f.opened = new Set(); }); say("fit"); },
    expand(id) { change((f) => { if (f.folded.has(id)) f.folded.delete(id); else f.opened.add(id); }); if (filter.around) say("fit"); },
    fold(id) { change((f) => { f.folded.add(id); f.opened.delete(id); }); },
    pin(id) { change((f) => { if (f.pins.has(id)) f.pins.delete(id); else { const at = placeOf(id); f.pins.set(id, { x: Math.round(at.x), y: Math.round(at.y) }); } }); },
    picture(name) {
      picture = name;
      for (const key of PICTURES) {
        byId(key + "-view").hidden = key !== name;
        byId("tab-" + key).setAttribute("aria-selected", String(key === name));
        byId("tab-" + key).tabIndex = key === name ? 0 : -1;
      }
      document.body.dataset.picture = name;
      if (drawers[name]) drawers[name](api);
      if (name === "map") renderer.resized();
      say("pictured", name);
    },
    pictured: () => picture,
  };
  on("around", (id) => api.around(id));
  on("fit", () => renderer.fit(null, covered()));
  buildLegend();
  buildTimebar();
  buildSearch((id) => api.open(id, "search"));
  api.panel = buildPanel(api);
  api.covered = covered;
  buildKeyboard(api);
  on("chosen", (what, from) => {
    renderer.select(what);
    if (what && what.node && from === "map" && picture === "map" && hiddenByPanel(what.node)) renderer.focus(what.node, covered());
  });
  const follow = () => {
    renderer.show(shown);
    byId("shown").textContent = summary();
    byId("status").textContent = summary();
    if (drawers[picture]) drawers[picture](api);
  };
  on("filtered", follow);
  const tabs = PICTURES;
  tabs.forEach((name, i) => {
    byId("tab-" + name).addEventListener("click", () => api.picture(name));
    byId("tab-" + name).addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(i + step + tabs.length) % tabs.length];
      api.picture(next);
      byId("tab-" + next).focus();
    });
  });
  document.querySelector("[data-skip]").addEventListener("click", (event) => { event.preventDefault(); api.picture("table"); byId("table-view").focus(); });
  byId("zoom-in").addEventListener("click", () => { renderer.zoom(1.35); say("moved"); });
  byId("zoom-out").addEventListener("click", () => { renderer.zoom(0.74); say("moved"); });
  byId("zoom-fit").addEventListener("click", () => say("fit"));
  dark.addEventListener("change", () => renderer.theme());
  if (data.on) filter.day = firstDay(data.on);
  if (data.from) filter.from = firstDay(data.from);
  if (data.to) filter.to = lastDay(data.to);
  buildPaths(api);
  buildSave(api);
  buildPrint(api);
  shown = shownNow();
  say("filtered");
  renderer.fit();
  // On a phone people are a list under each body, until a picture is asked for.
  if (matchMedia("(max-width: 760px)").matches && data.nodes.id) api.picture("list");
  buildAddress(api);
  // For tests and for people who script the page: where things stand on the screen, nothing that changes data.
  window.govgraphMap = { renderer: renderer.name, at: (id) => renderer.onScreen(id), lineAt: (name) => renderer.lineOnScreen(lineNamed(name).id), lines: () => [...shown.lines.keys()].map((id) => lineName(lines.get(id))), nodes: () => [...shown.nodes], states: () => [...shown.lines].map(([id, state]) => [lineName(lines.get(id)), state]), scale: () => renderer.view().scale, boxes: () => [...renderer.written().values()], problems: () => [...problems], forget: () => { problems.length = 0; } };
  // With the first frame that has the picture in it; a notebook's frame that nobody sees yet has none.
  const ready = () => {
    if (document.documentElement.dataset.ready) return;
    document.documentElement.dataset.state = "ready";
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
  };
  requestAnimationFrame(ready);
  setTimeout(ready, 1000);
}
begin();

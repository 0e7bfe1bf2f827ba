// The map by keyboard: arrows go to the nearest in that direction, Enter opens, Escape closes.
function buildKeyboard(api) {
  const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  let at = null;
  on("chosen", (what) => { if (what && what.node) at = what.node; });
  const first = () => [...shown.nodes].map((id) => nodes.get(id)).sort((a, b) => isBody(b) - isBody(a) || linesOf.get(b.id).length - linesOf.get(a.id).length || byName(a, b))[0];
  byId("canvas").addEventListener("keydown", (event) => {
    if (directions[event.key]) {
      event.preventDefault();
      if (!at || !shown.nodes.has(at)) { const start = first(); if (start) api.step(at = start.id); return; }
      const here = api.renderer.position(at);
      const [dx, dy] = directions[event.key];
      let best = null;
      for (const id of shown.nodes) {
        if (id === at) continue;
        const there = api.renderer.position(id);
        const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
        const across = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
        if (along <= 0 || across > along * 2.5) continue;
        const far = along + across * 2;
        if (!best || far < best.far) best = { id, far };
      }
      if (best) api.step(at = best.id);
    } else if (event.key === "Enter" && at) { event.preventDefault(); choose({ node: at }, "map"); }
    else if (event.key === "+" || event.key === "=") api.renderer.zoom(1.25);
    else if (event.key === "-") api.renderer.zoom(0.8);
    else if (event.key === "0") api.renderer.fit(null, api.covered());
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) api.panel.close();
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && !/^input$/i.test(event.target.tagName)) { event.preventDefault(); undo(); }
  });
}

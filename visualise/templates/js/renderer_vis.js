// One of the renderers behind the same small set of verbs: show, select, focus, fit, zoom, picture, scene.
// Search, filters, panel and table know these verbs and nothing of vis-network.
function visRenderer(holder) {
  const paths = Object.fromEntries(Object.entries(looks.nodes).map(([kind, look]) => [kind, new Path2D(look.path)]));
  // The outline alone, for the paper behind a shape with a hole: no line is to be seen through it.
  const outlines = Object.fromEntries(Object.entries(looks.nodes).map(([kind, look]) => [kind, new Path2D(look.path.slice(0, look.path.indexOf("Z") + 1))]));
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  let ink = {};
  let written = new Map();
  let always = new Set();
  let near = null; // ids in the light while something is chosen
  let lit = new Set(); // lines in the light
  let visible = new Set();
  let current = new Map(lineList.map((line) => [line.id, line.spells[0].certainty || "certain"]));
  let scaleOfLabels = 0;

  const drawNode = (ctx, node, x, y, selected, hover) => {
    const look = looks.nodes[node.kind];
    const size = look.size * (hover || selected ? 1.18 : 1);
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(size, size);
    ctx.lineJoin = "round";
    ctx.lineWidth = 6 / size;
    ctx.strokeStyle = ink.paper;
    ctx.fillStyle = ink.paper;
    ctx.stroke(outlines[node.kind]);
    ctx.fill(outlines[node.kind]);
    ctx.globalAlpha = near && !near.has(node.id) ? 0.22 : 1;
    ctx.fillStyle = look[theme()];
    ctx.fill(paths[node.kind], "evenodd");
    if (node.id === data.centre && isPerson(node)) { ctx.lineWidth = 3 / size; ctx.strokeStyle = look[theme()]; ctx.beginPath(); ctx.arc(0, 0, 1 + 6 / size, 0, 7); ctx.stroke(); }
    if (filter.pins.has(node.id)) { ctx.fillStyle = ink.strong; ctx.fillRect(0.55, -1.35, 0.8, 0.8); }
    ctx.restore();
  };
  const drawRing = (ctx, node, x, y) => {
    ctx.save();
    ctx.beginPath();
    ctx.arc(x, y, looks.nodes[node.kind].size * 1.18 + 5, 0, 7);
    ctx.lineWidth = 2.5;
    ctx.strokeStyle = ink.accent;
    ctx.stroke();
    ctx.restore();
  };
  const drawLabel = (ctx, node, x, y, hover) => {
    const scale = network ? network.getScale() : 1;
    let box = written.get(node.id);
    if (!box && !hover) return;
    box = labelBox(node, x, y, node.side, scale);
    ctx.save();
    ctx.globalAlpha = near && !near.has(node.id) ? 0.25 : 1;
    ctx.font = (isBold(node) ? "600 " : "") + box.size + "px " + FONT;
    ctx.textAlign = box.align;
    ctx.textBaseline = "top";
    ctx.lineJoin = "round";
    ctx.lineWidth = box.size * 0.36;
    ctx.strokeStyle = ink.paper;
    ctx.fillStyle = isBold(node) ? ink.strong : ink.text;
    const behind = shown.behind.get(node.id);
    box.rows.forEach((text, i) => {
      const row = behind && i === box.rows.length - 1 ? text + "  +" + behind : text;
      const top = box.top + i * box.size * 1.2 + box.size * 0.1;
      ctx.strokeText(row, box.x, top);
      ctx.fillText(row, box.x, top);
    });
    ctx.restore();
  };
  const asVisNode = (node) => ({
    id: node.id, x: node.x, y: node.y, label: " ", shape: "custom", size: looks.nodes[node.group].size,
    ctxRenderer: ({ ctx, id, x, y, state }) => {
      const found = nodes.get(id);
      const size = looks.nodes[found.kind].size;
      return {
        drawNode: () => drawNode(ctx, found, x, y, state.selected, state.hover),
        drawExternalLabel: () => { drawLabel(ctx, found, x, y, state.hover || state.selected); if (state.selected) drawRing(ctx, found, x, y); },
        nodeDimensions: { width: 2 * size + 6, height: 2 * size + 6 },
      };
    },
  });
  const visEdge = (edge, i) => {
    const id = i + 1; // pyvis keeps the order of the lines
    const look = looks.edges[edge.kind];
    const state = current.get(id) || "certain";
    const out = near && !lit.has(id);
    return {
      id, hidden: !current.has(id),
      color: { color: look[theme()], highlight: ink.accent, hover: look[theme()], inherit: false, opacity: out ? 0.1 : state === "unknown" ? 0.6 : edge.kind === "sat_on" ? (lit.has(id) ? 1 : 0.7) : 0.9 },
      width: look.width * (edge.kind === "shares" ? Math.min(4, lineList[i].spells.length) : 1) * (lit.has(id) ? 1.5 : 1) * (state === "certain" ? 1.15 : 1),
      dashes: looks.certainties[state].dash.length ? looks.certainties[state].dash : false,
    };
  };
  const readInk = () => { ink = { paper: colour("--paper"), text: colour("--text"), strong: colour("--strong"), accent: colour("--accent") }; };
  readInk();
  const nodeSet = new vis.DataSet(data.network.nodes.map(asVisNode));
  const edgeSet = new vis.DataSet(data.network.edges.map((edge, i) => ({
    id: i + 1, from: edge.from, to: edge.to, kind: edge.kind,
    arrows: looks.edges[edge.kind].arrow ? { to: { enabled: true, scaleFactor: 0.55 } } : { to: { enabled: false } },
    smooth: edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false,
    selectionWidth: 1.2, hoverWidth: 0.6, ...visEdge(edge, i), hidden: false,
  })));
  let network = null;
  network = new vis.Network(holder, { nodes: nodeSet, edges: edgeSet }, {
    autoResize: true, physics: false, layout: { improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 1e9, keyboard: false, navigationButtons: false, multiselect: false, selectConnectedEdges: false, hoverConnectedEdges: false },
    nodes: { borderWidth: 0, borderWidthSelected: 0, chosen: false }, edges: { chosen: false },
  });
  const place = placeOf;
  const relabel = () => {
    scaleOfLabels = network.getScale();
    written = writtenAt(scaleOfLabels, place, visible, always);
  };
  network.on("beforeDrawing", () => { if (Math.abs(network.getScale() / scaleOfLabels - 1) > 0.02) relabel(); });
  // Circles of people have no body in their middle: the name of the body stands above.
  const titled = data.kind === "co-membership" ? data.regions : [];
  const titleSize = (scale) => Math.max(14, 12.5 / scale);
  // While the hand pans, nothing is drawn anew: the last picture is shifted.
  const still = document.createElement("canvas");
  let panned = null;
  network.on("dragStart", ({ nodes: hit }) => {
    const source = holder.querySelector("canvas");
    panned = hit.length ? null : network.getViewPosition();
    if (panned) {
      [still.width, still.height] = [source.width, source.height];
      still.getContext("2d").drawImage(source, 0, 0);
    }
    network.setOptions({ interaction: { hideEdgesOnDrag: !hit.length, hideNodesOnDrag: !hit.length } });
  });
  network.on("dragEnd", () => { panned = null; network.redraw(); });
  network.on("afterDrawing", (ctx) => {
    if (panned) {
      const now = network.getViewPosition();
      const by = (network.getScale() * still.width) / holder.clientWidth;
      ctx.save();
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.drawImage(still, Math.round((panned.x - now.x) * by), Math.round((panned.y - now.y) * by));
      ctx.restore();
      return;
    }
    const size = titleSize(network.getScale());
    for (const [title, x, y, , height] of titled) {
      ctx.save();
      ctx.font = "600 " + size + "px " + FONT;
      ctx.textAlign = "center";
      ctx.lineJoin = "round";
      ctx.lineWidth = size * 0.36;
      ctx.strokeStyle = ink.paper;
      ctx.fillStyle = ink.strong;
      ctx.strokeText(title, x, y - height - size * 0.3);
      ctx.fillText(title, x, y - height - size * 0.3);
      ctx.restore();
    }
  });
  network.on("click", ({ nodes: hitNodes, edges: hitEdges }) => {
    if (hitNodes.length) choose({ node: hitNodes[0] }, "map");
    else if (hitEdges.length) choose({ line: hitEdges[0] }, "map");
    else choose(null, "map");
  });
  network.on("doubleClick", ({ nodes: hit }) => { if (hit.length) say("around", hit[0]); });
  network.on("dragEnd", ({ nodes: hit }) => {
    if (!hit.length) { say("moved"); return; }
    const at = network.getPosition(hit[0]);
    change((f) => { f.pins = new Map(f.pins).set(hit[0], { x: Math.round(at.x), y: Math.round(at.y) }); });
  });
  network.on("zoom", () => say("moved"));
  network.on("hoverNode", () => { holder.classList.add("over"); });
  network.on("blurNode", () => { holder.classList.remove("over"); });
  network.on("hoverEdge", () => { holder.classList.add("over"); });
  network.on("blurEdge", () => { holder.classList.remove("over"); });
  const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });
  // vis-network takes its time for each node and line that is said to differ: it hears of those that do.
  const told = new Map();
  const differing = (items) => items.filter((item) => { const now = JSON.stringify(item); const differs = told.get(item.id) !== now; told.set(item.id, now); return differs; });
  differing(data.network.nodes.map((node) => ({ id: node.id, hidden: false, x: nodes.get(node.id).x, y: nodes.get(node.id).y })));
  differing(data.network.edges.map((edge, i) => ({ ...visEdge(edge, i), hidden: false })));
  const paintEdges = () => edgeSet.update(differing(data.network.edges.map(visEdge)));

  return {
    name: "vis-network",
    show(now) {
      visible = now.nodes;
      current = now.lines;
      nodeSet.update(differing(data.network.nodes.map((node) => ({ id: node.id, hidden: !visible.has(node.id), ...placeOf(node.id) }))));
      paintEdges();
      relabel();
      requestAnimationFrame(() => network.redraw());
    },
    select(what) {
      network.unselectAll();
      near = null;
      lit = new Set();
      always = new Set();
      if (what && what.node && visible.has(what.node)) {
        network.selectNodes([what.node], false);
        near = new Set([what.node]);
        for (const line of linesOf.get(what.node)) if (current.has(line.id)) { lit.add(line.id); near.add(otherEnd(line, what.node).id); }
      } else if (what && what.line && current.has(what.line)) {
        const line = lines.get(what.line);
        network.selectEdges([what.line]);
        near = new Set([line.source, line.target]);
        lit.add(what.line);
      }
      if (near && near.size < 60) always = near;
      paintEdges();
      relabel();
      network.redraw();
    },
    // `free` is how many pixels to the right and below are covered by something else.
    focus(id, free = [0, 0]) { network.focus(id, { scale: Math.max(network.getScale(), 0.85), offset: { x: -free[0] / 2, y: -free[1] / 2 }, animation: motion() }); },
    fit(ids, free = [0, 0]) {
      const seen = [...(ids || visible)];
      if (!seen.length) return;
      const wide = holder.clientWidth - free[0];
      const high = holder.clientHeight - free[1] - 30; // the line of counts stands at the foot
      let scale = 1.25;
      const own = new Set(seen);
      // Names stand beside their people and grow, in the map's units, as it is made smaller: a few rounds find the size.
      for (let round = 0; round < 12; round += 1) {
        const names = writtenAt(Math.max(scale, 0.2), place, own, always);
        const boxes = seen.map((id) => { const node = nodes.get(id); const at = place(id); const size = looks.nodes[node.kind].size; const label = names.get(id) || { left: at.x, top: at.y, width: 0, height: 0 }; return [Math.min(at.x - size, label.left), Math.min(at.y - size, label.top), Math.max(at.x + size, label.left + label.width), Math.max(at.y + size, label.top + label.height)]; });
        const size = titleSize(scale);
        for (const [title, x, y, , height] of titled) { const half = (widthOf(title, true) * size) / 2; boxes.push([x - half, y - height - size * 1.5, x + half, y - height]); }
        const box = boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);
        const fitting = Math.min(1.25, (wide - 48) / (box[2] - box[0]), (high - 40) / (box[3] - box[1]));
        const x = (box[0] + box[2]) / 2;
        const y = (box[1] + box[3]) / 2;
        network.moveTo({ position: { x: x + free[0] / 2 / fitting, y: y + (free[1] + 30) / 2 / fitting }, scale: fitting });
        if (Math.abs(fitting - scale) < 0.01) break;
        scale = (scale + fitting) / 2;
      }
      relabel();
    },
    zoom(by) { network.moveTo({ scale: network.getScale() * by, animation: motion() }); },
    theme() { readInk(); paintEdges(); network.redraw(); },
    position: place,
    onScreen(id) { const at = network.canvasToDOM(place(id)); return [at.x, at.y]; },
    lineOnScreen(id) { const line = lines.get(id); const [a, b] = [place(line.source), place(line.target)]; const at = network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }); return [at.x, at.y]; },
    view() { const at = network.getViewPosition(); return { x: at.x, y: at.y, scale: network.getScale() }; },
    look(view) { network.moveTo({ position: { x: view.x, y: view.y }, scale: view.scale }); relabel(); },
    written: () => written,
    resized() { network.redraw(); },
    canvas: () => holder.querySelector("canvas"),
  };
}

// The engine for thousands of nodes, behind the same verbs as visRenderer: plain canvas, typed arrays, a grid.
// While the hand moves, the last picture is shifted and scaled; when it rests, lines are drawn in slices, then names.
function canvasRenderer(holder) {
  const canvas = make("canvas");
  canvas.style.cssText = "position:absolute;inset:0;width:100%;height:100%;touch-action:none";
  holder.append(canvas);
  const ctx = canvas.getContext("2d", { alpha: false });
  const still = document.createElement("canvas"); // the last whole picture
  const stillCtx = still.getContext("2d", { alpha: false });
  const count = nodeList.length;
  const state = {
    width: 1, height: 1, ratio: 1, grid: null, lit: null, litLines: [], chosen: -1,
    xs: Float32Array.from(nodeList, (n) => n.x), ys: Float32Array.from(nodeList, (n) => n.y), on: new Uint8Array(count),
    sources: Uint32Array.from(lineList, (l) => l.from.index), targets: Uint32Array.from(lineList, (l) => l.to.index),
    styles: [], styleOf: new Uint16Array(lineList.length),
  };
  const painter = painterOf(state);
  let order = new Uint32Array(0); // the lines that are shown, by style
  const view = { x: 0, y: 0, scale: 1 };
  let drawn = null; // the view of `still`
  let frame = 0;
  let resting = 0;
  let written = new Map();
  const styleNumbers = Object.fromEntries(Object.keys(looks.edges).map((kind) => [kind, {}]));
  const style = (kind, certainty) => {
    const of = styleNumbers[kind];
    if (of[certainty] === undefined) { of[certainty] = state.styles.length; state.styles.push({ kind, state: certainty }); }
    return of[certainty];
  };
  const clear = (of) => { of.setTransform(state.ratio, 0, 0, state.ratio, 0, 0); of.globalAlpha = 1; of.fillStyle = painter.ink().paper; of.fillRect(0, 0, state.width, state.height); };
  const resize = () => {
    state.width = holder.clientWidth || 1;
    state.height = holder.clientHeight || 1;
    state.ratio = Math.min(2, devicePixelRatio || 1);
    for (const each of [canvas, still]) { each.width = Math.round(state.width * state.ratio); each.height = Math.round(state.height * state.ratio); }
    drawn = null;
  };
  // The whole picture, in as many slices as it needs; shown when the first slice is done, and again at the end.
  let job = 0;
  const draw = () => {
    cancelAnimationFrame(job);
    const now = { ...view };
    const found = painter.seen(now);
    clear(stillCtx);
    painter.paintRegions(stillCtx, now);
    let at = order.length ? 0 : -1;
    const slice = () => {
      if (at >= 0) at = painter.paintLines(stillCtx, now, order, at, performance.now() + SLICE);
      if (at >= 0) { job = requestAnimationFrame(slice); return; }
      painter.paintNodes(stillCtx, now, found);
      painter.paintChosen(stillCtx, now);
      written = painter.paintNames(stillCtx, now, found);
      drawn = now;
      show();
      holder.dataset.drawn = String(Number(holder.dataset.drawn || 0) + 1);
    };
    slice();
  };
  // The last picture where the view is now; nodes alone where there is none yet.
  const show = () => {
    clear(ctx);
    if (!drawn) { painter.paintNodes(ctx, view, painter.seen(view)); return; }
    const by = view.scale / drawn.scale;
    const x = (drawn.x - view.x) * view.scale + state.width / 2 - (state.width / 2) * by;
    const y = (drawn.y - view.y) * view.scale + state.height / 2 - (state.height / 2) * by;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(still, x * state.ratio, y * state.ratio, still.width * by, still.height * by);
  };
  const REST = 90;
  const moving = () => {
    if (!frame) frame = requestAnimationFrame(() => { frame = 0; show(); });
    cancelAnimationFrame(job);
    clearTimeout(resting);
    resting = setTimeout(draw, REST);
  };
  const fresh = () => { drawn = null; clearTimeout(resting); draw(); };
  const toMap = (x, y) => [(x - state.width / 2) / view.scale + view.x, (y - state.height / 2) / view.scale + view.y];
  const at = (x, y) => { const [mx, my] = toMap(x, y); return state.grid.nearest(mx, my, Math.max(14 / view.scale, 10)); };
  const lineAt = (x, y) => {
    const [mx, my] = toMap(x, y);
    let best = -1;
    let far = 5 / view.scale;
    for (const line of order) {
      const [a, b] = [state.sources[line], state.targets[line]];
      const [x1, x2, y1, y2] = [state.xs[a], state.xs[b], state.ys[a], state.ys[b]];
      if (mx < Math.min(x1, x2) - far || mx > Math.max(x1, x2) + far || my < Math.min(y1, y2) - far || my > Math.max(y1, y2) + far) continue;
      const d = fromStretch(mx, my, x1, y1, x2, y2);
      if (d < far) { far = d; best = line; }
    }
    return best;
  };
  const zoomAt = (by, x, y) => {
    const [mx, my] = toMap(x, y);
    view.scale = Math.max(0.004, Math.min(4, view.scale * by));
    view.x = mx - (x - state.width / 2) / view.scale;
    view.y = my - (y - state.height / 2) / view.scale;
    moving();
  };
  const go = (to) => {
    if (calm.matches || !drawn) { Object.assign(view, to); fresh(); return; }
    const from = { ...view };
    const start = performance.now();
    const step = () => {
      const part = Math.min(1, (performance.now() - start) / 300);
      const eased = part * (2 - part);
      for (const key of ["x", "y", "scale"]) view[key] = from[key] + (to[key] - from[key]) * eased;
      show();
      if (part < 1) requestAnimationFrame(step); else fresh();
    };
    step();
  };
  canvasHand(canvas, {
    pan(dx, dy) { view.x -= dx / view.scale; view.y -= dy / view.scale; moving(); },
    zoom: zoomAt,
    grab: (x, y) => at(x, y),
    carry(i, x, y) { [state.xs[i], state.ys[i]] = toMap(x, y); moving(); },
    drop(i) { change((f) => { f.pins = new Map(f.pins).set(nodeList[i].id, { x: Math.round(state.xs[i]), y: Math.round(state.ys[i]) }); }); },
    rest: () => say("moved"),
    click(x, y) {
      const node = at(x, y);
      if (node >= 0) { choose({ node: nodeList[node].id }, "map"); return; }
      const line = lineAt(x, y);
      choose(line >= 0 ? { line: lineList[line].id } : null, "map");
    },
    twice(x, y) { const node = at(x, y); if (node >= 0) say("around", nodeList[node].id); },
    over(x, y) { holder.classList.toggle("over", at(x, y) >= 0); },
  });
  new ResizeObserver(() => { if (holder.clientWidth && (holder.clientWidth !== state.width || holder.clientHeight !== state.height)) { resize(); draw(); } }).observe(holder);
  resize();
  const onScreen = (i) => painter.toScreen(view, i);
  return {
    name: "canvas",
    show(now) {
      state.on.fill(0);
      for (const id of now.nodes) state.on[nodes.get(id).index] = 1;
      for (let i = 0; i < count; i += 1) { state.xs[i] = nodeList[i].x; state.ys[i] = nodeList[i].y; }
      for (const [id, pin] of filter.pins) { const i = nodes.get(id).index; [state.xs[i], state.ys[i]] = [pin.x, pin.y]; }
      const buckets = [];
      for (const [id, certainty] of now.lines) {
        const number = style(lineList[id - 1].kind, certainty);
        state.styleOf[id - 1] = number;
        (buckets[number] || (buckets[number] = [])).push(id - 1);
      }
      order = new Uint32Array(now.lines.size);
      let k = 0;
      for (const bucket of buckets) if (bucket) { order.set(bucket, k); k += bucket.length; }
      state.grid = gridOf(state.xs, state.ys, state.on);
      fresh();
    },
    select(what) {
      state.lit = null;
      state.litLines = [];
      state.chosen = -1;
      if (what && what.node && shown.nodes.has(what.node)) {
        state.chosen = nodes.get(what.node).index;
        state.lit = new Set([state.chosen]);
        for (const line of linesOf.get(what.node)) if (shown.lines.has(line.id)) { state.litLines.push(line.index); state.lit.add(otherEnd(line, what.node).index); }
      } else if (what && what.line && shown.lines.has(what.line)) {
        const line = lines.get(what.line);
        state.litLines = [line.index];
        state.lit = new Set([line.from.index, line.to.index]);
      }
      draw();
    },
    focus(id, free = [0, 0]) {
      const scale = Math.max(view.scale, 0.7);
      const place = placeOf(id);
      go({ x: place.x + free[0] / 2 / scale, y: place.y + free[1] / 2 / scale, scale });
    },
    fit(ids, free = [0, 0]) {
      let [x1, y1, x2, y2] = state.grid ? state.grid.box : [0, 0, 1, 1];
      if (ids) [x1, y1, x2, y2] = [...ids].map(placeOf).reduce((b, p) => [Math.min(b[0], p.x), Math.min(b[1], p.y), Math.max(b[2], p.x), Math.max(b[3], p.y)], [Infinity, Infinity, -Infinity, -Infinity]);
      [x1, x2] = [x1 - 260, x2 + 260]; // names stand beside their people
      [y1, y2] = [y1 - 60, y2 + 60];
      const scale = Math.min(1.25, (state.width - free[0] - 24) / (x2 - x1), (state.height - free[1] - 54) / (y2 - y1));
      Object.assign(view, { x: (x1 + x2) / 2 + free[0] / 2 / scale, y: (y1 + y2) / 2 + (free[1] + 30) / 2 / scale, scale });
      fresh();
    },
    zoom(by) { zoomAt(by, state.width / 2, state.height / 2); },
    theme() { painter.readInk(); fresh(); },
    position: placeOf,
    onScreen: (id) => onScreen(nodes.get(id).index),
    lineOnScreen(id) { const line = lines.get(id); const [a, b] = [onScreen(line.from.index), onScreen(line.to.index)]; return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]; },
    view: () => ({ ...view }),
    look(to) { Object.assign(view, to); fresh(); },
    written: () => written,
    resized() { resize(); draw(); },
    canvas: () => canvas,
  };
}

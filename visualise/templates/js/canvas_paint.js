// What the canvas engine paints: lines in slices, nodes as the shapes of their kinds, names where there is room.
const SLICE = 10; // milliseconds for lines before the hand is asked for again
const BODIES_FROM = 0.06; // zoom from which bodies have names beside those of their councils
const PEOPLE_FROM = 0.45; // and people
const SHAPE_FROM = 3.2; // pixels of radius from which a kind's own shape can be told from a dot
function painterOf(state) {
  const shapes = Object.fromEntries(Object.entries(looks.nodes).map(([kind, look]) => [kind, new Path2D(look.path)]));
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  let ink = {};
  const readInk = () => { ink = { paper: colour("--paper"), text: colour("--text"), strong: colour("--strong"), faint: colour("--faint"), accent: colour("--accent") }; };
  readInk();
  const toScreen = (view, i) => [(state.xs[i] - view.x) * view.scale + state.width / 2, (state.ys[i] - view.y) * view.scale + state.height / 2];
  const radiusAt = (i, scale) => Math.max(looks.nodes[nodeList[i].kind].size * Math.max(scale, 0.02), isBody(nodeList[i]) ? 1.6 : 0.9);

  const titled = data.regions.filter(([title]) => title);
  // Where several councils are seen, each stands on a sheet of its own.
  function paintRegions(ctx, view) {
    if (titled.length < 2 || view.scale > 0.5) return;
    ctx.fillStyle = colour("--tint");
    for (const [, x, y, w, h] of titled) {
      const [left, top] = [(x - w - view.x) * view.scale + state.width / 2, (y - h - view.y) * view.scale + state.height / 2];
      if (left > state.width || top > state.height || left + 2 * w * view.scale < 0 || top + 2 * h * view.scale < 0) continue;
      ctx.beginPath();
      ctx.roundRect(left, top, 2 * w * view.scale, 2 * h * view.scale, 6);
      ctx.fill();
    }
  }

  // Lines by look, so that one stroke draws thousands. Gives back where it stopped, or -1 at the end.
  function paintLines(ctx, view, order, start, until) {
    const [halfWide, halfHigh] = [state.width / 2, state.height / 2];
    const count = order.length;
    let i = start;
    while (i < count) {
      const style = state.styleOf[order[i]];
      const look = state.styles[style];
      const [r, g, b] = [1, 3, 5].map((at) => parseInt(looks.edges[look.kind][theme()].slice(at, at + 2), 16));
      const dim = state.lit ? 0.12 : Math.min(0.75, 0.16 + view.scale * 0.9);
      ctx.strokeStyle = "rgba(" + r + "," + g + "," + b + "," + dim + ")";
      ctx.lineWidth = Math.max(0.5, Math.min(looks.edges[look.kind].width, looks.edges[look.kind].width * view.scale * 1.4));
      ctx.setLineDash(view.scale > 0.25 ? looks.certainties[look.state].dash.map((d) => d * Math.min(1, view.scale)) : []);
      ctx.beginPath();
      let drawn = 0;
      for (; i < count && state.styleOf[order[i]] === style && drawn < 1500; i += 1) {
        const line = order[i];
        const x1 = (state.xs[state.sources[line]] - view.x) * view.scale + halfWide;
        const x2 = (state.xs[state.targets[line]] - view.x) * view.scale + halfWide;
        if ((x1 < 0 && x2 < 0) || (x1 > state.width && x2 > state.width)) continue;
        const y1 = (state.ys[state.sources[line]] - view.y) * view.scale + halfHigh;
        const y2 = (state.ys[state.targets[line]] - view.y) * view.scale + halfHigh;
        if ((y1 < 0 && y2 < 0) || (y1 > state.height && y2 > state.height)) continue;
        // Shorter than a pixel and a half says nothing that the nodes do not say.
        if (Math.abs(x2 - x1) + Math.abs(y2 - y1) < 1.5) continue;
        ctx.moveTo(x1, y1);
        ctx.lineTo(x2, y2);
        drawn += 1;
      }
      if (drawn) ctx.stroke();
      if (performance.now() > until) break;
    }
    ctx.setLineDash([]);
    return i < count ? i : -1;
  }
  function seen(view) {
    const pad = 40 / view.scale;
    const found = [];
    state.grid.within(view.x - state.width / 2 / view.scale - pad, view.y - state.height / 2 / view.scale - pad, view.x + state.width / 2 / view.scale + pad, view.y + state.height / 2 / view.scale + pad, (i) => found.push(i));
    return found;
  }
  function paintNodes(ctx, view, found) {
    const byKind = new Map();
    for (const i of found) {
      const kind = nodeList[i].kind;
      if (!byKind.has(kind)) byKind.set(kind, []);
      byKind.get(kind).push(i);
    }
    for (const [kind, of] of byKind) {
      ctx.fillStyle = looks.nodes[kind][theme()];
      for (const dimmed of [true, false]) {
        ctx.globalAlpha = dimmed ? 0.22 : 1;
        for (const i of of) {
          if (Boolean(state.lit && !state.lit.has(i)) !== dimmed) continue;
          const [x, y] = toScreen(view, i);
          const radius = radiusAt(i, view.scale);
          if (radius < SHAPE_FROM) { ctx.fillRect(x - radius, y - radius, 2 * radius, 2 * radius); continue; }
          ctx.setTransform(radius * state.ratio, 0, 0, radius * state.ratio, x * state.ratio, y * state.ratio);
          ctx.fill(shapes[kind], "evenodd");
          ctx.setTransform(state.ratio, 0, 0, state.ratio, 0, 0);
        }
      }
    }
    ctx.globalAlpha = 1;
  }
  function paintChosen(ctx, view) {
    if (!state.lit) return;
    ctx.strokeStyle = ink.accent;
    ctx.lineWidth = 2;
    ctx.beginPath();
    for (const line of state.litLines) {
      ctx.moveTo(...toScreen(view, state.sources[line]));
      ctx.lineTo(...toScreen(view, state.targets[line]));
    }
    ctx.stroke();
    if (state.chosen < 0) return;
    const [x, y] = toScreen(view, state.chosen);
    ctx.beginPath();
    ctx.arc(x, y, radiusAt(state.chosen, view.scale) + 6, 0, 7);
    ctx.lineWidth = 3;
    ctx.stroke();
  }
  // Far out the names of councils, nearer those of bodies, then people's: as many as have room, most connected first.
  function paintNames(ctx, view, found) {
    const taken = [];
    const written = new Map();
    const put = (text, size, x, y, align, bold, id, always) => {
      const width = widthOf(text, bold) * size;
      const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
      const box = { left, top: y - size * 0.6, width, height: size * 1.2 };
      if (!always && (left < 2 || left + width > state.width - 2)) return false;
      if (!always && taken.some((o) => o.left < box.left + width && left < o.left + o.width && o.top < box.top + box.height && box.top < o.top + o.height)) return false;
      taken.push(box);
      ctx.font = (bold ? "600 " : "") + size + "px " + FONT;
      ctx.textAlign = align;
      ctx.textBaseline = "middle";
      ctx.lineJoin = "round";
      ctx.lineWidth = size * 0.34;
      ctx.strokeStyle = ink.paper;
      ctx.strokeText(text, x, y);
      ctx.fillStyle = bold ? ink.strong : ink.text;
      ctx.fillText(text, x, y);
      if (id) written.set(id, box);
      return true;
    };
    const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);
    const nameOf = (i, always) => {
      const node = nodeList[i];
      const [x, y] = toScreen(view, i);
      const radius = radiusAt(i, view.scale);
      const behind = shown.behind.get(node.id);
      const text = cut(node.label, isBody(node) ? 44 : 34) + (behind ? "  +" + behind : "");
      const size = isBody(node) ? Math.min(15, Math.max(12.5, 14 * view.scale)) : Math.min(13, Math.max(11.5, 12.5 * view.scale));
      if (node.side) put(text, size, x + node.side * (radius + 5), y, node.side > 0 ? "left" : "right", isBody(node), node.id, always);
      else put(text, size, x, y + radius + size * 0.8, "center", isBody(node), node.id, always);
    };
    if (state.chosen >= 0) nameOf(state.chosen, true);
    if (view.scale < 0.16 && titled.length > 1) {
      const regions = titled.map(([title, x, y, w, h]) => [title, (x - view.x) * view.scale + state.width / 2, (y - view.y) * view.scale + state.height / 2, w * h]).filter(([, x, y]) => x > 0 && y > 0 && x < state.width && y < state.height);
      for (const [title, x, y] of regions.sort((a, b) => b[3] - a[3]).slice(0, 160)) put(cut(title, 40), 13, x, y, "center", true, "", false);
    }
    const far = titled.length > 1 && view.scale < BODIES_FROM;
    const wanted = far && !state.lit ? [] : found.filter((i) => i !== state.chosen && (view.scale >= PEOPLE_FROM || isBody(nodeList[i]) || (state.lit && state.lit.size < 60 && state.lit.has(i))));
    const weight = (i) => (state.lit && state.lit.has(i) ? 1e6 : 0) + (isBody(nodeList[i]) ? 1e4 : 0) + nodeList[i].lines.length;
    wanted.sort((a, b) => weight(b) - weight(a) || a - b);
    for (const i of wanted.slice(0, 600)) nameOf(i, false);
    return written;
  }
  return { paintRegions, paintLines, paintNodes, paintChosen, paintNames, seen, toScreen, readInk, ink: () => ink };
}

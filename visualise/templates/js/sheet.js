// The map on one sheet, to print and to keep: title and days, the whole picture, legend and source.
const xml = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (sign) => "&#" + sign.codePointAt(0) + ";");
const INKS = { light: { paper: "#ffffff", strong: "#16212b", faint: "#5c6b78" }, dark: { paper: "#12181d", strong: "#f2f5f7", faint: "#98a7b3" } };
const rounded = (value) => Math.round(value * 10) / 10;
// What the map shows at a zoom, as elements of a drawing, and the box that it takes.
function drawingOf(api, scheme, scale) {
  const ink = INKS[scheme];
  const written = writtenAt(scale, (id) => api.renderer.position(id), shown.nodes, new Set());
  const boxes = [...shown.nodes].map((id) => { const at = api.renderer.position(id); const size = looks.nodes[nodes.get(id).kind].size; return [at.x - size, at.y - size, at.x + size, at.y + size]; }).concat([...written.values()].map((b) => [b.left, b.top, b.left + b.width, b.top + b.height]));
  const box = boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])], [Infinity, Infinity, -Infinity, -Infinity]);
  const parts = [];
  const n = rounded;
  for (const [id, state] of shown.lines) {
    const line = lines.get(id);
    const [a, b] = [api.renderer.position(line.source), api.renderer.position(line.target)];
    const look = looks.edges[line.kind];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const back = (looks.nodes[nodes.get(line.target).kind].size + 5) / length;
    const tip = { x: b.x - (b.x - a.x) * back, y: b.y - (b.y - a.y) * back };
    parts.push('<line x1="' + n(a.x) + '" y1="' + n(a.y) + '" x2="' + n(tip.x) + '" y2="' + n(tip.y) + '" stroke="' + look[scheme] + '" stroke-width="' + look.width + '" stroke-dasharray="' + (looks.certainties[state].dash.join(" ") || "none") + '"><title>' + xml(sentence(line).join(" ")) + "</title></line>");
    if (look.arrow) { const turn = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI; parts.push('<path d="M-9,-4L0,0L-9,4Z" fill="' + look[scheme] + '" transform="translate(' + n(tip.x) + " " + n(tip.y) + ") rotate(" + n(turn) + ')"/>'); }
  }
  for (const id of shown.nodes) { const node = nodes.get(id); const at = api.renderer.position(id); const look = looks.nodes[node.kind]; parts.push('<path d="' + look.path + '" fill-rule="evenodd" fill="' + look[scheme] + '" transform="translate(' + n(at.x) + " " + n(at.y) + ") scale(" + look.size + ')"/>'); if (id === data.centre && isPerson(node)) parts.push('<circle cx="' + n(at.x) + '" cy="' + n(at.y) + '" r="' + (look.size + 6) + '" fill="none" stroke="' + look[scheme] + '" stroke-width="3"/>'); }
  for (const id of written.keys()) {
    const node = nodes.get(id);
    const at = api.renderer.position(id);
    const label = labelBox(node, at.x, at.y, node.side, scale);
    const anchor = { left: "start", right: "end", center: "middle" }[label.align];
    label.rows.forEach((row, i) => parts.push(words(row, label.x, label.top + label.size * (i * 1.2 + 0.92), label.size, ink.strong, anchor, isBold(node), ink.paper)));
  }
  return { parts, box: Number.isFinite(box[0]) ? box : [0, 0, 1, 1] };
}
const words = (text, x, y, size, colour, anchor = "start", bold = false, halo = "") => '<text x="' + rounded(x) + '" y="' + rounded(y) + '" font-size="' + rounded(size) + '" text-anchor="' + anchor + '"' + (bold ? ' font-weight="600"' : "") + ' fill="' + colour + '"' + (halo ? ' stroke="' + halo + '" stroke-width="' + rounded(size * 0.3) + '" paint-order="stroke" stroke-linejoin="round"' : "") + ">" + xml(text) + "</text>";
// The kinds of nodes and lines that are shown, and how certain these are, each with its sign.
function keyOf(scheme) {
  const kinds = new Set([...shown.nodes].map((id) => nodes.get(id).kind));
  const relations = new Set([...shown.lines.keys()].map((id) => lines.get(id).kind));
  const states = new Set([...shown.lines].filter(([id]) => lines.get(id).spells.some((e) => e.certainty)).map(([, state]) => state));
  const line = (colour, width, dash) => '<line x1="-12" y1="0" x2="12" y2="0" stroke="' + colour + '" stroke-width="' + width + '" stroke-dasharray="' + (dash.join(" ") || "none") + '"/>';
  return [
    ...Object.entries(looks.nodes).filter(([kind]) => kinds.has(kind)).map(([, look]) => [look.label, '<path d="' + look.path + '" fill-rule="evenodd" fill="' + look[scheme] + '" transform="scale(6)"/>']),
    ...Object.entries(looks.edges).filter(([kind]) => relations.has(kind)).map(([, look]) => [look.label, line(look[scheme], look.width + 0.5, [])]),
    ...Object.entries(looks.certainties).filter(([key]) => states.has(key)).map(([, look]) => [look.label, line(INKS[scheme].strong, 2.2, look.dash)]),
  ];
}
// Rows of words no longer than so many letters.
const rowsOfWords = (text, most) => text.split(" ").reduce((rows, word) => { const last = rows[rows.length - 1]; if (last && (last + " " + word).length <= most) rows[rows.length - 1] += " " + word; else rows.push(word); return rows; }, []);
// The whole sheet as the text of an SVG file, with its size. The picture fills a frame as wide as an A4 sheet on its side.
const SHEET = { width: 1400, height: 990, edge: 40 };
function sheetOf(api, scheme) {
  const ink = INKS[scheme];
  const key = keyOf(scheme);
  const wide = SHEET.width - 2 * SHEET.edge;
  const columns = 6;
  const source = rowsOfWords(byId("origin").textContent.trim(), 150);
  const foot = Math.ceil(key.length / columns) * 24 + source.length * 18 + 24;
  const [x, y] = [SHEET.edge, 108];
  const high = SHEET.height - y - foot - SHEET.edge;
  // The fewer names have room, the smaller the box, and the larger the zoom: a few rounds find it.
  let [scale, drawn] = [1.2, null];
  for (let round = 0; round < 6; round += 1) {
    drawn = drawingOf(api, scheme, scale);
    const fitting = Math.min(wide / (drawn.box[2] - drawn.box[0] + 20), high / (drawn.box[3] - drawn.box[1] + 20), 1.6);
    if (fitting >= scale && round) break;
    scale = round < 4 ? (scale + fitting) / 2 : Math.min(scale, fitting);
  }
  const { parts, box } = drawn;
  scale = Math.min(wide / (box[2] - box[0] + 20), high / (box[3] - box[1] + 20), 1.6);
  const [left, top] = [x + wide / 2 - ((box[0] + box[2]) / 2) * scale, y + high / 2 - ((box[1] + box[3]) / 2) * scale];
  const legend = key.map(([label, sign], i) => { const [at, row] = [x + (i % columns) * (wide / columns), y + high + 28 + Math.floor(i / columns) * 24]; return '<g transform="translate(' + rounded(at + 12) + " " + rounded(row) + ')">' + sign + words(label, 20, 5, 14, ink.strong) + "</g>"; });
  const below = y + high + 28 + Math.ceil(key.length / columns) * 24 + 8;
  return { ...SHEET, text: [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ' + SHEET.width + " " + SHEET.height + '" font-family="' + xml(FONT) + '">',
    "<title>" + xml(data.title) + "</title>",
    '<rect width="' + SHEET.width + '" height="' + SHEET.height + '" fill="' + ink.paper + '"/>',
    words(data.title, x, 58, 26, ink.strong, "start", true), words(summary(), x, 84, 15, ink.faint),
    '<g transform="translate(' + rounded(left) + " " + rounded(top) + ") scale(" + scale.toFixed(4) + ')">', ...parts, "</g>", ...legend,
    ...source.map((row, i) => words(row, x, below + i * 18, 13, ink.faint)), "</svg>",
  ].join("\n") + "\n" };
}
function asPng(api, done) {
  const { text, width, height } = sheetOf(api, theme());
  const picture = new Image(width, height);
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  picture.addEventListener("load", () => {
    const target = make("canvas", { width: 2 * width, height: 2 * height });
    target.getContext("2d").drawImage(picture, 0, 0, 2 * width, 2 * height);
    URL.revokeObjectURL(address);
    target.toBlob(done, "image/png");
  });
  picture.src = address;
}
// On paper the map is this sheet: it is drawn when somebody prints.
function buildPrint(api) {
  const draw = () => {
    const sheet = new DOMParser().parseFromString(sheetOf(api, "light").text, "image/svg+xml").documentElement;
    byId("sheet").replaceChildren(document.importNode(sheet, true));
  };
  addEventListener("beforeprint", draw);
  matchMedia("print").addEventListener("change", (event) => { if (event.matches) draw(); });
}

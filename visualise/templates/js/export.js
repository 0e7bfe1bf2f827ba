// What is seen, to keep: as picture, drawing, table or network.
function download(name, type, content) {
  const link = make("a", { download: name, href: URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type })) });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
const fileName = (ending) => (folded(data.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "map") + "." + ending;
const xml = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (sign) => "&#" + sign.codePointAt(0) + ";");

function asCsv() {
  // A cell that begins like a formula would run in a spreadsheet: an apostrophe keeps it text.
  const cell = (text) => '"' + (/^[=+@\t\r-]/.test(text) ? "'" + text : text).replace(/"/g, '""') + '"';
  const rows = rowsShown().map(({ edge, line, cells }) => {
    const quote = firstQuote(edge);
    return [cells[0], cells[1], cells[2], cells[3], edge.from || "", edge.to || "", cells[5], cells[6], cells[7], quote ? quote.text || "" : "", line.source, line.target];
  });
  return "\ufeff" + [["who", "connection", "what", "role", "from", "to", "certainty", "document", "line", "quotation", "who_id", "what_id"], ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
function asGraphml() {
  const keys = [["node", "label"], ["node", "kind"], ["node", "x"], ["node", "y"], ["edge", "relation"], ["edge", "role"], ["edge", "from"], ["edge", "to"], ["edge", "certainty"], ["edge", "document"], ["edge", "line"], ["edge", "quotation"]];
  const value = (key, text) => (text === "" || text === undefined ? "" : '<data key="' + key + '">' + xml(text) + "</data>");
  const place = placeOf;
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'];
  keys.forEach(([of, name]) => parts.push('<key id="' + name + '" for="' + of + '" attr.name="' + name + '" attr.type="' + (name === "x" || name === "y" ? "double" : name === "line" ? "int" : "string") + '"/>'));
  parts.push('<graph edgedefault="directed">');
  for (const id of shown.nodes) { const node = nodes.get(id); parts.push('<node id="' + xml(id) + '">' + value("label", node.label) + value("kind", node.kind) + value("x", place(id).x) + value("y", place(id).y) + "</node>"); }
  for (const [number, [edge, state]] of shown.edges.entries()) {
    const quote = firstQuote(edge) || {};
    parts.push('<edge id="e' + number + '" source="' + xml(edge.line.source) + '" target="' + xml(edge.line.target) + '">' + value("relation", edge.line.kind) + value("role", edge.role) + value("from", edge.from) + value("to", edge.to) + value("certainty", edge.certainty ? state : "") + value("document", data.documents[quote.document]) + value("line", quote.line) + value("quotation", quote.text) + "</edge>");
  }
  parts.push("</graph>", "</graphml>");
  return parts.join("\n") + "\n";
}
// What the map shows now, at the zoom it has now, drawn again as vectors.
function asSvg(api) {
  const ink = getComputedStyle(document.documentElement);
  const colour = (name) => ink.getPropertyValue(name).trim();
  const { scale } = api.renderer.view();
  const written = api.renderer.written();
  const boxes = [...shown.nodes].map((id) => { const at = api.renderer.position(id); const size = looks.nodes[nodes.get(id).kind].size; return [at.x - size, at.y - size, at.x + size, at.y + size]; }).concat([...written.values()].map((b) => [b.left, b.top, b.left + b.width, b.top + b.height]));
  const box = boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])], [0, 0, 1, 1]);
  const n = (value) => Math.round(value * 10) / 10;
  const parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="' + [n(box[0] - 30), n(box[1] - 30), n(box[2] - box[0] + 60), n(box[3] - box[1] + 60)].join(" ") + '" font-family="' + xml(FONT) + '">', "<title>" + xml(data.title) + "</title>", '<rect x="' + n(box[0] - 30) + '" y="' + n(box[1] - 30) + '" width="' + n(box[2] - box[0] + 60) + '" height="' + n(box[3] - box[1] + 60) + '" fill="' + colour("--paper") + '"/>'];
  for (const [id, state] of shown.lines) {
    const line = lines.get(id);
    const [a, b] = [api.renderer.position(line.source), api.renderer.position(line.target)];
    const look = looks.edges[line.kind];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const back = (looks.nodes[nodes.get(line.target).kind].size + 5) / length;
    const tip = { x: b.x - (b.x - a.x) * back, y: b.y - (b.y - a.y) * back };
    parts.push('<line x1="' + n(a.x) + '" y1="' + n(a.y) + '" x2="' + n(tip.x) + '" y2="' + n(tip.y) + '" stroke="' + look[theme()] + '" stroke-width="' + look.width + '" stroke-dasharray="' + (looks.certainties[state].dash.join(" ") || "none") + '"><title>' + xml(sentence(line).join(" ")) + "</title></line>");
    if (look.arrow) { const turn = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI; parts.push('<path d="M-9,-4L0,0L-9,4Z" fill="' + look[theme()] + '" transform="translate(' + n(tip.x) + " " + n(tip.y) + ") rotate(" + n(turn) + ')"/>'); }
  }
  for (const id of shown.nodes) { const node = nodes.get(id); const at = api.renderer.position(id); const look = looks.nodes[node.kind]; parts.push('<path d="' + look.path + '" fill-rule="evenodd" fill="' + look[theme()] + '" transform="translate(' + n(at.x) + " " + n(at.y) + ") scale(" + look.size + ')"/>'); }
  for (const id of written.keys()) {
    const node = nodes.get(id);
    const at = api.renderer.position(id);
    const label = labelBox(node, at.x, at.y, node.side, scale);
    const anchor = { left: "start", right: "end", center: "middle" }[label.align];
    label.rows.forEach((row, i) => parts.push('<text x="' + n(label.x) + '" y="' + n(label.top + label.size * (i * 1.2 + 0.92)) + '" font-size="' + n(label.size) + '" text-anchor="' + anchor + '"' + (isBody(node) ? ' font-weight="600"' : "") + ' fill="' + colour("--strong") + '" stroke="' + colour("--paper") + '" stroke-width="' + n(label.size * 0.3) + '" paint-order="stroke" stroke-linejoin="round">' + xml(row) + "</text>"));
  }
  parts.push("</svg>");
  return parts.join("\n") + "\n";
}
function asPng(api, done) {
  const source = api.renderer.canvas();
  const target = document.createElement("canvas");
  target.width = source.width;
  target.height = source.height;
  const ctx = target.getContext("2d");
  ctx.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
  ctx.fillRect(0, 0, target.width, target.height);
  ctx.drawImage(source, 0, 0);
  target.toBlob(done, "image/png");
}
function buildSave(api) {
  const menu = byId("save-menu");
  const actions = {
    csv: () => download(fileName("csv"), "text/csv;charset=utf-8", asCsv()),
    graphml: () => download(fileName("graphml"), "application/xml", asGraphml()),
    svg: () => { if (api.pictured() !== "map") api.picture("map"); download(fileName("svg"), "image/svg+xml", asSvg(api)); },
    png: () => { if (api.pictured() !== "map") api.picture("map"); asPng(api, (blob) => download(fileName("png"), "image/png", blob)); },
    print: () => window.print(),
    link: () => {
      const said = (text) => { byId("status").textContent = text; byId("shown").textContent = text; };
      const copied = navigator.clipboard ? navigator.clipboard.writeText(location.href) : Promise.reject(new Error("none"));
      copied.then(() => said("The link is copied."), () => said("Copy the link from the address bar: it holds this view."));
    },
  };
  menu.addEventListener("click", (event) => {
    const name = event.target.dataset && event.target.dataset.save;
    if (!name) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    actions[name]();
  });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape" && menu.open) { event.stopPropagation(); menu.open = false; menu.querySelector("summary").focus(); } });
  addEventListener("pointerdown", (event) => { if (menu.open && !menu.contains(event.target)) menu.open = false; });
}

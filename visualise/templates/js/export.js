// What is seen, to keep: as picture, drawing, table or network.
function download(name, type, content) {
  const link = make("a", { download: name, href: URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type })) });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
const fileName = (ending) => (folded(data.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "map") + "." + ending;

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
    parts.push('<edge id="e' + number + '" source="' + xml(edge.line.source) + '" target="' + xml(edge.line.target) + '">' + value("relation", edge.line.kind) + value("role", edge.role) + value("from", edge.from) + value("to", edge.to) + value("certainty", edge.certainty ? state : "") + value("document", quote.document === undefined ? "" : data.documents[quote.document][0]) + value("line", quote.line) + value("quotation", quote.text) + "</edge>");
  }
  parts.push("</graph>", "</graphml>");
  return parts.join("\n") + "\n";
}
function buildSave(api) {
  const menu = byId("save-menu");
  const actions = {
    csv: () => download(fileName("csv"), "text/csv;charset=utf-8", asCsv()),
    graphml: () => download(fileName("graphml"), "application/xml", asGraphml()),
    svg: () => download(fileName("svg"), "image/svg+xml", sheetOf(api, theme()).text),
    png: () => asPng(api, (blob) => download(fileName("png"), "image/png", blob)),
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

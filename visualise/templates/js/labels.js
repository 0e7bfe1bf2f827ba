// Which names are written at a zoom: bodies first, then people with most connections; nobody's name over another's.
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const measuring = document.createElement("canvas").getContext("2d");
const widths = new Map();
function widthOf(text, bold) {
  const key = (bold ? "b" : "n") + text;
  if (!widths.has(key)) {
    measuring.font = (bold ? "600 " : "") + "100px " + FONT;
    widths.set(key, measuring.measureText(text).width / 100);
  }
  return widths.get(key);
}
function wrapped(text, limit, most) {
  const rows = [];
  let row = "";
  for (const word of text.split(/\s+/)) {
    if (row && (row + " " + word).length > limit) { rows.push(row); row = word; } else row = row ? row + " " + word : word;
  }
  rows.push(row);
  return rows.length <= most ? rows : [...rows.slice(0, most - 1), rows[most - 1] + " …"];
}
// Names of bodies are bold, and that of the person whom the map is about.
const isBold = (node) => isBody(node) || (node.id === data.centre && isPerson(node));
// Who may be one with a namesake has a mark; the panel says with whom.
const isUndecided = (node) => node.details.some(([term]) => term === "Not decided");
const rowsOf = (node) => node.rows || (node.rows = isBody(node) ? wrapped(node.label, 22, 3) : [(node.label.length > 34 ? node.label.slice(0, 33) + "…" : node.label) + (isUndecided(node) ? " (?)" : "")]);

// Size of letters in the map's own units; on the screen never below 11 pixels, so that what is written can be read.
const letters = (node, scale) => Math.max((isBody(node) ? 14 : 12.5), (isBody(node) ? 12.5 : 11.5) / scale);
function labelBox(node, x, y, side, scale) {
  const size = letters(node, scale);
  const rows = rowsOf(node);
  const width = Math.max(...rows.map((r) => widthOf(r, isBold(node)))) * size;
  const radius = looks.nodes[node.kind].size;
  const height = rows.length * size * 1.2;
  if (side) return { size, rows, align: side > 0 ? "left" : "right", x: x + side * (radius + 5), left: side > 0 ? x + radius + 5 : x - radius - 5 - width, top: y - height / 2, width, height };
  return { size, rows, align: "center", x, left: x - width / 2, top: y + radius + 4, width, height };
}
function writtenAt(scale, places, visible, always) {
  const order = [...visible].map((id) => nodes.get(id)).sort((a, b) =>
    (always.has(b.id) - always.has(a.id)) || (isBold(b) - isBold(a)) || (isPerson(b) - isPerson(a)) || (linesOf.get(b.id).length - linesOf.get(a.id).length) || (a.id < b.id ? -1 : 1));
  const cell = 90 / scale;
  const grid = new Map();
  const written = new Map();
  for (const node of order) {
    const place = places(node.id);
    const box = labelBox(node, place.x, place.y, node.side, scale);
    const cells = [];
    const air = 2.5 / scale;
    let free = true;
    for (let i = Math.floor(box.left / cell); i <= Math.floor((box.left + box.width) / cell) && free; i += 1) {
      for (let j = Math.floor(box.top / cell); j <= Math.floor((box.top + box.height) / cell) && free; j += 1) {
        const key = i + ":" + j;
        cells.push(key);
        free = !(grid.get(key) || []).some((o) => o.left < box.left + box.width + air && box.left < o.left + o.width + air && o.top < box.top + box.height && box.top < o.top + o.height);
      }
    }
    if (!free && !always.has(node.id)) continue;
    cells.forEach((key) => grid.set(key, [...(grid.get(key) || []), box]));
    written.set(node.id, box);
  }
  return written;
}

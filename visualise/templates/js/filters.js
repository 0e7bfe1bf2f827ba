// What hangs together with nothing: hundreds of these would hide the rest, so that they wait until they are asked for.
const apart = new Set(nodeList.filter((node) => !node.lines.length).map((node) => node.id));
const MANY_APART = 25;
// What is shown: the picture, the table, the timeline and what is saved all ask here and nowhere else.
// The sets `kinds`, `relations` and `certainties` hold what is switched off. `around` is what the view is narrowed to, so
// many `steps` wide, and `opened` whose neighbours are shown besides; `folded` are those whose neighbours stand behind them;
// `pins` are places that somebody chose.
const everything = () => ({ kinds: new Set(), relations: new Set(), certainties: new Set(), role: "", document: "", from: "", to: "", day: "", around: "", steps: 1, opened: new Set(), folded: new Set(), pins: new Map(), path: null, apart: false, least: 1 });
// Who shares few bodies hides who shares many: of pairs of people as many are shown at first as can be told apart.
const MOST_PAIRS = 200;
const weights = lineList.filter((line) => line.kind === "shares").map((line) => line.spells.length);
const heaviest = Math.max(0, ...weights);
function leastAtFirst() {
  let least = 1;
  while (least < heaviest && weights.filter((weight) => weight >= least).length > MOST_PAIRS) least += 1;
  return least;
}
const opening = () => ({ ...everything(), kinds: new Set(data.off.filter((kind) => looks.nodes[kind])), apart: apart.size > MANY_APART && apart.size < nodes.size, least: leastAtFirst() });
let filter = opening();
const placeOf = (id) => filter.pins.get(id) || { x: nodes.get(id).x, y: nodes.get(id).y };

const CERTAINTIES = Object.keys(looks.certainties);
// A spell as a whole is as certain as its weakest day; on one day it is certain where a meeting of that day says so.
function certaintyAt(edge, day) {
  if (!edge.certainty) return "certain";
  if (day && (edge.on || []).some((meeting) => firstDay(meeting) <= day && lastDay(meeting) >= day)) return "certain";
  return edge.certainty;
}
// The certainty of a spell in the time asked for; nothing when it has no part in it.
function stateOf(edge) {
  const from = filter.day || filter.from || "0000";
  const to = filter.day || filter.to || "9999";
  if (!edge.first && !edge.last) return "certain";
  if (!edge.certainty && edge.on) return edge.on.some((day) => firstDay(day) <= to && lastDay(day) >= from) ? "certain" : "";
  if (edge.first && edge.first > to) return "";
  if (edge.last && edge.last < from) return "";
  return certaintyAt(edge, filter.day);
}
// On one day: known before and known after, and nothing says so for the day itself.
function unknownOn(line, day) {
  if (line.kind !== "sat_on") return false;
  return line.spells.some((e) => e.last && e.last < day) && line.spells.some((e) => e.first && e.first > day);
}
function kept(edge) {
  if (filter.role && (edge.role || "") !== filter.role) return false;
  if (filter.document !== "" && !allDocuments(edge).has(Number(filter.document))) return false;
  return true;
}
const neighbours = (id, shown) => linesOf.get(id).filter((line) => shown.lines.has(line.id)).map((line) => otherEnd(line, id).id);
function keepOnly(shown, kept) {
  shown.nodes = kept;
  for (const id of [...shown.lines.keys()]) {
    const line = lines.get(id);
    if (!kept.has(line.source) || !kept.has(line.target)) shown.lines.delete(id);
  }
  shown.edges = shown.edges.filter(([edge]) => shown.lines.has(edge.line.id));
}
function narrow(shown) {
  let near = new Set([filter.around]);
  for (let step = 0; step < filter.steps; step += 1) {
    const next = new Set(near);
    for (const id of near) for (const other of neighbours(id, shown)) next.add(other);
    near = next;
  }
  for (const id of filter.opened) { near.add(id); for (const other of neighbours(id, shown)) near.add(other); }
  keepOnly(shown, near);
}
// Who hangs on folded ones alone stands behind them: the number is written beside these.
function fold(shown) {
  const kept = new Set(shown.nodes);
  for (const id of filter.folded) {
    let behind = 0;
    for (const other of new Set(neighbours(id, shown))) {
      if (filter.folded.has(other) || isBody(nodes.get(other)) || neighbours(other, shown).some((n) => !filter.folded.has(n))) continue;
      kept.delete(other);
      behind += 1;
    }
    shown.behind.set(id, behind);
  }
  keepOnly(shown, kept);
}
function shownNow() {
  const shown = { nodes: new Set(), lines: new Map(), edges: [], behind: new Map() };
  const offKind = (id) => filter.kinds.has(nodes.get(id).kind);
  // Where nothing is asked of spells, each is as certain as it is.
  const plain = !filter.role && filter.document === "" && !filter.day && !filter.from && !filter.to && !filter.certainties.size;
  for (const line of lineList) {
    if (filter.relations.has(line.kind) || offKind(line.source) || offKind(line.target)) continue;
    if (line.kind === "shares" && line.spells.length < filter.least) continue;
    if (filter.path && !filter.path.lines.has(line.id)) continue;
    if (plain && line.spells.length === 1) {
      const state = line.spells[0].certainty || "certain";
      shown.lines.set(line.id, state);
      shown.edges.push([line.spells[0], state]);
      continue;
    }
    let best = "";
    const spells = [];
    for (const edge of line.spells) {
      const state = plain ? edge.certainty || "certain" : kept(edge) ? stateOf(edge) : "";
      if (!state || filter.certainties.has(state)) continue;
      spells.push([edge, state]);
      if (!best || CERTAINTIES.indexOf(state) < CERTAINTIES.indexOf(best)) best = state;
    }
    if (!best && filter.day && !filter.certainties.has("unknown") && unknownOn(line, filter.day) && line.spells.some(kept)) {
      best = "unknown";
      spells.push([line.spells[0], "unknown"]);
    }
    if (!best) continue;
    shown.lines.set(line.id, best);
    shown.edges.push(...spells);
  }
  for (const id of shown.lines.keys()) {
    shown.nodes.add(lines.get(id).source);
    shown.nodes.add(lines.get(id).target);
  }
  const narrowed = filter.role || filter.document !== "" || filter.day || filter.from || filter.to || filter.path || filter.certainties.size;
  for (const node of nodeList) {
    // Somebody with no connection at all stays, unless something was asked for that only connections can answer.
    if (!filter.kinds.has(node.kind) && !(filter.apart && apart.has(node.id)) && (!narrowed || (isBody(node) && !filter.path && !filter.role && filter.document === ""))) shown.nodes.add(node.id);
  }
  if (filter.around && nodes.has(filter.around)) narrow(shown);
  if (filter.folded.size) fold(shown);
  return shown;
}
let shown = { nodes: new Set(), lines: new Map(), edges: [], behind: new Map() };
const past = [];
const copyOf = (f) => ({ ...f, kinds: new Set(f.kinds), relations: new Set(f.relations), certainties: new Set(f.certainties), opened: new Set(f.opened), folded: new Set(f.folded), pins: new Map(f.pins) });
function change(edit, keep = true) {
  if (keep) { past.push(copyOf(filter)); if (past.length > 100) past.shift(); }
  edit(filter);
  shown = shownNow();
  say("filtered");
}
function undo() {
  if (!past.length) return;
  filter = past.pop();
  shown = shownNow();
  say("filtered");
}
let chosen = null; // {node} or {line}
function choose(what, from) {
  chosen = what;
  say("chosen", what, from);
}

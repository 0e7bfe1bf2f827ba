// Annotating a document: words are chosen by mouse or keys and labelled; the program that serves the page makes the
// records and keeps the file. Offsets count characters as Python counts them: they come with the words.
const data = JSON.parse(document.getElementById("data").textContent);
const text = document.getElementById("text");
const said = document.getElementById("said");
const words = data.pieces.map(([gap, word, start, end], at) => ({ gap, word, start, end, at, broken: gap.includes("\n") }));
const STATUSES = { present: "Present", apologies: "Apologies", absent: "Absent", in_attendance: "In attendance" };
const KEYS = { p: "present", a: "apologies", x: "absent", i: "in_attendance" };
let marks = data.marks;
let saved = JSON.stringify(marks);
let past = [], future = [];
let anchor = 0, head = 0, choosing = false, last = "present";

for (const word of words) {
  word.blank = document.createElement("span");
  word.blank.textContent = word.gap;
  if (word.gap) text.append(word.blank);
  word.span = document.createElement("span");
  word.span.textContent = word.word;
  word.span.dataset.at = word.at;
  text.append(word.span);
}

function tell(message, wrong = false) {
  said.textContent = message;
  said.classList.toggle("wrong", wrong);
}

function chosen() {
  return [Math.min(anchor, head), Math.max(anchor, head)];
}

function paint() {
  const [from, to] = chosen();
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const word of words) {
    while (next < sorted.length && sorted[next].end <= word.start) next += 1;
    const mark = sorted[next];
    const inside = mark && mark.start < word.end && word.start < mark.end;
    if (inside) word.span.dataset.mark = `${mark.status} ${mark.part}`;
    else delete word.span.dataset.mark;
    const joined = inside && mark.start < word.start && !word.broken;
    word.blank.className = joined ? `joined ${mark.status}` : "";
    word.span.title = inside ? `${STATUSES[mark.status]}: ${mark.part}` : "";
    word.span.classList.toggle("chosen", word.at >= from && word.at <= to);
  }
  document.getElementById("undo").disabled = !past.length;
  document.getElementById("redo").disabled = !future.length;
}

async function ask(what, body) {
  const answer = await fetch(`${what}?csrf=${data.csrf}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error);
  return told;
}

let turn = 0;
async function follow() {
  turn += 1;
  const mine = turn;
  try {
    const { records } = await ask("records", { marks });
    if (mine === turn) list(records);
  } catch (error) {
    tell(error.message, true);
  }
}

function list(records) {
  const place = document.getElementById("records");
  place.replaceChildren();
  for (const [status, title] of Object.entries(STATUSES)) {
    const here = records.filter((r) => r.status === status);
    if (!here.length) continue;
    const heading = document.createElement("h2");
    heading.textContent = `${title} (${here.length})`;
    const rows = document.createElement("ul");
    for (const record of here) {
      const row = document.createElement("li");
      row.dir = "auto";
      row.append(record.person);
      const more = [record.role, record.organisation].filter(Boolean).join(", ");
      if (more) {
        const small = document.createElement("small");
        small.textContent = ` ${more}`;
        row.append(small);
      }
      rows.append(row);
    }
    place.append(heading, rows);
  }
}

function change(fresh) {
  past.push(marks);
  future = [];
  marks = fresh;
  paint();
  follow();
}

function step(from, to, done) {
  if (!from.length) return;
  to.push(marks);
  marks = from.pop();
  paint();
  follow();
  tell(done);
}

/** The stretches of the chosen words: names of a list are parted at commas, "and" and line ends. */
function stretches(part) {
  const [from, to] = chosen();
  const parts = [];
  let open = null;
  for (const word of words.slice(from, to + 1)) {
    const parted = part === "name" && /^([,;•*|–—-]|and|&)$/i.test(word.word);
    if (part === "name" && word.broken) open = null;
    if (parted) open = null;
    else if (open) open.end = word.end;
    else parts.push((open = { start: word.start, end: word.end }));
  }
  return parts;
}

function label(part, status) {
  const parts = stretches(part);
  const [from, to] = chosen();
  const start = words[from].start, end = words[to].end;
  const kept = marks.filter((m) => m.end <= start || m.start >= end);
  if (part && !status) {
    const names = kept.filter((m) => m.part === "name").sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start));
    status = names.length ? names[0].status : last;
  }
  if (part === "name") last = status;
  change(part ? [...kept, ...parts.map((p) => ({ ...p, status, part }))] : kept);
  const many = parts.length > 1 ? ` (${parts.length})` : "";
  tell(part ? `${STATUSES[status]}: ${part}${many}` : "Nothing");
  text.focus({ preventScroll: true });
}

async function save() {
  const now = JSON.stringify(marks);
  try {
    const { file, people } = await ask("save", { marks });
    saved = now;
    tell(`Saved: ${people} ${people === 1 ? "person" : "people"} in ${file}`);
  } catch (error) {
    tell(error.message, true);
  }
}

function move(to, extend) {
  head = Math.max(0, Math.min(words.length - 1, to));
  if (!extend) anchor = head;
  paint();
  if (words.length) words[head].span.scrollIntoView({ block: "nearest" });
  const [from, until] = chosen();
  tell(words.slice(from, until + 1).map((w) => w.word).join(" ").slice(0, 200));
}

/** The word above or below on the screen. */
function across(step) {
  if (!words.length) return head;
  const here = words[head].span.getBoundingClientRect();
  let best = head, line = null;
  for (let at = head + step; at >= 0 && at < words.length; at += step) {
    const box = words[at].span.getBoundingClientRect();
    if (Math.abs(box.top - here.top) < here.height / 2) continue;
    if (line === null) line = box.top;
    if (Math.abs(box.top - line) >= here.height / 2) break;
    if (best === head || Math.abs(box.left - here.left) < Math.abs(words[best].span.getBoundingClientRect().left - here.left)) best = at;
  }
  return best;
}

function at(event) {
  const span = event.target.closest?.("[data-at]");
  return span ? Number(span.dataset.at) : null;
}

text.addEventListener("mousedown", (event) => {
  const place = at(event);
  if (place === null || event.button) return;
  choosing = true;
  move(place, event.shiftKey);
});
text.addEventListener("mousemove", (event) => {
  const place = at(event);
  if (choosing && place !== null && place !== head) move(place, true);
});
document.addEventListener("mouseup", () => { choosing = false; });
text.addEventListener("dblclick", () => {
  const mark = marks.find((m) => m.start < words[head].end && words[head].start < m.end);
  if (!mark) return;
  anchor = words.findIndex((w) => w.end > mark.start);
  move(words.findLastIndex((w) => w.start < mark.end), true);
});
document.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === "s") save();
    else if (key === "z" && !event.shiftKey) step(past, future, "Undone");
    else if (key === "y" || key === "z") step(future, past, "Done again");
    else return;
    event.preventDefault();
    return;
  }
  if (event.altKey || !words.length || event.target.closest?.("button, a")) return;
  const moves = { arrowright: () => head + 1, arrowleft: () => head - 1, arrowdown: () => across(1), arrowup: () => across(-1), home: () => 0, end: () => words.length - 1 };
  if (moves[key]) move(moves[key](), event.shiftKey);
  else if (KEYS[key]) label("name", KEYS[key]);
  else if (key === "r") label("role");
  else if (key === "o") label("organisation");
  else if (key === "delete" || key === "backspace") label("");
  else return;
  event.preventDefault();
});
for (const button of document.querySelectorAll("[data-part]"))
  button.addEventListener("click", () => label(button.dataset.part, button.dataset.status));
document.getElementById("undo").addEventListener("click", () => step(past, future, "Undone"));
document.getElementById("redo").addEventListener("click", () => step(future, past, "Done again"));
document.getElementById("save").addEventListener("click", save);
window.addEventListener("beforeunload", (event) => {
  if (JSON.stringify(marks) !== saved) event.preventDefault();
});
paint();
follow();
document.documentElement.dataset.ready = "";

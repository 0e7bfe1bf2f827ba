// Finds entries of the index in the page: whole words before their beginnings, beginnings before a typo.
"use strict";
(() => {
  const MOST = 60;
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, "").toLowerCase();
  const words = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const entries = JSON.parse(document.getElementById("index").textContent).map(([name, kind, hint, address, others]) => ({
    name, kind, hint, address,
    words: words(name), more: [...new Set(words([kind, hint, ...others].join(" ")))],
  }));

  // Changes of one letter between two words: one left out, added, replaced, or two exchanged.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  };
  const allowed = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);
  const alike = (asked, word) => {
    if (word === asked) return 10;
    if (word.startsWith(asked)) return 7;
    if (asked.length > 3 && word.includes(asked)) return 4;
    const most = allowed(asked);
    if (!most) return 0;
    const whole = distance(asked, word, most);
    if (whole <= most) return 5 - whole;
    return asked.length > 4 && word.length > asked.length && distance(asked, word.slice(0, asked.length), 1) <= 1 ? 2 : 0;
  };
  const score = (entry, asked) => {
    let sum = 0;
    for (const one of asked) {
      let best = 0;
      for (const word of entry.words) best = Math.max(best, alike(one, word) * 3);
      if (best < 30) for (const word of entry.more) best = Math.max(best, alike(one, word));
      if (!best) return 0;
      sum += best;
    }
    return sum + 3 / (1 + entry.words.length);
  };

  const input = document.getElementById("find");
  const results = document.getElementById("results");
  const found = document.getElementById("found");
  const show = () => {
    const asked = words(input.value);
    results.replaceChildren();
    if (!asked.length) { found.textContent = ""; return; }
    const hits = entries.map((entry, at) => [score(entry, asked), at]).filter(([sum]) => sum > 0);
    hits.sort(([a, i], [b, j]) => b - a || i - j);
    found.textContent = hits.length ? `${hits.length === 1 ? "One page" : `${hits.length} pages`} found${hits.length > MOST ? `; the nearest ${MOST} are shown` : ""}.` : "Nothing here is called that.";
    for (const [, at] of hits.slice(0, MOST)) {
      const entry = entries[at];
      const item = document.createElement("li"), box = document.createElement("div");
      const link = document.createElement("a"), name = document.createElement("bdi"), where = document.createElement("span");
      name.textContent = entry.name;
      link.href = entry.address;
      link.append(name);
      where.className = "where";
      where.textContent = [entry.kind, entry.hint].filter(Boolean).join(": ");
      box.append(link, where);
      item.append(box);
      results.append(item);
    }
  };
  input.value = new URLSearchParams(location.search).get("q") || "";
  document.getElementById("form").addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    try { history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`); } catch { /* a file keeps its address */ }
  });
  input.addEventListener("input", show);
  show();
  if (!input.value) input.focus();
  document.documentElement.dataset.ready = "";
})();

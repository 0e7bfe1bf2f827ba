// Finds entries of the index in the page: whole words before their beginnings, beginnings before a typo.
  const MOST = 60;
  const entries = JSON.parse(document.getElementById("index").textContent).map(([name, kind, hint, address, others]) => ({
    name, kind, hint, address,
    words: wordsIn(name), more: [...new Set(wordsIn([kind, hint, ...others].join(" ")))],
  }));

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
    const asked = wordsIn(input.value);
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

// Time: everything, a stretch between two days, or one day; and a clock that lets the days pass.
function buildTimebar() {
  if (!data.days.length) return;
  const bar = byId("timebar");
  bar.hidden = false;
  const low = toNumber(firstDay(data.days[0]));
  const high = Math.max(toNumber(lastDay(data.days[1])), low + 1);
  const slider = make("input", { type: "range", id: "day-slider", min: low, max: high, step: 1, "aria-label": "Day" });
  slider.value = filter.day ? toNumber(filter.day) : high;
  const choice = make("select", { id: "time-mode", "aria-label": "Which time" }, make("option", { value: "all" }, "All dates"), make("option", { value: "day" }, "One day"), make("option", { value: "range" }, "From – to"));
  const day = make("input", { type: "date", id: "day", "aria-label": "Day", min: toDate(low), max: toDate(high) });
  const from = make("input", { type: "date", id: "from", "aria-label": "From", min: toDate(low), max: toDate(high) });
  const to = make("input", { type: "date", id: "to", "aria-label": "To", min: toDate(low), max: toDate(high) });
  const play = make("button", { type: "button", id: "play", "aria-pressed": "false" }, "Play");
  const ticks = make("div", { class: "ticks", "aria-hidden": "true" });
  for (const [date, name] of data.meetings) {
    const tick = make("i", { title: inWords(date) + ": " + name });
    tick.style.left = ((toNumber(firstDay(date)) - low) / (high - low)) * 100 + "%";
    ticks.append(tick);
  }
  const track = make("div", { class: "track" }, ticks, slider, make("div", { class: "ends", "aria-hidden": "true" }, make("span", {}, inWords(data.days[0])), make("span", {}, inWords(data.days[1]))));
  const one = make("span", { class: "one" }, play, day);
  const stretch = make("span", { class: "stretch" }, from, make("span", {}, "–"), to);
  bar.append(choice, one, stretch, track);
  const mode = () => (filter.day ? "day" : filter.from || filter.to ? "range" : "all");
  let timer = 0;
  const stop = () => { clearInterval(timer); timer = 0; play.textContent = "Play"; play.setAttribute("aria-pressed", "false"); };
  const follow = () => {
    const now = mode() === "all" && choice.value === "range" && !settled ? "range" : mode();
    choice.value = now;
    one.hidden = now !== "day";
    stretch.hidden = now !== "range";
    slider.hidden = now !== "day";
    bar.dataset.mode = now;
    if (filter.day) { day.value = filter.day; slider.value = toNumber(filter.day); slider.setAttribute("aria-valuetext", inWords(filter.day)); }
    from.value = filter.from;
    to.value = filter.to;
    if (now !== "day" && timer) stop();
  };
  let settled = true;
  choice.addEventListener("change", () => {
    const lastMeeting = data.meetings.length ? firstDay(data.meetings[data.meetings.length - 1][0]) : toDate(high);
    change((f) => {
      f.day = choice.value === "day" ? lastMeeting : "";
      f.from = choice.value === "range" ? toDate(low) : "";
      f.to = choice.value === "range" ? toDate(high) : "";
    });
  });
  slider.addEventListener("input", () => change((f) => { f.day = toDate(Number(slider.value)); }, !filter.day));
  day.addEventListener("change", () => { if (day.value) change((f) => { f.day = day.value; }); });
  from.addEventListener("change", () => change((f) => { f.from = from.value; }));
  to.addEventListener("change", () => change((f) => { f.to = to.value; }));
  play.addEventListener("click", () => {
    if (timer) { stop(); return; }
    play.textContent = "Stop";
    play.setAttribute("aria-pressed", "true");
    if (Number(slider.value) >= high) slider.value = low;
    const step = Math.max(1, Math.round((high - low) / 120));
    timer = setInterval(() => {
      const next = Math.min(high, Number(slider.value) + step);
      slider.value = next;
      change((f) => { f.day = toDate(next); }, false);
      if (next >= high) stop();
    }, calm.matches ? 600 : 160);
  });
  on("filtered", follow);
  follow();
}

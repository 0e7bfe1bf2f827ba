// A grid over the map: what lies in a rectangle, what is next to a point, without a walk through all of it.
// Cells hold numbers in one array, cell after cell, so that fifty thousand nodes are two arrays and no objects.
function gridOf(xs, ys, shownFlags, across = 96) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let count = 0;
  for (let i = 0; i < xs.length; i += 1) {
    if (!shownFlags[i]) continue;
    count += 1;
    if (xs[i] < left) left = xs[i];
    if (xs[i] > right) right = xs[i];
    if (ys[i] < top) top = ys[i];
    if (ys[i] > bottom) bottom = ys[i];
  }
  if (!count) [left, top, right, bottom] = [0, 0, 1, 1];
  const size = Math.max((right - left) / across, (bottom - top) / across, 1);
  const wide = Math.floor((right - left) / size) + 1;
  const high = Math.floor((bottom - top) / size) + 1;
  const starts = new Uint32Array(wide * high + 1);
  const cellOf = (i) => Math.floor((ys[i] - top) / size) * wide + Math.floor((xs[i] - left) / size);
  for (let i = 0; i < xs.length; i += 1) if (shownFlags[i]) starts[cellOf(i) + 1] += 1;
  for (let c = 0; c < wide * high; c += 1) starts[c + 1] += starts[c];
  const next = starts.slice();
  const items = new Uint32Array(count);
  for (let i = 0; i < xs.length; i += 1) if (shownFlags[i]) { const c = cellOf(i); items[next[c]] = i; next[c] += 1; }
  const clamp = (value, most) => Math.max(0, Math.min(most, Math.floor(value)));
  return {
    box: [left, top, right, bottom],
    // Calls `each` with every node in the rectangle and in the cells that it cuts.
    within(x1, y1, x2, y2, each) {
      if (x2 < left || y2 < top || x1 > right || y1 > bottom) return;
      const [c1, c2] = [clamp((x1 - left) / size, wide - 1), clamp((x2 - left) / size, wide - 1)];
      const [r1, r2] = [clamp((y1 - top) / size, high - 1), clamp((y2 - top) / size, high - 1)];
      for (let r = r1; r <= r2; r += 1) for (let k = starts[r * wide + c1]; k < starts[r * wide + c2 + 1]; k += 1) each(items[k]);
    },
    nearest(x, y, reach) {
      let best = -1;
      let far = reach * reach;
      this.within(x - reach, y - reach, x + reach, y + reach, (i) => {
        const d = (xs[i] - x) ** 2 + (ys[i] - y) ** 2;
        if (d <= far) { far = d; best = i; }
      });
      return best;
    },
  };
}
// How far a point is from a stretch between two others.
function fromStretch(x, y, x1, y1, x2, y2) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = dx || dy ? Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

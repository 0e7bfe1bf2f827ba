// Mouse, finger and wheel on the canvas, as what they mean: pan, zoom, carry a node, click.
const STILL = 4; // pixels that a click may wander
function canvasHand(canvas, to) {
  const fingers = new Map();
  let start = null;
  let carried = -1;
  let moved = false;
  let apartNow = 0;
  const place = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
  const spread = () => { const [a, b] = [...fingers.values()]; return [Math.hypot(a[0] - b[0], a[1] - b[1]), (a[0] + b[0]) / 2, (a[1] + b[1]) / 2]; };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, place(event));
    if (fingers.size === 1) { start = place(event); carried = to.grab(...start); moved = false; }
    if (fingers.size === 2) { carried = -1; moved = true; [apartNow] = spread(); }
  });
  canvas.addEventListener("pointermove", (event) => {
    const here = place(event);
    if (!fingers.has(event.pointerId)) { if (event.pointerType === "mouse") to.over(...here); return; }
    const before = fingers.get(event.pointerId);
    fingers.set(event.pointerId, here);
    if (fingers.size === 2) { const [far, x, y] = spread(); to.zoom(far / (apartNow || far), x, y); apartNow = far; return; }
    if (!moved && Math.hypot(here[0] - start[0], here[1] - start[1]) < STILL) return;
    moved = true;
    if (carried >= 0) to.carry(carried, ...here); else to.pan(here[0] - before[0], here[1] - before[1]);
  });
  const up = (event) => {
    if (!fingers.delete(event.pointerId) || fingers.size) return;
    if (moved && carried >= 0) to.drop(carried);
    else if (moved) to.rest();
    else if (event.type === "pointerup") to.click(...place(event));
    carried = -1;
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  canvas.addEventListener("dblclick", (event) => to.twice(...place(event)));
  canvas.addEventListener("wheel", (event) => { event.preventDefault(); to.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), ...place(event)); to.rest(); }, { passive: false });
}

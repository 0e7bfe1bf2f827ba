"""One page in headless Chromium, measured: `python -m govgraph.benchmarks.browse PAGE.html ours|others`.

Prints JSON: seconds until the page is drawn and answers, and milliseconds of a frame while a mouse pans over it.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

_FRAMES = """() => { window.frames_ = []; let last = performance.now();
  const f = (t) => { frames_.push(t - last); last = t; requestAnimationFrame(f); }; requestAnimationFrame(f); }"""
_OURS = "() => Number(document.documentElement.dataset.ready)"
# Others do not say when they are ready: the page is loaded, a canvas is there, and two frames came one after the other.
_OTHERS = """() => new Promise((done) => { const look = () => { const start = performance.now();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const quick = performance.now() - start < 120 && document.readyState === "complete";
    const bar = document.getElementById("loadingBar"); const loading = bar && bar.style.display !== "none";
    if (quick && !loading && document.querySelector("canvas")) done(performance.now()); else setTimeout(look, 50);
  })); }; look(); })"""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def main() -> None:
    """Opens, waits, pans, prints."""
    path, kind = Path(sys.argv[1]), sys.argv[2]
    found = os.environ.get("CHROMIUM") or next((p for n in _NAMES if (p := shutil.which(n))), None)
    arguments = ["--host-resolver-rules=MAP * ~NOTFOUND"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.set_default_timeout(10 * 60 * 1000)
        page.goto(path.as_uri(), wait_until="commit")
        if kind == "ours":
            page.wait_for_selector("html[data-ready]", state="attached")
        usable = float(page.evaluate(_OURS if kind == "ours" else _OTHERS))
        page.wait_for_timeout(1500)
        frames = pan(page)
        browser.close()
    print(
        json.dumps(
            {
                "usable_s": round(usable / 1000, 2),
                "frame_p50_ms": round(frames[len(frames) // 2], 1),
                "frame_p95_ms": round(frames[int(len(frames) * 0.95)], 1),
            }
        )
    )


def pan(page: Page) -> list[float]:
    """The milliseconds of every frame while the mouse drags the map about, sorted."""
    page.mouse.move(700, 410)
    page.mouse.down()
    page.evaluate(_FRAMES)
    for step in range(90):
        page.mouse.move(700 + 3 * (step % 60), 410 + 2 * (step % 45))
        page.wait_for_timeout(8)
    frames = sorted(float(f) for f in page.evaluate("frames_")[1:])
    page.mouse.up()
    return frames


if __name__ == "__main__":
    main()

"""The README's pictures: pages of the sample site in ``site/``, taken with a real Chromium.

.venv/bin/python tools/screenshots.py [--site FOLDER] [--out FOLDER]
"""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
BRIEFING = "1972/05/24-nixon-kosygin-space-agreement/"

SHOTS = (
    ("briefing", BRIEFING, 1240, 1500, "light"),
    ("briefing-dark", BRIEFING, 1240, 1500, "dark"),
    ("home", "", 1240, 1000, "light"),
    ("storyline", "storylines/road-to-the-handshake/", 1240, 1700, "light"),
    ("phone", BRIEFING, 390, 844, "light"),
)
"""Name, page, width and height in CSS pixels, colour scheme."""


def main() -> int:
    """Take the pictures; return the exit code."""
    parser = argparse.ArgumentParser(description="Take the README's pictures.")
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    arguments = parser.parse_args()
    if not (arguments.site / BRIEFING / "index.html").is_file():
        print("There is no sample site yet: run `make site` first.", file=sys.stderr)
        return 2
    arguments.out.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Quiet, directory=str(arguments.site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        _take(f"http://127.0.0.1:{server.server_port}/", arguments.out)
        server.shutdown()
    return 0


def _take(root: str, out: Path) -> None:
    record = Path(sys.prefix) / "chromium-path"
    path = os.environ.get("CHROMIUM") or record.read_text(encoding="utf-8")
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        for name, page_path, width, height, scheme in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(root + page_path)
            page.screenshot(path=out / f"{name}.png")
            print(f"{name}.png: {width} x {height}, {scheme}")
            page.close()
        browser.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        """Say nothing: the pictures are what matters."""


if __name__ == "__main__":
    sys.exit(main())

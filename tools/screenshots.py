"""What the site looks like: each kind of page of the sample in ``site/``, desk and phone, light and dark.

.venv/bin/python tools/screenshots.py [--site FOLDER] [--out FOLDER]
"""

from __future__ import annotations

import argparse
import functools
import http.server
import io
import itertools
import os
import sys
import threading
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
BRIEFING = "1972/05/24-nixon-kosygin-space-agreement/"

PAGES = (
    ("home", ""),
    ("briefing", BRIEFING),
    ("storyline", "storylines/road-to-the-handshake/"),
    ("storylines", "storylines/"),
    ("subject", "tags/soyuz/"),
    ("timeline", "tags/diplomacy/timeline/"),
    ("outlet", "outlets/tass/"),
    ("month", "1975/07/"),
    ("subjects", "tags/"),
    ("outlets", "outlets/"),
    ("calendar", "calendar/"),
    ("about", "about/"),
    ("not-found", "404.html"),
    ("search", "?q=docking"),
)
"""Name and address of each kind of page, and of the search."""
SIZES = {"desk": (1240, 1240), "phone": (390, 844)}
"""Width and height in CSS pixels."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURS = 96
"""Of a picture: the pages have few, and a palette makes a file a third."""


def main() -> int:
    """Take the pictures; return the exit code."""
    parser = argparse.ArgumentParser(description="Take pictures of the sample site with a real Chromium.")
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
        for (name, address), (size, (width, height)), scheme in itertools.product(PAGES, SIZES.items(), SCHEMES):
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(root + address)
            if "?" in address:
                page.locator("[data-search-results] > li").first.wait_for()
                page.wait_for_load_state("networkidle")
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            picture.quantize(COLOURS).save(out / f"{name}-{size}-{scheme}.png", optimize=True)
            page.close()
        print(f"{len(PAGES) * len(SIZES) * len(SCHEMES)} pictures in {out}")
        browser.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        """Say nothing: the pictures are what matters."""


if __name__ == "__main__":
    sys.exit(main())

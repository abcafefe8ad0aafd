"""What ``make lighthouse`` does: Google's Lighthouse on each kind of page, as a phone on a slow line would load it.

    .venv/bin/python tools/lighthouse.py [--site FOLDER]

Installs the version that ``tools/lighthouse/package.json`` names into ``build/lighthouse/`` (Node.js, npm and, once,
the npm registry are needed), serves the sample site compressed as hosts of static sites do, and prints a line a page.
"""

from __future__ import annotations

import argparse
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http import HTTPStatus
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tools" / "lighthouse" / "package.json"
PAGES = (
    "",
    "1975/07/17-docking-and-handshake/",
    "tags/soyuz/",
    "tags/diplomacy/timeline/",
    "storylines/road-to-the-handshake/",
    "outlets/tass/",
    "1975/07/",
    "calendar/",
)
CATEGORIES = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Categories with the score, of 100, that each page is to reach."""
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest")
MISSED, COULD_NOT_RUN = 1, 2


class Compressing(http.server.SimpleHTTPRequestHandler):
    """Python's own handler, with gzip."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file, compressed where a host would compress it."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = path.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=600")
        if path.name.endswith(COMPRESSED):
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing of each request."""


def main() -> int:
    """Measure; return 0, or 1 if a page misses a score."""
    parser = argparse.ArgumentParser(description="Lighthouse on each kind of page of the sample site.")
    parser.add_argument("--site", default=ROOT / "site", type=Path, help="folder of the built site")
    arguments = parser.parse_args()
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        print("make lighthouse: Node.js and npm are not here; install them to measure", file=sys.stderr)
        return COULD_NOT_RUN
    if not (arguments.site / "index.html").is_file():
        print(f"make lighthouse: there is no site in {arguments.site}; run make site first", file=sys.stderr)
        return COULD_NOT_RUN
    cli = _installed(npm)
    host = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *a: Compressing(*a, directory=str(arguments.site)))
    threading.Thread(target=host.serve_forever, daemon=True).start()
    missed = False
    print(f"{'page':<36}perf  acc  best  seo   LCP s    CLS  TBT ms  requests     kB")
    for page in PAGES:
        told = _measured(node, cli, f"http://127.0.0.1:{host.server_port}/{page}")
        scores = {name: round(100 * (told["categories"][name]["score"] or 0)) for name in CATEGORIES}
        missed = missed or any(scores[name] < least for name, least in CATEGORIES.items())
        print(_row(page or "home", scores, told["audits"]), flush=True)
    host.shutdown()
    return MISSED if missed else 0


def _row(page: str, scores: dict[str, int], audits: dict[str, Any]) -> str:
    items = audits["network-requests"]["details"]["items"]
    size = sum(item.get("transferSize") or 0 for item in items) / 1000
    lcp = audits["largest-contentful-paint"]["numericValue"] / 1000
    shift, blocked = audits["cumulative-layout-shift"]["numericValue"], audits["total-blocking-time"]["numericValue"]
    told = "".join(f"{score:>5}" for score in scores.values())
    return f"{page:<36}{told}{lcp:>8.2f}{shift:>7.2f}{blocked:>8.0f}{len(items):>10}{size:>7.1f}"


def _installed(npm: str) -> Path:
    """Return Lighthouse's command, installed if it is not there in the version wanted."""
    folder = ROOT / "build" / "lighthouse"
    cli = folder / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not cli.is_file() or (folder / "package.json").read_bytes() != PACKAGE.read_bytes():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PACKAGE, folder / "package.json")
        subprocess.run([npm, "install", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
    return cli


def _measured(node: str, cli: Path, url: str) -> dict[str, Any]:
    record = Path(sys.prefix) / "chromium-path"
    chromium = os.environ.get("CHROMIUM") or (record.read_text(encoding="utf-8").strip() if record.is_file() else "")
    flags = "--headless=new --no-sandbox --disable-gpu"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "told.json")
        command = [node, str(cli), url, "--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={flags}"]
        command.append(f"--only-categories={','.join(CATEGORIES)}")
        environment = {**os.environ, **({"CHROME_PATH": chromium} if chromium else {})}
        subprocess.run(command, env=environment, check=True, capture_output=True)
        return dict(json.loads(out.read_text(encoding="utf-8")))


if __name__ == "__main__":
    sys.exit(main())

"""What a reader's first search costs: bytes on the line and seconds, here and on a slow phone, in a real Chromium.

    .venv/bin/python -m tools.bench.first_search SITE [--stock]

The browser opens the site's first page, and when that is quiet the search, in which the words stand at once: quicker
than anybody types. Bytes are those of answers as they are sent, without their heads; text is gzipped, as hosts do it.
Nothing of the search is in the browser's cache. Stock Material fetches its index with every first page, so there the
page is waited for, too.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import gzip
import http.server
import os
import statistics
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from http import HTTPStatus
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from tools.bench.measure import Failed

ONE_WORD = ("Baikonur", "Kazakhstan", "parachute", "geologist", "amateurs")
"""Words of the sample's phrases, and so of every generated archive."""
MORE_WORDS = ("docking module", "legal principles", "common docking system")
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
"""1.6 Mbit/s, and 150 ms until an answer begins: the slow line of the usual simulations of phones."""
_TEXT = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml")
_OURS = ("[data-search-open]", "[data-search-input]", "[data-search-results] > li", "[data-search-groups] button")
_STOCK = ("label[for=__search]", ".md-search__input", ".md-search-result__item", ".md-search-result__item")
"""By what the search is opened and asked, and what shows that there are results, and counts beside them."""
PATIENCE = 180_000
"""Milliseconds until a search counts as failed."""
_ASK = """([words, open, field, results, counts, loading, patience]) => new Promise((done, fail) => {
  setTimeout(() => fail(new Error(`nothing was found for ${words}`)), patience);
  const begun = loading ? 0 : performance.now();
  const seen = [];
  const watch = new MutationObserver(() => {
    for (const [at, what] of [results, counts].entries())
      if (!seen[at] && document.querySelector(what)) seen[at] = performance.now();
    if (!seen[0] || !seen[1]) return;
    watch.disconnect();
    const all = performance.getEntriesByType("resource").filter(({ startTime }) => startTime >= begun);
    const size = (some) => some.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    const bytes = (end) => size(all.filter(({ responseEnd }) => responseEnd <= end));
    done(seen.flatMap((end) => [bytes(end), (end - begun) / 1000]));
  });
  watch.observe(document.body, { subtree: true, childList: true });
  document.querySelector(open).click();
  const input = document.querySelector(field);
  input.focus();
  input.value = words;
  for (const type of ["input", "keyup"]) input.dispatchEvent(new Event(type, { bubbles: true }));
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSearch:
    """What a first search took, or the median of several."""

    kilobytes: float
    """Thousands of bytes until the results stood."""
    kilobytes_counted: float
    """Until the facets had their counts, too."""
    here: float
    """Seconds until the results stood, on this machine."""
    slow: float
    """The same on the slow line."""
    slow_counted: float


def first_search(site: Path, words: Sequence[str], *, stock: bool = False) -> FirstSearch:
    """Search a site for each of the words, each time as if for the first time, and return the medians.

    Raises ``Failed`` if the browser is missing, or finds nothing.
    """
    parts = _STOCK if stock else _OURS
    try:
        with _served(site) as root, _chromium() as browser:
            costs = [_cost(browser, root, one, parts) for one in words]
    except (Error, OSError) as fault:
        raise Failed(f"the first search of {site}: {str(fault).splitlines()[0]}") from fault
    medians = {each.name: statistics.median(getattr(cost, each.name) for cost in costs) for each in fields(FirstSearch)}
    return FirstSearch(**medians)


def _cost(browser: Browser, root: str, words: str, parts: Sequence[str]) -> FirstSearch:
    size, here, size_counted, _ = _asked(browser, root, words, parts, line=None)
    _, slow, _, slow_counted = _asked(browser, root, words, parts, line=SLOW)
    return FirstSearch(
        kilobytes=size / 1000, kilobytes_counted=size_counted / 1000, here=here, slow=slow, slow_counted=slow_counted
    )


def _asked(
    browser: Browser, root: str, words: str, parts: Sequence[str], *, line: dict[str, object] | None
) -> tuple[float, float, float, float]:
    """Return bytes and seconds until there were results, and until there were counts."""
    loading = parts is _STOCK
    # Without the worker that keeps what was read: it answers out of sight of the network that is slowed down here.
    context = browser.new_context(service_workers="block")
    try:
        page = context.new_page()
        network = context.new_cdp_session(page)
        if loading and line:
            network.send("Network.emulateNetworkConditions", line)
        page.goto(root, wait_until="domcontentloaded" if loading else "networkidle")
        if line:
            network.send("Network.emulateNetworkConditions", line)
        size, seconds, size_counted, seconds_counted = page.evaluate(_ASK, [words, *parts, loading, PATIENCE])
        return size, seconds, size_counted, seconds_counted
    finally:
        context.close()


@contextlib.contextmanager
def _chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or Path(sys.prefix, "chromium-path").read_text(encoding="utf-8")
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*flags, "--disable-gpu"])
        yield browser
        browser.close()


@contextlib.contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Host, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Host(http.server.SimpleHTTPRequestHandler):
    """A static host that keeps connections open and sends text gzipped."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        text = file.suffix in _TEXT
        content = _zipped(file) if text else file.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        """Say nothing: the figures are what matters."""


@functools.cache
def _zipped(file: Path) -> bytes:
    # A host does it once, too: the time is not the reader's.
    return gzip.compress(file.read_bytes(), 6)


def main() -> int:
    """Print what a first search of one word takes, and one of several."""
    parser = argparse.ArgumentParser(description="Measure a reader's first search of a site.")
    parser.add_argument("site", type=Path)
    parser.add_argument("--stock", action="store_true", help="it is a stock Material site")
    arguments = parser.parse_args()
    for name, words in (("one word", ONE_WORD), ("several words", MORE_WORDS)):
        found = first_search(arguments.site, words, stock=arguments.stock)
        print(f"{name}: " + ", ".join(f"{what} {number:,.2f}" for what, number in asdict(found).items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

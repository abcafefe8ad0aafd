"""Show a folder on this machine as a static host would: with the folder's own page for what is not there.

Needs nothing but the standard library:

    .venv/bin/python tools/serve.py [FOLDER] [--port 8000]
"""

from __future__ import annotations

import argparse
import functools
import http.server
import sys
from http import HTTPStatus
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COULD_NOT_RUN = 2


class Handler(http.server.SimpleHTTPRequestHandler):
    """Python's own handler, whose answer to a wrong address is the site's ``404.html``."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where nothing is at the address; else as Python does."""
        own = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not own.is_file():
            super().send_error(code, message, explain)
            return
        body = own.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def server(folder: Path, port: int) -> http.server.ThreadingHTTPServer:
    """Return a server of the folder, for this machine only; port 0 takes a free one. Raises ``OSError``."""
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Handler, directory=str(folder)))


def main() -> int:
    """Serve until Ctrl-C; return the exit code."""
    parser = argparse.ArgumentParser(description="Show a built site on this machine.")
    parser.add_argument("folder", nargs="?", default=ROOT / "site", type=Path, help="the folder of the site")
    parser.add_argument("--port", default=8000, type=int)
    arguments = parser.parse_args()
    if not (arguments.folder / "index.html").is_file():
        print(f"There is no site in {arguments.folder} yet: run `make site` first.", file=sys.stderr)
        return COULD_NOT_RUN
    try:
        host = server(arguments.folder, arguments.port)
    except OSError as fault:
        print(f"Port {arguments.port} cannot be used ({fault.strerror}): make serve PORT=8001", file=sys.stderr)
        return COULD_NOT_RUN
    print(f"http://127.0.0.1:{arguments.port}/ shows {arguments.folder.name}/; Ctrl-C ends it.", flush=True)
    try:
        host.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The main job of ``make site``: the sample archive and its inbox, all the way to a searchable site.

It works on a copy in ``build/sample/``, so that reading the inbox changes nothing in the checkout. The copy is a whole
archive (briefings, settings, templates), the inbox beside them. It is made anew, and the inbox read again, when
anything that decides what the inbox becomes has changed by content; otherwise only templates are followed, and what
``briefings build`` remembers does the rest.

Runs under the Python of ``.venv`` and needs nothing but the standard library:

    .venv/bin/python tools/sample.py [--copy FOLDER] [--site FOLDER]
"""

from __future__ import annotations

import argparse
import filecmp
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

ARCHIVE = ("briefings", "inbox", "mkdocs.yml")
"""What the copy gets once, before the inbox is read into it."""
CHROME = ("overrides", "builder/engine/hook.py")
"""What the copy follows at every run: changing a template does not ask for the inbox to be read again."""
DECIDES = (*ARCHIVE, "builder", "requirements/runtime.txt", "tools/sample.py")
"""What decides how the copy looks after the inbox was read."""
KEPT = "build"
"""What `briefings build` remembers, keyed by content: a new copy may use it again."""
STAMP = "inbox-read"
OUTLET = "Sample Desk"

COULD_NOT_RUN = 2
"""Exit codes of `briefings`: 0 clean, 1 findings or inputs refused, 2 and above could not run."""


def main() -> int:
    """Make the site; return the exit code."""
    arguments = _arguments()
    copy, site = Path(arguments.copy).resolve(), Path(arguments.site).resolve()
    started = time.monotonic()
    briefings = shutil.which("briefings", path=str(Path(sys.executable).parent))
    if briefings is None:
        return _stop(f"no `briefings` command beside {sys.executable}: run `make site`, or see docs/windows.md")

    key = key_of(ROOT)
    stamp = copy / STAMP
    if stamp.is_file() and stamp.read_text(encoding="utf-8").startswith(key):
        print(f"==> {_short(copy)} is up to date: nothing new in briefings/ or inbox/", flush=True)
        remarks = stamp.read_text(encoding="utf-8").endswith(" 1")
    else:
        print(f"==> copying the sample archive to {_short(copy)}", flush=True)
        renew(ROOT, copy)
        print(f'==> briefings ingest inbox --outlet "{OUTLET}"', flush=True)
        code = _run(briefings, "ingest", "inbox", "--outlet", OUTLET, inside=copy)
        if not 0 <= code < COULD_NOT_RUN:
            return _stop("the inbox could not be read; the reason stands above")
        remarks = code == 1
        stamp.write_text(f"{key} {code}", encoding="utf-8")

    follow(ROOT, copy)
    print(f"==> briefings build --site {_short(site)}", flush=True)
    code = _run(briefings, "build", "--site", str(site), inside=copy)
    if not 0 <= code < COULD_NOT_RUN or not (site / "index.html").is_file():
        return _stop("the site could not be built; the reason stands above")

    print()
    print(_summary(copy, site, seconds=time.monotonic() - started))
    if remarks:
        print(
            "What was refused or remarked on above is so on purpose: the sample inbox also holds a telegram that is no "
            "text and a page for\nmembers only, to show what is said of them. Nothing needs mending; to read the inbox "
            f"again: rm {_short(stamp)}"
        )
    print(f"`{arguments.serve_hint}` shows it at http://127.0.0.1:{arguments.port}/")
    return 0


def key_of(root: Path) -> str:
    """Return a hash of all that decides what the copy becomes, by path and content, not by time."""
    digest = hashlib.sha256()
    for name in DECIDES:
        for path in _files(root / name):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{path.relative_to(root).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def renew(root: Path, copy: Path) -> None:
    """Make the copy what the archive is, without anything an earlier reading of the inbox left there."""
    copy.mkdir(parents=True, exist_ok=True)
    # The stamp goes first: a run that is broken off here must not look finished to the next one.
    (copy / STAMP).unlink(missing_ok=True)
    for old in copy.iterdir():
        if old.name == KEPT:
            continue
        if old.is_dir():
            shutil.rmtree(old)
        else:
            old.unlink()
    for name in ARCHIVE:
        _mirror(root / name, copy / name)


def follow(root: Path, copy: Path) -> None:
    """Bring templates and hook up to date, touching only files whose bytes differ."""
    for name in CHROME:
        _mirror(root / name, copy / name)


def _mirror(source: Path, target: Path) -> None:
    wanted = {path.relative_to(source): path for path in _files(source)}
    if target.is_dir():
        for old in list(_files(target)):
            if old.relative_to(target) not in wanted:
                old.unlink()
    for relative, path in wanted.items():
        new = target / relative
        if not new.is_file() or not filecmp.cmp(path, new, shallow=False):
            new.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, new)


def _files(path: Path) -> Iterator[Path]:
    """Yield the files at or below a path, in one order on every system, without what tools and editors leave behind."""
    if path.is_file():
        yield path
    for below in sorted(path.rglob("*")) if path.is_dir() else ():
        if below.is_file() and "__pycache__" not in below.parts and below.name != ".DS_Store":
            yield below


def _run(*command: str, inside: Path) -> int:
    # The console of Windows speaks another encoding unless told; elsewhere this is what Python does anyway.
    return subprocess.run(command, cwd=inside, env={**os.environ, "PYTHONUTF8": "1"}, check=False).returncode


def _summary(copy: Path, site: Path, *, seconds: float) -> str:
    dated = re.compile(r"\d{4}/\d{2}/\d{2}-[^/]+\.md")
    made = set(_dated(copy / "briefings", dated))
    own = set(_dated(ROOT / "briefings", dated))
    pages = sum(1 for _ in site.rglob("*.html"))
    return (
        f"Made {_short(site)}: {pages} pages from {len(made)} briefings, {len(made - own)} of them read from inbox/, "
        f"with search and feeds, in {seconds:.0f} s."
    )


def _dated(folder: Path, dated: re.Pattern[str]) -> Iterator[str]:
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        if dated.fullmatch(name):
            yield name


def _short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def _stop(reason: str) -> int:
    print(f"make site: {reason}", file=sys.stderr)
    return COULD_NOT_RUN


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the sample site.")
    parser.add_argument("--copy", default=ROOT / "build" / "sample", help="where the archive is copied to")
    parser.add_argument("--site", default=ROOT / "site", help="where the site goes")
    parser.add_argument("--port", default=8000, type=int, help="the port that the last line names")
    parser.add_argument("--serve-hint", default="briefings serve", help="the command that the last line names")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

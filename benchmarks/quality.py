"""What `make quality` prints: how well articles are read that we did not write, whole and in two folds, with a ratchet.

    .venv/bin/python benchmarks/quality.py MATERIAL [--only WORDS] [--raise] [--peers]

``MATERIAL`` holds ``corpus/`` and the scripts that score against it in ``eval/``. The folds part the corpus by
publisher: rules that were made on one half are worth something if they hold on the other, so both are printed, and how
far apart they are. Ends with 1 where a figure fell below its floor in ``floors.json``; ``--raise`` lifts the floors to
what was reached, and never lowers one. ``--peers`` scores libraries in the same run, with ``requirements/quality.txt``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "benchmarks" / "floors.json"
SLACK = 0.0005
"""Half of the last digit that a script prints."""
MOST_APART = 0.03
"""Between the folds."""
_EXTRACTORS = ("trafilatura_precision", "readability_lxml")
"""Names by which the script for bodies knows libraries."""
_NUMBER = r"(\d+(?:\.\d+)?)"


@dataclass(frozen=True, slots=True)
class Measure:
    """One run of one script, and the figures in what it prints."""

    name: str
    script: str
    arguments: tuple[str, ...]
    folder: str
    adapter: str
    figures: Mapping[str, str]
    """Name of a figure, and the pattern whose first group it is."""
    folds: bool = True
    peers: tuple[str, ...] = ()
    """Names under which the script knows libraries."""


def _body(name: str, *peers: str) -> Measure:
    figures = {"body F1": rf"^\S+ +{_NUMBER}", "pages a CPU second": rf"{_NUMBER}$"}
    return Measure(f"{name} body", "eval_body.py", (f"pages/{name}",), f"pages/{name}", "body", figures, peers=peers)


def _meta(name: str, **figures: str) -> Measure:
    patterns = {key: rf"^ +{key.split()[0]} .*{kind}={_NUMBER}" for key, kind in figures.items()}
    return Measure(f"{name} fields", "eval_meta.py", (f"pages/{name}",), f"pages/{name}", "metadata", patterns)


def _pasted(form: str) -> dict[str, str]:
    line = rf"^{form} .*"
    named = {f"{form} {field}": rf"{line}\b{field} {_NUMBER}" for field in ("title", "authors", "date")}
    return {**named, f"{form} body F1": rf"{line}F1 {_NUMBER}", f"{form} ms a text": rf"{line}  {_NUMBER} ms each"}


def _links() -> dict[str, str]:
    """Return the figures of ties, by how exactly items are dated; what is wrongly tied is told as its opposite."""
    told = {"precision": "precision", "recall": "recall"}
    return {f"{date} {name}": rf"date {date} .*{word} {_NUMBER}" for date in _DATED for name, word in told.items()}


_DATED = ("day", "month", "none")


def _container(kind: str, folder: str, adapter: str, of: int) -> Measure:
    figures = {f"right of {of}": rf"(\d+) of {of} right"}
    return Measure(kind, "containers.py", (kind, folder), folder, adapter, figures, folds=False)


MEASURES = (
    Measure("pasted", "pasted.py", ("pasted",), "pasted", "pasted", {**_pasted("article"), **_pasted("page")}),
    _body("aeb", *_EXTRACTORS),
    _body("fundus", *_EXTRACTORS),
    _body("readability", *_EXTRACTORS),
    Measure(
        "traf segments", "eval_segments.py", ("pages/traf",), "pages/traf", "body", {"segments F": rf"F {_NUMBER} err"}
    ),
    _meta("fundus", title="right", authors="right", date="right", tags="F"),
    _meta("traf", title="right", authors="right", date="right"),
    _meta("htmldate", date="right"),
    _meta("htmldate_mediacloud", date="right"),
    Measure("links", "links.py", ("background", "all"), "background", "link", _links(), folds=False),
    Measure("date phrases", "eval_dates.py", (), "dates", "date", {"right of 46": r"(\d+)/46 right"}, folds=False),
    Measure(
        "feeds",
        "containers.py",
        ("feeds", "feeds/real"),
        "feeds",
        "feed",
        {"right of 40": r"(\d+) of 40 right", "links": rf"links {_NUMBER}", "dates": rf"dates {_NUMBER}"},
        folds=False,
    ),
    Measure(
        "mails", "containers.py", ("mails", "eml"), "eml", "mail", {"right of 86": r"(\d+) of 86 right"}, folds=False
    ),
    Measure(
        "WARC", "containers.py", ("warc", "warc"), "warc", "warc", {"right of 12": r"(\d+) of 12 right"}, folds=False
    ),
    Measure(
        "background",
        "background.py",
        ("background", "all"),
        "background",
        "background",
        {
            "R1": rf"^ALL: benchmarks.*R1 +{_NUMBER}",
            "R2": rf"^ALL: benchmarks.*R2 +{_NUMBER}",
            "RL": rf"^ALL: benchmarks.*RL +{_NUMBER}",
            "share of older words": rf"^ALL: benchmarks.*updates: {_NUMBER}",
        },
        folds=False,
    ),
)
NOT_KEPT = ("pages a CPU second", "ms a text")
"""Figures that depend on the machine: printed, never a floor."""


def main() -> int:
    """Print every figure beside its floor; return the exit code."""
    asked = _arguments()
    corpus, scripts = asked.material / "corpus", asked.material / "eval"
    if not corpus.is_dir() or not scripts.is_dir():
        sys.stderr.write(f"{asked.material}: no corpus/ or eval/ in it; name the folder that holds both\n")
        return 2
    kept = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {"corpus": {}, "floors": {}}
    fallen = 0
    for measure in MEASURES:
        if asked.only and not any(word in measure.name for word in asked.only.split(",")):
            continue
        whole = _told(measure, corpus, scripts)
        halves = [_told(measure, fold, scripts) for fold in _folds(measure, corpus)]
        digest = _hash(corpus / measure.folder)
        fallen += _report(measure, whole, halves, kept["floors"], known=kept["corpus"].get(measure.name) == digest)
        if asked.raised:
            _lift(measure, whole, kept, digest)
        for peer in measure.peers if asked.peers else ():
            told = ", ".join(
                f"{figure} {value:g}" for figure, value in _told(measure, corpus, scripts, peer=peer).items()
            )
            print(f"    beside it {peer}: {told}")
    if asked.raised:
        FLOORS.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if fallen else 0


def _report(
    measure: Measure,
    whole: Mapping[str, float],
    halves: Sequence[Mapping[str, float]],
    floors: Mapping[str, float],
    *,
    known: bool,
) -> int:
    """Print the figures of a measure; return how many fell below their floors, which hold for one corpus only."""
    print(measure.name if known else f"{measure.name} (no floors for this corpus)")
    fallen = 0
    for figure, value in whole.items():
        floor = floors.get(f"{measure.name}: {figure}") if known else None
        low = floor is not None and value < floor - SLACK
        fallen += low
        print(_line(figure, value, floor, [half[figure] for half in halves], low=low))
    return fallen


def _lift(measure: Measure, whole: Mapping[str, float], kept: dict[str, dict[str, Any]], corpus: str) -> None:
    """Raise the floors of a measure to what was reached; on another corpus they begin anew."""
    known = kept["corpus"].get(measure.name) == corpus
    kept["corpus"][measure.name] = corpus
    for figure, value in whole.items():
        name = f"{measure.name}: {figure}"
        if not figure.endswith(NOT_KEPT):
            kept["floors"][name] = max(value, kept["floors"].get(name, 0)) if known else value


def _line(figure: str, value: float, floor: float | None, halves: Sequence[float], *, low: bool) -> str:
    said = f"  {figure:<24}{value:>8g}"
    if floor is not None:
        said += f"   floor {floor:g}{'  FALLEN' if low else ''}"
    if halves and not figure.endswith(NOT_KEPT):
        apart = abs(halves[0] - halves[1])
        said += f"   folds {halves[0]:g} / {halves[1]:g}{'' if apart <= MOST_APART else f'  ({apart:.3f} apart)'}"
    return said


def _told(measure: Measure, corpus: Path, scripts: Path, *, peer: str | None = None) -> dict[str, float]:
    """Run a script in the corpus and return its figures; a script that fails is shown and stops the run."""
    what = [peer] if peer else ["--py", f"benchmarks.adapters:{measure.adapter}"]
    command = [sys.executable, str(scripts / measure.script), *measure.arguments, *what]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=corpus, env=environment, capture_output=True, text=True, check=False)
    found = {figure: re.search(pattern, done.stdout, re.MULTILINE) for figure, pattern in measure.figures.items()}
    missing = [figure for figure, match in found.items() if match is None]
    if done.returncode or missing:
        raise SystemExit(f"{measure.script} did not tell {', '.join(missing)}:\n{done.stdout}\n{done.stderr}")
    return {figure: float(match[1]) for figure, match in found.items() if match}


def _folds(measure: Measure, corpus: Path) -> Iterator[Path]:
    """Yield, one after the other, a corpus that holds half of the publishers: each is in one half with all it has."""
    if not measure.folds:
        return
    rows = (corpus / measure.folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    for side in (0, 1):
        with tempfile.TemporaryDirectory(prefix="briefings-fold-") as folder:
            fold = Path(folder, measure.folder)
            fold.mkdir(parents=True)
            chosen = [row for row in rows if half(json.loads(row)) == side]
            (fold / "pages.jsonl").write_text("\n".join(chosen) + "\n", encoding="utf-8")
            for file in (corpus / measure.folder).iterdir():
                if file.name != "pages.jsonl":
                    (fold / file.name).symlink_to(file.resolve())
            yield Path(folder)


def half(row: Mapping[str, str]) -> int:
    """Return in which half of the publishers a page stands, 0 or 1."""
    host = (urlsplit(row.get("url") or "").hostname or "").removeprefix("www.")
    # Where pages were stored without their addresses, each stands for itself.
    publisher = ".".join(host.split(".")[-2:]) if "." in host else row["id"]
    return hashlib.sha256(publisher.encode()).digest()[0] % 2


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.relative_to(folder).as_posix()} {content}\n".encode())
    return digest.hexdigest()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well articles are read that we did not write.")
    parser.add_argument(
        "material", type=lambda said: Path(said).resolve(), help="the folder that holds corpus/ and eval/"
    )
    parser.add_argument("--only", help="measures whose names hold one of these words, parted by commas")
    parser.add_argument("--raise", dest="raised", action="store_true", help="lift the floors to what is reached")
    parser.add_argument("--peers", action="store_true", help="score libraries too")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

"""Fit the weights by which a pasted text is parted into article and page, and say how well they hold elsewhere.

    .venv/bin/python -m benchmarks.fit_extent MATERIAL [--traits N] [--pull P]

``MATERIAL`` holds ``corpus/`` and ``eval/``, as for ``quality.py``. Each line of a pasted text is an example: its
traits (``builder/wire/pasted/traits.py``), and whether it stands in the true body. A logistic regression, pulled
towards zero, gives every trait a weight; those that tell least are left out, the rest fitted again and rounded.

Printed are the table for ``builder/wire/pasted/weights.py``, to be read before it is put there, and the F1 of the body
with the table that stands there now, with the new one, and with one fitted on each half of the outlets and read on the
other: only the last pair says whether a table is worth anything.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

import numpy as np

from benchmarks import adapters, quality
from builder.wire.pasted import extent, traits
from builder.wire.pasted.text import DEFAULT_LANGUAGE, LONGEST_MENU_LINE
from builder.wire.pasted.weights import WEIGHTS
from builder.wire.printed import language
from builder.wire.printed.lines import decode, split

TRAITS, PULL = 100, 2.0
"""How many traits are kept, and how strongly the weights are pulled towards zero."""
HALF = 0.5
"""Of a line's words in the true body: from here on the line belongs to it."""
STEPS = 30
"""Of Newton's method; it needs about ten."""
_WORD = re.compile(r"\w+")
Table = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """One line: the names of its traits, whether it is the article's, and how much it counts in its text."""

    names: tuple[str, ...]
    wanted: bool
    share: float


@dataclass(frozen=True, slots=True)
class Text:
    """One pasted text with the truth about it."""

    row: Mapping[str, Any]
    copied: str
    half: int

    def examples(self) -> Iterator[Example]:
        """Yield its lines; every text counts alike, and a line in it by the root of its words.

        By their words, the half of the outlets that was not fitted was read worse (F1 .947 and .953 for .949 and .956).
        """
        lines = split(decode(self.copied.encode()))
        told = language.of("\n".join(one.text for one in lines if one.size > LONGEST_MENU_LINE) or lines[0].text)
        named = traits.of(lines, told or DEFAULT_LANGUAGE)[1]
        true = f" {' '.join(_words(self.row['body']))} "
        sizes = [len(_words(line.text)) ** 0.5 for line in lines]
        for line, names, size in zip(lines, named, sizes, strict=True):
            if size:
                yield Example(tuple(names), _stands_in(true, _words(line.text)), size / sum(sizes))


def main() -> int:
    """Print the table and what it is worth; return the exit code."""
    asked = _arguments()
    folder = asked.material / "corpus" / "pasted"
    if not folder.is_dir():
        sys.stderr.write(f"{asked.material}: no corpus/pasted/ in it; name the folder that holds corpus/ and eval/\n")
        return 2
    score = _scorer(asked.material / "eval" / "pasted.py")
    texts = [text for text in _texts(folder) if text.row.get("body")]
    new = fit(texts, asked.traits, asked.pull)
    for name, weight in sorted(new.items()):
        print(f'    "{name}": {weight},')
    print(f"as it stands {_figures(texts, WEIGHTS, score)}")
    print(f"as fitted    {_figures(texts, new, score)}")
    for half in (0, 1):
        own, other = ([text for text in texts if text.half == side] for side in (half, 1 - half))
        now, held = _figures(other, WEIGHTS, score), _figures(other, fit(own, asked.traits, asked.pull), score)
        print(f"fitted on half {half}, read on the other: {held}; with the table as it stands {now}")
    return 0


def fit(texts: Sequence[Text], kept: int, pull: float) -> Table:
    """Return the weights of the ``kept`` traits that tell most, rounded to one digit."""
    examples = [one for text in texts for one in text.examples()]
    names = sorted({name for one in examples for name in one.names})
    first = _regress(examples, names, pull)
    carried = dict.fromkeys(names, 0.0)
    for one in examples:
        for name in one.names:
            carried[name] += one.share
    told = sorted(names, key=lambda name: -abs(first[name]) * carried[name] ** 0.5)[:kept]
    found = _regress(examples, sorted(told), pull)
    return {name: round(weight, 1) for name, weight in found.items() if round(weight, 1)}


def _regress(examples: Sequence[Example], names: Sequence[str], pull: float) -> Table:
    """Return the weights that make the lines' truth likeliest, by Newton's method."""
    place = {name: i for i, name in enumerate(names)}
    seen = np.zeros((len(examples), len(names)))
    for i, one in enumerate(examples):
        for name in one.names:
            if name in place:
                seen[i, place[name]] = 1.0
    wanted = np.array([one.wanted for one in examples], dtype=float)
    # So that a pull of 1 is as strong as one line of evidence, however many texts there are.
    counts = np.array([one.share for one in examples]) * len(examples) / sum(one.share for one in examples)
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(seen @ weights, -30, 30)))
        slope = seen.T @ (counts * (likely - wanted)) + pull * weights
        bend = (seen * (counts * likely * (1 - likely))[:, None]).T @ seen + pull * np.eye(len(names))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < quality.SLACK:
            break
    return dict(zip(names, map(float, weights), strict=True))


Score = Callable[[str, str], tuple[float, float]]


def _figures(texts: Sequence[Text], table: Table, score: Score) -> str:
    """Return the F1 of the body in either form, as the script that scores counts it."""
    told: list[str] = []
    with mock.patch.object(extent, "WEIGHTS", table):
        for form in ("article", "page"):
            chosen = [text for text in texts if text.row["copied"] == form]
            pairs = [score(text.row["body"], _read(text)) for text in chosen]
            precision, recall = (sum(pair[i] for pair in pairs) / len(pairs) for i in (0, 1))
            told.append(f"{form} {2 * precision * recall / (precision + recall):.4f}")
    return ", ".join(told)


def _read(text: Text) -> str:
    return str(adapters.pasted(text.copied, dt.date.fromisoformat(text.row["pasted"]))["body"])


def _texts(folder: Path) -> Iterator[Text]:
    for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        copied = (folder / row["text"]).read_text(encoding="utf-8")
        yield Text(row=row, copied=copied, half=quality.half(row))


def _stands_in(true: str, own: Sequence[str]) -> bool:
    """Tell whether most of a line stands in the true body (its words, parted by blanks), in runs of four words."""
    runs = [" ".join(own[i : i + 4]) for i in range(max(1, len(own) - 3))]
    return sum(f" {run} " in true for run in runs) >= HALF * len(runs)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("\u00ad", ""))


def _scorer(path: Path) -> Score:
    """Return how the script that scores compares two bodies."""
    told = importlib.util.spec_from_file_location("scoring", path)
    if told is None or told.loader is None:
        raise SystemExit(f"{path}: cannot be loaded; it stands beside the corpus")
    script: ModuleType = importlib.util.module_from_spec(told)
    told.loader.exec_module(script)
    compare: Score = script.precision_recall
    return compare


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fit the weights of a pasted text's lines.")
    parser.add_argument("material", type=Path, help="the folder that holds corpus/ and eval/")
    parser.add_argument("--traits", type=int, default=TRAITS, help="how many traits are kept")
    parser.add_argument("--pull", type=float, default=PULL, help="how strongly weights are pulled towards zero")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

"""Reprints among texts that we did not write: cut, re-headlined, re-ordered, edited; and others that are none."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from builder.desk import likeness
from builder.desk.likeness import FEWEST, Runs, Texts
from builder.model.ids import Slug

PASTED = Path(os.environ["BRIEFINGS_MATERIAL"], "corpus", "pasted", "pages.jsonl")
DICE = random.Random(7)  # noqa: S311 - the same edits on every run
REACH = 0.95


def paragraphs(text: str) -> list[str]:
    return [paragraph for paragraph in re.split(r"\n+", text) if paragraph.strip()]


def trimmed(text: str) -> str:
    kept = paragraphs(text)
    return "\n".join(kept[: max(2, len(kept) // 2)])


def reheadlined(text: str) -> str:
    return f"Another desk found other words for the same thing\nAnd a standfirst of its own.\n{text}"


def reordered(text: str) -> str:
    return "\n".join(DICE.sample(paragraphs(text), len(paragraphs(text))))


def edited(text: str) -> str:
    words = text.split(" ")
    for at in DICE.sample(range(len(words)), len(words) // 5):
        words[at] = f"edited{at}"
    return " ".join(words)


EDITS: Mapping[str, Callable[[str], str]] = {edit.__name__: edit for edit in (trimmed, reheadlined, reordered, edited)}


@pytest.fixture(scope="module")
def texts() -> dict[Slug, str]:
    rows = [json.loads(line) for line in PASTED.read_text(encoding="utf-8").splitlines()]
    bodies = {Slug(row["id"]): row["body"] for row in rows if row.get("body")}
    return {slug: body for slug, body in bodies.items() if len(likeness.runs(body)) >= 2 * FEWEST}


@pytest.fixture(scope="module")
def known(texts: Mapping[Slug, str]) -> dict[Slug, Runs]:
    return {slug: likeness.runs(text) for slug, text in texts.items()}


@pytest.mark.parametrize("edit", EDITS)
def test_a_reprint_finds_its_report_and_a_text_without_one_finds_none(
    edit: str, texts: Mapping[Slug, str], known: Mapping[Slug, Runs]
) -> None:
    right = claimed = 0
    for slug, text in texts.items():
        made = likeness.runs(EDITS[edit](text))
        others = Texts({other: runs for other, runs in known.items() if other != slug})
        with_it, without = Texts(known).nearest(made), others.nearest(made)
        right += with_it is not None and with_it.slug == slug and with_it.share >= likeness.SAME
        claimed += with_it is not None and with_it.share >= likeness.SAME
        claimed += without is not None and without.share >= likeness.SAME
    recall, precision = right / len(texts), right / max(claimed, 1)
    print(
        f"{edit}: precision {precision:.3f}, recall {recall:.3f} on {len(texts)} texts, each with and without its own"
    )
    assert recall >= REACH
    assert precision >= REACH

"""Whether two reports are one text: how much of the shorter stands in the longer, word for word.

Runs of three words are compared, all of them: they are kept as sorted numbers, so that finding the nearest of ten
thousand texts takes a millisecond, and nothing is estimated as MinHash would. The share is of the *shorter* text,
because a reprint is mostly cut; shared over both together, half a report would look like another one.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from builder.model.briefing import Briefing
from builder.model.ids import Slug
from builder.model.sections import SectionKind

Runs = npt.NDArray[np.uint32]
"""The runs of a text as checksums, each once, in ascending order."""

WORDS = 3
"""Of a run. Two are too common; of four, a text in which every fifth word was edited keeps too few (.8⁴ = .41)."""
SAME = 0.4
"""Of the shorter text's runs. Where every fifth word was edited, .8³ = .51 are left; two reports of one event by two
reporters share the quotations, under .2 of their runs."""
FEWEST = 30
"""Runs; a text of fewer is too short to be told from another, unless it is the same word for word."""
BRIEF = 8
"""Runs, ten words; fewer are said under any headline: "Read on at our site" is no report."""
NEAR = dt.timedelta(days=7)
"""Between two publications. A text that comes back later, as for an anniversary, is news again."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How near a text is to one of the archive's."""

    slug: Slug
    share: float
    """Of the runs of the shorter of the two, from 0 to 1."""
    runs: int = FEWEST
    """Of the shorter of the two. Where there are few, the two are the same word for word."""

    def __str__(self) -> str:
        return f"{self.share:.0%} of its three-word runs stand in {self.slug}"


def runs(text: str) -> Runs:
    """Return the runs of a text. Case, punctuation and line breaks do not count; an ideograph is a word."""
    words = _WORD.findall(text.casefold())
    joined = (" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1))
    return np.unique(np.fromiter((zlib.crc32(run.encode()) for run in joined), dtype=np.uint32))


def report(briefing: Briefing) -> str:
    """Return what a briefing reports. Its background is left out: one outlet's articles share it, word for word."""
    return "".join(section.text for section in briefing.sections if section.kind is not SectionKind.BACKGROUND)


class Texts:
    """The texts of an archive, to find the nearest among."""

    def __init__(self, known: Mapping[Slug, Runs]) -> None:
        self._slugs = list(known)
        self._sizes = np.array([len(one) for one in known.values()], dtype=np.int64)
        values = np.concatenate([*known.values(), np.empty(0, dtype=np.uint32)])
        owners = np.repeat(np.arange(len(known)), self._sizes)
        order = np.argsort(values, kind="stable")
        self._values, self._owners = values[order], owners[order]

    def nearest(self, text: Runs) -> Likeness | None:
        """Return the text that shares most, the first of equals; ``None`` where none shares anything.

        Of two texts of which one is too short to be told from another, nothing less than the same words counts.
        """
        if not len(text) or not len(self._slugs):
            return None
        begin = np.searchsorted(self._values, text, "left")
        end = np.searchsorted(self._values, text, "right")
        found = [self._owners[a:b] for a, b in zip(begin, end, strict=True) if b > a]
        if not found:
            return None
        shared = np.bincount(np.concatenate(found), minlength=len(self._slugs))
        shorter = np.minimum(self._sizes, len(text))
        same = (shared == self._sizes) & (shared == len(text))
        share = np.where((shorter >= FEWEST) | same, shared / np.maximum(shorter, 1), 0.0)
        at = int(share.argmax())
        if not share[at] > 0:
            return None
        return Likeness(slug=self._slugs[at], share=float(share[at]), runs=int(shorter[at]))


def same_report(likeness: Likeness, one: Briefing, other: Briefing) -> bool:
    """Tell whether a likeness makes two briefings one report: as near as ``SAME``, and published near each other.

    Day after day some reports are written in one form, with other figures: of another day, and with other numbers in
    the headline, it is another report.
    """
    if likeness.share < SAME:
        return False
    brief = likeness.runs < FEWEST and one.headline.casefold() != other.headline.casefold()
    # At one outlet, a few words under two headlines are two reports that say alike where to read on.
    if brief and (one.outlet == other.outlet or likeness.runs < BRIEF):
        return False
    if one.published is None or other.published is None:
        return True
    if one.published.day != other.published.day and _figures(one) != _figures(other):
        return False
    return abs(one.published.day - other.published.day) <= NEAR


def _figures(briefing: Briefing) -> frozenset[str]:
    return frozenset(_NUMBER.findall(briefing.headline))

"""Which line of a head is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.wire import byline, captions, labels
from builder.wire.lines import Line
from builder.wire.when import is_stamp

REACH = 12
"""Lines. Byline and date stand at most this far below the headline (eight in nine of ten pages, and share buttons)."""
LONGEST = 220
"""Characters of a headline."""
FULL_SIZE = 90
"""Characters from which on a headline gains nothing by being longer."""
SHORTEST = 16
"""Characters; fewer are more often a menu word or a kicker."""
FEWEST_WORDS = 3
"""Words; fewer name a department or a subject, though all of them stand in the body."""
SAID_NEAR = 30
"""Lines of the body whose words a headline shares; further down stand other stories."""
NEARLY = 0.5
"""Of the score. Of near equals the first counts: the headline stands above its standfirst."""
SHARES, NEAR, SIZE, STOP, SHORT, FEW = 2.5, 1.2, 1.2, -1.5, -0.8, -1.5
"""Weights, set on the open half of a corpus of pasted pages: words shared with the body, byline or date near below,
length, a full stop at the end, few characters, few words."""
FAR_LINES, MOST_FAR = 40, 1.5
"""So many lines above the body cost one point; the farthest costs this much, for a menu can be long."""

_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")


def words(text: str) -> frozenset[str]:
    """Return the words of a text that carry meaning, casefolded; pairs of ideographs where there are no spaces."""
    return frozenset(found.casefold() for found in _WORD.findall(text))


def find(head: Sequence[Line], body: Sequence[Line], language: str) -> int | None:
    """Return the index of the headline: it shares words with the body, has byline or date near, and no full stop."""
    said = words(" ".join(line.text for line in body[:SAID_NEAR]))
    marks = [is_stamp(line, language) or byline.is_byline(line.text) for line in head]
    scores = {
        i: _score(line, said) + NEAR * any(marks[i + 1 : i + 1 + REACH]) - _far(len(head) - 1 - i)
        for i, line in enumerate(head)
        if not marks[i] and _may_head(line) and not _leads_to(line, head[i + 1 :])
    }
    if not scores:
        return None
    best = max(scores.values())
    return min(i for i, score in scores.items() if score >= best - NEARLY)


def _score(line: Line, said: frozenset[str]) -> float:
    own = words(line.text)
    shared = len(own & said) / len(own) if own else 0.0
    stop = line.text.endswith((".", "。")) and not line.text.endswith("...")
    size = min(line.size, FULL_SIZE) / FULL_SIZE
    few = len(line.text.split()) < FEWEST_WORDS and line.size < FULL_SIZE // 2
    return SHARES * shared + SIZE * size + STOP * stop + SHORT * (line.size < SHORTEST) + FEW * few


def _leads_to(line: Line, below: Sequence[Line]) -> bool:
    """Tell whether a line is a breadcrumb that ends in the headline below it ("Home News Bridge opens").

    "Storm: Bridge closed" is a headline whose kicker a colon sets off.
    """
    ends = (line.text.removesuffix(other.text) for other in below[:REACH] if other.size >= SHORTEST)
    return any(start not in ("", line.text) and not start.rstrip().endswith(":") for start in ends)


def _far(lines: int) -> float:
    return min(lines / FAR_LINES, MOST_FAR)


def _may_head(line: Line) -> bool:
    if line.bullet or line.size > LONGEST or not words(line.text):
        return False
    return not (labels.is_furniture(line.text) or labels.RAIL.fullmatch(line.text) or captions.is_credit(line.text))

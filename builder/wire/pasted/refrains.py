"""Labels that a page repeats between its paragraphs, as "Article content": they part what belongs together.

A paragraph is known by its neighbours, and a refrain hides them; so a text's lines are weighed without it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from builder.wire.printed.lines import Line

TIMES = 6
"""So often beside a paragraph; a subhead or a speaker's name stands there less often, or with others in turn."""
LONGEST = 40
"""Characters of a label."""


def of(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that are a text's refrain."""
    beside: Counter[str] = Counter()
    for above, line, below in zip((None, *lines), lines, (*lines[1:], None), strict=False):
        if line.size <= LONGEST and not line.ends_sentence:
            beside[line.text] += any(other is not None and other.is_prose for other in (above, below))
    repeated = {text for text, count in beside.items() if count >= TIMES}
    return frozenset(i for i, line in enumerate(lines) if line.text in repeated) if repeated else frozenset()


def without(lines: Sequence[Line], refrains: frozenset[int]) -> tuple[Line, ...]:
    """Return the other lines as if the refrains had never stood between them."""
    kept: list[Line] = []
    gone, blank = 0, False
    for i, line in enumerate(lines):
        if i in refrains:
            gone += 1 + (line.after_blank and line.before_blank)
            blank = blank or line.after_blank or line.before_blank
            if kept and blank:
                kept[-1] = replace(kept[-1], before_blank=True)
            continue
        kept.append(replace(line, number=line.number - gone, after_blank=line.after_blank or blank) if gone else line)
        blank = False
    return tuple(kept)

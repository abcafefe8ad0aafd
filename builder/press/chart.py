"""A small picture of how much happened when: bars by year, or by several years where there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from builder.desk.stories.timeline import Entry
from builder.press.edition import Json

MOST_BARS = 60
"""More could not be told apart on a phone."""
FEWEST = 3
"""Years below which a picture says less than the list."""
HEIGHT, WIDTH = 40, 600
"""Of the drawing, in its own units; the page scales it."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def chart(line: Iterable[Entry]) -> Json | None:
    """Return how many events there were in each span of years, as bars and as a sentence; ``None`` for too few years.

    ``{bars: [{x, y, width, height, label}], width, height, first, last, says}``, where the numbers are of the drawing.
    """
    counts = Counter(entry.year for entry in line)
    if len(counts) < FEWEST:
        return None
    first, last = min(counts), max(counts)
    step = next((step for step in _STEPS if (last // step) - (first // step) < MOST_BARS), _STEPS[-1])
    spans = Counter(dict.fromkeys(range(first // step * step, last + 1, step), 0))
    for year, count in counts.items():
        spans[year // step * step] += count
    ordered = sorted(spans.items())
    room = WIDTH / len(ordered)
    most = max(spans.values())
    bars = [
        {
            "x": round(number * room + room * 0.1, 1),
            "y": round(HEIGHT - HEIGHT * count / most, 1),
            "width": round(room * 0.8, 1),
            "height": round(HEIGHT * count / most, 1),
            "label": f"{_span(start, step)}: {_events(count)}",
        }
        for number, (start, count) in enumerate(ordered)
        if count
    ]
    return {
        "bars": bars,
        "width": WIDTH,
        "height": HEIGHT,
        "first": str(first),
        "last": str(last),
        "says": _says(ordered, step, counts.total()),
    }


def _says(spans: Sequence[tuple[int, int]], step: int, total: int) -> str:
    """Return the picture in words: where most of it stands, and how it runs out."""
    start, most = max(spans, key=lambda span: (span[1], -span[0]))
    return f"{_events(total)}: the most in {_span(start, step)} ({most}), the latest in {_span(spans[-1][0], step)}."


def _span(start: int, step: int) -> str:
    return str(start) if step == 1 else f"{start}–{start + step - 1}"


def _events(count: int) -> str:
    return "one event" if count == 1 else f"{count} events"

"""A small picture of how much happened when: bars by year, by several years, or in a short story by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from builder.desk.stories.timeline import Entry
from builder.languages.catalogue import Words
from builder.press import words
from builder.press.edition import Json

MOST_BARS = 60
"""More could not be told apart on a phone."""
FEWEST = 3
"""Spans of time with an event, below which a picture says less than the list."""
HEIGHT, WIDTH = 40, 600
"""Of the drawing, in its own units; the page scales it."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_YEAR = 12
"""Months."""


def chart(line: Sequence[Entry], language: str, say: Words) -> Json | None:
    """Return how much happened in each span of time, as bars and as a sentence; ``None`` where that says too little.

    ``{bars: [{x, y, width, height, label}], width, height, first, last, says}``, where the numbers are of the drawing.
    """
    years = Counter(entry.year for entry in line)
    if len(years) >= FEWEST:
        return _drawn(years, str, say)
    months = Counter(entry.year * _YEAR + entry.began.month - 1 for entry in line)
    return _drawn(months, lambda month: _month(month, language), say) if len(months) >= FEWEST else None


def _month(number: int, language: str) -> str:
    return words.of_day(f"{number // _YEAR:04d}-{number % _YEAR + 1:02d}", language)["label"]


def _drawn(counts: Counter[int], name: Callable[[int], str], say: Words) -> Json:
    """Return the picture of counts by year, or by month; ``name`` says what a number is called."""
    first, last = min(counts), max(counts)
    step = next((step for step in _STEPS if (last // step) - (first // step) < MOST_BARS), _STEPS[-1])
    spans = Counter(dict.fromkeys(range(first // step * step, last + 1, step), 0))
    for place, count in counts.items():
        spans[place // step * step] += count
    ordered = [(_span(name(start), name(start + step - 1)), count) for start, count in sorted(spans.items())]
    room, most = WIDTH / len(ordered), max(spans.values())
    bars = [
        {
            "x": round(number * room + room * 0.1, 1),
            "y": round(HEIGHT - HEIGHT * count / most, 1),
            "width": round(room * 0.8, 1),
            "height": round(HEIGHT * count / most, 1),
            "label": f"{span}: {_events(count, say)}",
        }
        for number, (span, count) in enumerate(ordered)
        if count
    ]
    return {
        "bars": bars,
        "width": WIDTH,
        "height": HEIGHT,
        "first": name(first),
        "last": name(last),
        "says": _says(ordered, counts.total(), say),
    }


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _says(spans: Iterable[tuple[str, int]], total: int, say: Words) -> str:
    """Return the picture in words: where most of it stands, and how it runs out. Of two fullest spans, the earlier."""
    told = [span for span in spans if span[1]]
    fullest, most = max(told, key=lambda span: span[1])
    return say(
        "{events}: the most in {fullest} ({most}), the latest in {latest}.",
        events=_events(total, say),
        fullest=fullest,
        most=most,
        latest=told[-1][0],
    )


def _events(count: int, say: Words) -> str:
    return say.many("one event", "{count} events", count)

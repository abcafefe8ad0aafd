"""The table, and whether the targets are met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tools.bench.first_search import FirstSearch
from tools.bench.measure import MAIN, SEARCH, WORKER, Cost
from tools.bench.sizes import Sizes

STAGE_AND_PAGES = 0.6
"""Of the CPU time of the stock build."""
LARGEST_WORKER = 300.0
"""Megabytes."""
JOIN, LARGEST_JOIN = 0.002, 500.0
"""CPU seconds a briefing, twenty for ten thousand (never less than one in all), and megabytes, the loaded archive
included."""
FIRST_RESULTS, FIRST_COUNTS = 270.0, 440.0
"""Thousands of bytes until a first search of one word has its results, and its facets their counts."""
FIRST_HERE, FIRST_SLOW = 0.4, 2.5
"""Seconds until it has its results, on this machine and on the slow line."""
SAME_SIZE = 0.05
"""By how much page sizes may differ between the smallest archive and the largest."""


ONE_WORD, SEVERAL_WORDS, STOCK = "one word", "several words", "one word on the stock site"
"""What of a first search is measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One build of ours."""

    cost: Cost
    steps: Mapping[str, Mapping[str, float]]
    """Step, then part of it: CPU seconds. What no part took stands under ``rest``, and adds up to the whole."""
    walls: Mapping[str, float]
    """Seconds by the clock, by step."""
    pages: int
    rendered: int

    def cpu(self, *steps: str) -> float:
        """Return the CPU seconds of steps."""
        return sum(sum(self.steps[step].values()) for step in steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """What it took to tie an archive together, from nothing."""

    items: int
    """Of backgrounds."""
    tied: int
    cpu: float
    """Seconds, without loading."""
    peak: float
    """Megabytes, with the loaded archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Everything measured on an archive of one size."""

    briefings: int
    navigation: str
    """Of the stock build."""
    first: Build
    again: Build
    edited: Build
    join: Join
    stock: Cost
    """With the extensions that Material's documentation recommends: what ours is judged against."""
    bare: Cost
    """With none named."""
    ours: Sizes
    theirs: Sizes
    search: Mapping[str, FirstSearch]
    """A reader's first search, by what was measured: ours of one word, of several; the stock site's of one."""

    @property
    def ratio(self) -> float:
        """Stage and pages, over the stock build."""
        return self.first.cpu("stage", "pages") / self.stock.cpu

    @property
    def ratio_to_bare(self) -> float:
        """Stage and pages, over the stock build that names no extensions."""
        return self.first.cpu("stage", "pages") / self.bare.cpu


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is to be reached, and what was."""

    words: str
    met: bool


def targets(measured: Sequence[Measured]) -> Iterator[Target]:
    """Yield the targets; ``measured`` is in order of size."""
    small, large = measured[0], measured[-1]
    yield Target(
        words=f"{large.briefings:,} briefings: stage and pages at most {STAGE_AND_PAGES} × the CPU of the stock build"
        f" that Material's documentation recommends: {large.ratio:.2f} ({large.ratio_to_bare:.2f} of the one that"
        " names no extensions)",
        met=large.ratio <= STAGE_AND_PAGES,
    )
    worker = max(build.cost.peaks.get(WORKER, 0.0) for one in measured for build in (one.first, one.again, one.edited))
    yield Target(words=f"no worker over {LARGEST_WORKER:.0f} MB: {worker:.0f} MB", met=worker <= LARGEST_WORKER)
    limit = max(1.0, JOIN * large.briefings)
    yield Target(
        words=f"{large.briefings:,} briefings with {large.join.items:,} items: the join at most {limit:.0f} CPU s and"
        f" {LARGEST_JOIN:.0f} MB: {large.join.cpu:.1f} s, {large.join.peak:.0f} MB",
        met=large.join.cpu <= limit and large.join.peak <= LARGEST_JOIN,
    )
    first = large.search[ONE_WORD]
    yield Target(
        words=f"{large.briefings:,} briefings: a first search of one word at most {FIRST_RESULTS:.0f} kB,"
        f" {FIRST_COUNTS:.0f} kB with counts, {FIRST_HERE} s here, {FIRST_SLOW} s on a slow line:"
        f" {first.kilobytes:.0f} kB, {first.kilobytes_counted:.0f} kB, {first.here:.2f} s, {first.slow:.2f} s",
        met=first.kilobytes <= FIRST_RESULTS
        and first.kilobytes_counted <= FIRST_COUNTS
        and first.here <= FIRST_HERE
        and first.slow <= FIRST_SLOW,
    )
    grown = {
        "median": large.ours.median / small.ours.median - 1,
        "largest": large.ours.largest[1] / small.ours.largest[1] - 1,
    }
    yield Target(
        words=f"page size independent of N, {small.briefings:,} to {large.briefings:,} (within {SAME_SIZE:.0%}, indexes"
        f" apart): {', '.join(f'{name} {share:+.1%}' for name, share in grown.items())}",
        met=all(abs(share) <= SAME_SIZE for share in grown.values()),
    )


def table(one: Measured) -> Iterator[str]:
    """Yield the lines on one size."""
    yield f"{one.briefings:,} briefings"
    yield f"  {'':<34}{'CPU s':>8}{'wall s':>8}{'main MB':>9}{'worker MB':>11}{'search MB':>11}"
    yield from _ours("first build", one.first)
    yield from _ours(f"again, nothing changed ({one.again.rendered} rendered)", one.again)
    yield from _ours(f"one briefing edited ({one.edited.rendered} rendered)", one.edited)
    join = f"the join: {one.join.items:,} items, {one.join.tied:,} tied"
    yield f"  {join:<34}{one.join.cpu:>8.1f}{'':>8}{one.join.peak:>9.0f}"
    yield f"  stock Material with search and tags, {one.navigation}:"
    yield _row("stock, as its docs recommend", one.stock.cpu, one.stock.wall, one.stock.peaks)
    yield _row("stock, no extensions named", one.bare.cpu, one.bare.wall, one.bare.peaks)
    yield f"  stage and pages / stock as its docs recommend: {one.ratio:.2f}"
    yield f"  stage and pages / stock, no extensions named: {one.ratio_to_bare:.2f}"
    for name, sizes in (("ours", one.ours), ("stock", one.theirs)):
        yield (
            f"  {name}: {sizes.pages:,} pages, {sizes.site / 1e6:,.1f} MB; HTML bytes: median {sizes.median:,},"
            f" largest {sizes.largest[1]:,} ({sizes.largest[0]}); of briefings: median {sizes.median_briefing:,},"
            f" largest {sizes.largest_briefing:,}"
        )
    for name, search in one.search.items():
        yield (
            f"  first search, {name}: {search.kilobytes:,.0f} kB, {search.here:.2f} s;"
            f" on the slow line {search.slow:.2f} s;"
            f" with counts {search.kilobytes_counted:,.0f} kB, {search.slow_counted:.2f} s"
        )
    yield "  indexes: " + ", ".join(f"{path} {size:,}" for path, size in one.ours.indexes.items())
    yield ""


def _ours(name: str, build: Build) -> Iterator[str]:
    yield _row(name, build.cost.cpu, build.cost.wall, build.cost.peaks)
    for step, parts in build.steps.items():
        of = ", ".join(f"{part} {cpu:.2f}" for part, cpu in parts.items())
        yield f"{_row(f'  {step}', build.cpu(step), build.walls[step], {})}  {of}"


def _row(name: str, cpu: float, wall: float, peaks: Mapping[str, float]) -> str:
    roles = ((MAIN, 9), (WORKER, 11), (SEARCH, 11))
    memory = "".join(f"{peaks[role]:>{width}.0f}" if role in peaks else " " * width for role, width in roles)
    return f"  {name:<34}{cpu:>8.1f}{wall:>8.1f}{memory}"

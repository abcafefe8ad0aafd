"""What the command line prints: one block an input, one line a finding, one line a site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich import markup as rich_markup
from rich.console import Console

from builder.findings import Severity
from builder.formats import edtf
from builder.model.briefing import Briefing, Status
from builder.store.filing import Act

if TYPE_CHECKING:
    from builder.pipeline.ingest import Backdrop, Taken
    from builder.pipeline.site import Built

out = Console(highlight=False, soft_wrap=True, emoji=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)


_ONCE = ("ING001", "ING004")
"""Findings on the outlet, which many articles of a run share."""
_UNSEEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def escape(text: str) -> str:
    """Return text of others as it may be printed: no markup of ours, nothing that moves a terminal's cursor."""
    return rich_markup.escape(_UNSEEN.sub("�", text))


def summary(taken: Sequence[Taken]) -> str:
    """Return one line on what became of all inputs."""
    acts = Counter(one.filed.act if one.filed else None for one in taken if not one.passed_over)
    counted = (
        (acts[Act.MADE], "made"),
        (acts[Act.UNCHANGED], "already there"),
        (acts[Act.MERGED], "brought up to date"),
        (acts[Act.JOINED], "joined to a report that was there"),
        (acts[Act.CONFLICT], "in conflict with edits"),
        (acts[Act.INCOMING], "kept aside"),
        (acts[None], "refused"),
        (sum(one.passed_over for one in taken), "passed over"),
    )
    return f"{len(taken)} read: " + ", ".join(f"{count} {word}" for count, word in counted if count)


def print_taken(one: Taken, counts: Backdrop | None, said: set[str]) -> None:
    """Print what was made of one input, and what its editor should know; what was ``said`` before is not repeated.

    The thirty entries of a feed have one outlet, and it is unknown once.
    """
    out.print(f"[bold]{escape(one.name)}[/bold]")
    if one.filed is None:
        _row("refused", f"[red]{escape(one.refused or '')}[/red]", markup=True)
        return
    briefing = one.filed.briefing
    draft = "  (draft)" if briefing.status is Status.DRAFT else ""
    word = {Act.UNCHANGED: "unchanged", Act.INCOMING: "kept aside"}.get(one.filed.act, str(one.filed.act))
    _row(word, f"{one.filed.path}{draft}")
    if one.filed.act is not Act.UNCHANGED:
        _row("title", briefing.headline)
        _row("date", f"{_when(briefing)} · {briefing.outlet or 'no outlet'}")
        _row("tags", ", ".join(briefing.tags) or "none known")
        if one.proposed:
            _row("proposed", ", ".join(one.proposed) + '   (take one in: briefings tag accept "NAME")')
        if counts:
            _row("background", _backdrop(counts, one.recalled))
    for finding in one.findings:
        if finding.code in _ONCE and finding.message in said:
            continue
        said.add(finding.message)
        colour = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}[finding.severity]
        _row(str(finding.severity), f"[{colour}]{finding.code}[/{colour}] {escape(finding.message)}", markup=True)


def _row(name: str, text: str, *, markup: bool = False) -> None:
    out.print(f"  {name:<11}{text if markup else escape(text)}")


def _when(briefing: Briefing) -> str:
    if briefing.published is None:
        return "no date"
    day = edtf.label(briefing.published.day.isoformat())
    return f"{day}, {briefing.published.time:%H:%M %z}" if briefing.published.time else day


def _backdrop(counts: Backdrop, recalled: int) -> str:
    if not counts.items:
        return "none in the article"
    said = f"{counts.items} items, {counts.dated} dated, {counts.tied} tied to briefings of the archive"
    return f"{said}; {recalled} of them proposed from earlier briefings" if recalled else said


def as_json(one: Taken, counts: Backdrop | None) -> dict[str, object]:
    """Return the same for a machine."""
    briefing = one.filed.briefing if one.filed else None
    return {
        "input": one.name,
        "act": str(one.filed.act) if one.filed else "passed over" if one.passed_over else "refused",
        "file": one.filed.path if one.filed else None,
        "refused": one.refused,
        "title": briefing.headline if briefing else None,
        "date": briefing.published.isoformat() if briefing and briefing.published else None,
        "tags": list(briefing.tags) if briefing else [],
        "proposed": list(one.proposed),
        "background": {**asdict(counts), "proposed": one.recalled} if counts else None,
        "findings": [asdict(finding) for finding in one.findings],
    }


def print_built(built: Built, site: Path) -> None:
    """Print where the site is and what the build had to do."""
    published = built.published
    if published is None:
        out.print(f"{escape(_shown(site))}: nothing published, the last site stays; mend what is named above")
        return
    changed = (
        f"{published.written} files written, {published.removed} removed" if published.replaced else "nothing changed"
    )
    out.print(
        f"{_shown(site)}: {built.pages} pages of {built.briefings} briefings, {built.rendered} rendered; {changed}"
    )


def _shown(path: Path) -> str:
    """Return a path as the editor would type it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)

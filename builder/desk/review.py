"""What an editor should know about the archive before readers see it: one rule, one function, one code."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterator, Sequence

from builder.desk.copies import no_copies, wrong_days
from builder.desk.depth import too_deep
from builder.findings import Finding, Severity
from builder.model.address import stem
from builder.model.archive import Archive
from builder.model.briefing import BackgroundItem, Briefing, Status
from builder.model.moment import Moment

Rule = Callable[[Briefing, Archive, dt.date], Iterator[tuple[str, int, str, Severity]]]
"""Yields the key of the front matter (or nothing), the line (0: that of the key), the message, the severity."""


FUTURE = "DATE001"
"""Code of a day to come. A build says it too: what it makes must not depend on the day of the build, so it is shown."""
UNSETTLED = "MERGE001"
"""Code of the one finding that keeps a briefing out of the site: nobody has decided what it says."""
LIKE_A_DATE = re.compile(r"(?:\*\*|__)(\d{4,5}-\d{1,2}[^*_]{0,20})(?:\*\*|__)")
"""What stands where the date of an item stands, and is written like one."""
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def review(archive: Archive, today: dt.date, *, paths: Callable[[Briefing], str]) -> Iterator[Finding]:
    """Yield the findings on every briefing, in the archive's order; ``paths`` gives each its file."""
    for briefing in archive.briefings:
        for code, rule in RULES:
            for key, line, message, severity in rule(briefing, archive, today):
                at = line or briefing.layout.lines.get(key, 1)
                yield Finding(path=paths(briefing), line=at, code=code, message=message, severity=severity)


def _unknown_tags(briefing: Briefing, archive: Archive, _: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    for tag in briefing.tags:
        if tag not in archive.taxonomy.tags:
            now = archive.taxonomy.former.get(tag)
            hint = _nearest(tag, list(archive.taxonomy.tags), f'take it in with: briefings tag accept "{tag}"')
            hint = f"it is now {' or '.join(now)}" if now else hint
            yield "tags", 0, f'unknown tag "{tag}"; {hint}', Severity.ERROR


def _unknown_outlet(briefing: Briefing, archive: Archive, _: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    if briefing.outlet is None:
        yield "outlet", 0, "no outlet; say who published it with outlet:", _before_publishing(briefing)
    said = [("outlet", briefing.outlet), *(("carried_by", carrier.outlet) for carrier in briefing.carried_by)]
    for key, outlet in said:
        if outlet is not None and outlet not in archive.outlets:
            hint = _nearest(outlet, list(archive.outlets), "add it with briefings outlet add")
            yield key, 0, f'unknown outlet "{outlet}"; {hint}', Severity.WARNING


def _nearest(word: str, known: Sequence[str], otherwise: str) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.75)
    return f'did you mean "{near[0]}"?' if near else otherwise


def _no_attribution(briefing: Briefing, _: Archive, __: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    if not briefing.attribution and briefing.status is not Status.WITHDRAWN:
        yield "attribution", 0, "nobody is named as the source; add attribution:", _before_publishing(briefing)


def _before_publishing(briefing: Briefing) -> Severity:
    """Return how much a gap counts: in a draft it is still to be filled, and is only noted."""
    return Severity.NOTE if briefing.status is Status.DRAFT else Severity.WARNING


def _no_date(briefing: Briefing, _: Archive, __: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    if briefing.published is None:
        yield "date", 0, "no date of publication; add date:", Severity.WARNING


def _future(briefing: Briefing, _: Archive, today: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    for key, moment in ahead(briefing, today):
        yield key, 0, f"{moment.isoformat()} lies in the future; correct {key}:", Severity.ERROR


def ahead(briefing: Briefing, today: dt.date) -> Iterator[tuple[str, Moment]]:
    """Yield the keys of a briefing that tell a day to come, with what they tell."""
    # A day ahead is allowed: at the date line it is tomorrow already.
    latest = today + dt.timedelta(days=1)
    for key, moment in (("date", briefing.published), ("updated", briefing.updated)):
        if moment and moment.day > latest:
            yield key, moment


def _updated_before_published(briefing: Briefing, _: Archive, __: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    if briefing.published and briefing.updated and briefing.updated.day < briefing.published.day:
        yield "updated", 0, "updated before it was published; correct date: or updated:", Severity.WARNING


def _no_copy(briefing: Briefing, _: Archive, __: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    for words in no_copies(briefing):
        yield "archived", 0, words, Severity.WARNING


def _day_of_a_copy(briefing: Briefing, _: Archive, today: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    for words in wrong_days(briefing, today):
        yield "archived", 0, words, Severity.WARNING


def _after_its_article(briefing: Briefing, _: Archive, __: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    if briefing.published is None:
        return
    for item in _items(briefing.background):
        if item.date and item.date.first and item.date.first > briefing.published.day:
            later = f"background item of {item.date.text} is later than its article of {briefing.published.day}"
            yield "", item.line, f"{later}; correct the date", Severity.WARNING


def _no_date_of_an_item(briefing: Briefing, _: Archive, __: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    for item in _items(briefing.background):
        said = LIKE_A_DATE.match(item.text)
        if item.date is None and said:
            words = f'"{said[1]}" is no date, and the item has none; write it as 1962, 1962-06 or 1962-06-08'
            yield "", item.line, words, Severity.WARNING


def _items(items: Sequence[BackgroundItem]) -> Iterator[BackgroundItem]:
    for item in items:
        yield item
        yield from _items(item.children)


def _withdrawn(briefing: Briefing, _: Archive, __: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    if briefing.status is Status.WITHDRAWN and not briefing.reason:
        yield "status", 0, "withdrawn without a reason; add reason:", Severity.ERROR


def _empty(briefing: Briefing, _: Archive, __: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    if not briefing.body.strip():
        yield "", briefing.layout.body_line, "there is no text; write at least a lede", Severity.WARNING


def unsettled(briefing: Briefing) -> int | None:
    """Return the line of the first conflict mark that a merge left in the text, as ``git merge-file`` sets it."""
    at = _CONFLICT.search(briefing.body)
    return briefing.layout.body_line + briefing.body.count("\n", 0, at.start()) if at else None


def _unsettled(briefing: Briefing, _: Archive, __: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    line = unsettled(briefing)
    if line:
        words = "a merge left two versions here; keep one and take out the lines with <<<<<<<, ======= and >>>>>>>"
        yield "", line, words, Severity.ERROR


def _no_page(briefing: Briefing, _: Archive, __: dt.date) -> Iterator[tuple[str, int, str, Severity]]:
    body = briefing.body
    for at, words in too_deep(body):
        line = briefing.layout.body_line + body.count("\n", 0, at)
        yield "", line, f"{words}, or a build may leave the page out", Severity.ERROR


RULES: Sequence[tuple[str, Rule]] = (
    ("TAG101", _unknown_tags),
    ("OUT101", _unknown_outlet),
    ("ATT001", _no_attribution),
    (FUTURE, _future),
    ("DATE002", _no_date),
    ("DATE003", _updated_before_published),
    ("COPY001", _no_copy),
    ("COPY002", _day_of_a_copy),
    ("BG001", _after_its_article),
    ("BG002", _no_date_of_an_item),
    ("STAT001", _withdrawn),
    ("TEXT001", _empty),
    ("TEXT002", _no_page),
    (UNSETTLED, _unsettled),
)


def misfiled(archive: Archive, *, paths: Callable[[Briefing], str]) -> Iterator[Finding]:
    """Yield FILE003 for each briefing whose file stands under another day than its own."""
    for briefing in archive.briefings:
        path = paths(briefing)
        if path != f"briefings/{stem(briefing)}.md":
            line = briefing.layout.lines.get("date", 1)
            words = f"the file's place says another day than date:; it belongs to briefings/{stem(briefing)}.md"
            yield Finding(path=path, line=line, code="FILE003", message=words, severity=Severity.ERROR)

"""Links in a briefing's Markdown: final addresses where they lead somewhere, plain text and a finding where not."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from builder.desk.join.items import begins, places, target_path, walk
from builder.desk.stories.proposal import LINK
from builder.findings import Finding, Severity
from builder.formats import md_links, prose
from builder.formats.md_links import Form, Link
from builder.formats.timeline import LINK_TITLES
from builder.model.address import filed, stem
from builder.model.archive import Archive
from builder.model.briefing import Briefing, Section, Status, Tie
from builder.model.ids import Slug
from builder.model.sections import SectionKind
from builder.press.edition import Edition

THIS_EVENT, LATER = LINK_TITLES
"""Titles of links to the briefing of a background item; the timeline knows them by these."""

_NOT_OURS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#|$")


@dataclass(frozen=True, slots=True)
class _Led:
    """Where a link leads: below the archive's root, or nowhere."""

    to: str | None
    slug: Slug | None = None


def _follow(target: str, origin: str, by_stem: Mapping[str, Slug]) -> _Led:
    bare = re.split(r"[#?]", target, maxsplit=1)[0]
    rest = quote(target[len(bare) :], safe="#?&=%/:,;+!~*'")
    path = target_path(target)
    for place in places(origin, path or unquote(bare)):
        if path and place in by_stem:
            return _Led(f"{quote(place)}/{rest}", by_stem[place])
        if not path and place.startswith("media/"):
            return _Led(quote(place) + rest)
    return _Led(None)


def rewritten(edition: Edition, briefing: Briefing) -> Callable[[Section], str]:
    """Return a function that gives the text of a section of the briefing with its links rewritten.

    Links to briefings and media become addresses as seen from the page; those that lead nowhere leave their words.
    In a background they carry the title by which the timeline knows the briefing of an event, and one that says no
    more than ``Briefing`` shows its headline.
    """
    origin = edition.stems[briefing.slug]
    gone = _broken_labels(briefing.body, origin, edition.by_stem)

    def rewrite(section: Section) -> str:
        text, background = section.text, section.kind is SectionKind.BACKGROUND
        edits: list[tuple[int, int, str]] = []
        for link in md_links.find(text):
            if _NOT_OURS.match(link.target):
                continue
            led = _follow(link.target, origin, edition.by_stem)
            if led.to is None:
                edits += _plain(link)
            else:
                title = _title(edition, briefing, led.slug, link) if background and led.slug else link.title
                edits.append((*link.spot, _spot(f"../../../{led.to}", title, link)))
                if background and led.slug and text[slice(*link.words)] == LINK:
                    edits.append((*link.words, prose.escape(edition.archive.by_slug[led.slug].headline)))
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new + text[end:]
        return gone.sub(lambda found: found[1] or found[2] or "", text) if gone else text

    return rewrite


def relinked(edition: Edition, text: str, origin: str, up: str) -> str:
    """Return Markdown that is no briefing's, with the links of it rewritten as ``rewritten`` does.

    ``origin`` is the place of its file below the folder of the briefings, ``up`` the way from its page to the root.
    """
    edits: list[tuple[int, int, str]] = []
    for link in md_links.find(text):
        if not _NOT_OURS.match(link.target):
            led = _follow(link.target, origin, edition.by_stem)
            edits += _plain(link) if led.to is None else [(*link.spot, _spot(up + led.to, link.title, link))]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _title(edition: Edition, briefing: Briefing, slug: Slug, link: Link) -> str:
    other = edition.archive.by_slug[slug]
    if other.status is Status.WITHDRAWN:
        return link.title
    return LATER if filed(other) > filed(briefing) else THIS_EVENT


def _spot(url: str, title: str, link: Link) -> str:
    before = " " if link.form is Form.DEFINITION else ""
    quoted = title.replace('\\"', '"').replace('"', "&quot;")
    return f'{before}{url} "{quoted}"' if title else before + url


def _plain(link: Link) -> Iterator[tuple[int, int, str]]:
    """Yield the edits that leave a link's words alone; of a definition nothing is left but its line."""
    if link.form is Form.DEFINITION:
        yield link.start, link.end, ""
    else:
        yield link.start, link.words[0], ""
        yield link.words[1], link.end, ""


def _broken_labels(body: str, origin: str, by_stem: Mapping[str, Slug]) -> re.Pattern[str] | None:
    """Return what finds the uses of reference definitions that lead nowhere."""
    if "]:" not in body:
        return None
    labels = [
        re.escape(body[slice(*link.words)])
        for link in md_links.find(body)
        if link.form is Form.DEFINITION
        and not _NOT_OURS.match(link.target)
        and _follow(link.target, origin, by_stem).to is None
    ]
    if not labels:
        return None
    label = "|".join(labels)
    return re.compile(rf"!?\[([^\[\]\n]*)\]\[(?:{label})\]|!?\[({label})\](?:\[\])?(?![:(\[])", re.IGNORECASE)


def check(archive: Archive, events: Container[str] = ()) -> Iterator[Finding]:
    """Yield the links of every briefing and storyline that lead nowhere, and editors' words on ties that name nothing.

    LINK001: no such briefing. LINK002: no such page or file. LINK003: ``same_as`` or ``not_same_as`` names no item or
    no briefing. Media files are taken on trust here: no disk is looked at.
    """
    by_stem = {stem(b): b.slug for b in archive.briefings}
    for storyline in archive.storylines.values():
        copy = _Copy(origin=f"storylines/{storyline.id}", body=storyline.body, first_line=storyline.body_line)
        yield from _faults(archive, by_stem, copy)
    for briefing in archive.briefings:
        origin = stem(briefing)
        path = f"briefings/{origin}.md"
        waits = briefing.status is Status.DRAFT
        copy = _Copy(origin=origin, body=briefing.body, first_line=briefing.layout.body_line, draft=waits)
        yield from _faults(archive, by_stem, copy)
        for key, ties in (("same_as", briefing.same_as), ("not_same_as", briefing.not_same_as)):
            for tie in ties:
                message = _tie_fault(archive, briefing, tie, events)
                if message:
                    line = briefing.layout.lines.get(key, 1)
                    yield Finding(path=path, line=line, code="LINK003", message=f"{key}: {message}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """The Markdown of a file."""

    origin: str
    """The file's place below the folder of the briefings, without its ending."""
    body: str
    first_line: int
    """The line of the file on which the body begins, counted from 1."""
    draft: bool = False


def _faults(archive: Archive, by_stem: Mapping[str, Slug], copy: _Copy) -> Iterator[Finding]:
    for link in md_links.find(copy.body):
        if _NOT_OURS.match(link.target):
            continue
        fault = _fault(archive, by_stem, copy, link.target)
        if fault:
            code, message, severity = fault
            line = copy.first_line + copy.body.count("\n", 0, link.start)
            path = f"briefings/{copy.origin}.md"
            yield Finding(path=path, line=line, code=code, message=message, severity=severity)


def _fault(archive: Archive, by_stem: Mapping[str, Slug], copy: _Copy, target: str) -> tuple[str, str, Severity] | None:
    led = _follow(target, copy.origin, by_stem)
    if led.slug is not None:
        waits = archive.by_slug[led.slug].status is Status.DRAFT and not copy.draft
        words = f'"{target}" is a draft; the link is shown as plain text until it is published'
        return ("LINK001", words, Severity.NOTE) if waits else None
    if led.to is not None:
        return None
    path = target_path(target)
    if path is None:
        words = f'"{target}" leads nowhere; link a briefing by its .md file, a picture in media/, or a full address'
        return "LINK002", words, Severity.WARNING
    hint = _meant(posixpath.basename(path).removesuffix(".md"), copy.origin, by_stem)
    return "LINK001", f'there is no briefing "{target}"; {hint}', Severity.WARNING


def _meant(name: str, origin: str, by_stem: Mapping[str, Slug]) -> str:
    """Return the next act: the path of the briefing with that slug, wherever it stands."""
    slug = re.sub(r"^\d\d-", "", name)
    for other, its_slug in by_stem.items():
        if its_slug == slug:
            return f'did you mean "{posixpath.relpath(other, posixpath.dirname(origin))}.md"?'
    return "correct the path or take the link out"


def _tie_fault(archive: Archive, briefing: Briefing, tie: Tie, events: Container[str]) -> str:
    if Slug(tie.event) not in archive.by_slug and tie.event not in events:
        return f'there is no briefing "{tie.event}", nor an event of that id'
    if not any(begins(item, tie.item) for _, item in walk(briefing.background)):
        return f'no background item begins with "{tie.item}"'
    return ""

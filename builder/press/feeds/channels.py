"""What can be followed: the archive, each subject, each storyline, each outlet that published."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.languages.catalogue import marked
from builder.model.briefing import Briefing
from builder.model.ids import TagId
from builder.press.edition import Edition

LATEST = 30
"""Briefings in the feed of the archive."""
LATEST_OF_LIST = 20
"""In the feed of one of its lists."""
WHOLE = "Everything"
SUBJECTS, STORYLINES, OUTLETS = marked("Subjects"), marked("Storylines"), marked("Outlets")
FORMER = marked("Former subjects")

ATOM, RSS, JSON = "atom", "rss", "json"
FILES = {ATOM: "feed.xml", RSS: "rss.xml", JSON: "feed.json"}
"""Formats, and the names of their files."""

NAMESPACE = uuid.UUID("f8bb7b2b-b18c-457c-8337-9e9c4c38ef16")
"""Of the ids below; drawn once, never to change."""
BEFORE_ALL = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""When something without a date was published: a feed may not leave it open, and must not ask the clock."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One list that can be followed."""

    base: str
    """Where its page stands, ``tags/geneva/``; empty for the archive. Its feeds are named by it."""
    title: str
    group: str
    briefings: Sequence[Briefing]
    """Newest first."""

    def root(self, site_url: str | None) -> str:
        """Return the way from its feeds to the root: the site's address, or a relative one without it."""
        return site_url or "../" * self.base.count("/")


def channels(edition: Edition) -> Iterator[tuple[str, Channel]]:
    """Yield every channel with the folder in which its feeds stand: its own, or that of a subject it has taken over."""
    name = edition.settings.site_name
    yield "", Channel(base="", title=name, group=WHOLE, briefings=edition.listed[: -LATEST - 1 : -1])
    for tag in edition.subjects:
        yield f"tags/{tag}/", _subject(edition, (tag,), f"tags/{tag}/", SUBJECTS)
    for story in edition.stories:
        title, base = story.storyline.title, f"storylines/{story.storyline.id}/"
        yield base, _list(base, f"{title} · {name}", STORYLINES, story.briefings)
    for outlet, briefings in edition.by_outlet.items():
        base = f"outlets/{outlet}/"
        yield base, _list(base, f"{edition.outlet_name(outlet)} · {name}", OUTLETS, briefings)
    for old, heirs in sorted(edition.archive.taxonomy.former.items()):
        if old in edition.by_tag:
            continue
        # A feed cannot redirect. Who follows the old address gets what the tag has become, named by its new one.
        base = f"tags/{heirs[0]}/" if len(heirs) == 1 else f"tags/{old}/"
        yield f"tags/{old}/", _subject(edition, heirs, base, FORMER)


def _list(base: str, title: str, group: str, briefings: Sequence[Briefing]) -> Channel:
    return Channel(base=base, title=title, group=group, briefings=briefings[: -LATEST_OF_LIST - 1 : -1])


def _subject(edition: Edition, tags: Sequence[TagId], base: str, group: str) -> Channel:
    title = f"{edition.say.listed([edition.label(tag) for tag in tags])} · {edition.settings.site_name}"
    return Channel(base=base, title=title, group=group, briefings=_latest(edition, tags))


def _latest(edition: Edition, tags: Sequence[TagId]) -> Sequence[Briefing]:
    """Return the latest briefings of tags, newest first."""
    if len(tags) == 1:
        return edition.by_tag.get(tags[0], ())[: -LATEST_OF_LIST - 1 : -1]
    wanted = {briefing.slug for tag in tags for briefing in edition.by_tag.get(tag, ())[-LATEST_OF_LIST:]}
    return [briefing for briefing in reversed(edition.listed) if briefing.slug in wanted][:LATEST_OF_LIST]


def places(base: str) -> Mapping[str, str]:
    """Return the addresses of a list's feeds, by format; ``base`` is the list's own address."""
    return {name: base + file for name, file in FILES.items()}


def identity(path: str) -> str:
    """Return the permanent id of what stands at a path: a URN made from the path alone.

    Atom wants an absolute IRI that never changes, even when the feed moves. An address of the site would change with
    ``site_url``, which an archive may not have; a ``tag:`` URI (RFC 4151) must begin with a domain or mailbox that
    its maker held on the day it names, and this one may hold none. A name-based UUID (RFC 9562, version 5) asks for no
    owner, and the path of a briefing is permanent.
    """
    return uuid.uuid5(NAMESPACE, path).urn


def changed(briefing: Briefing) -> dt.datetime:
    """Return when a briefing last changed, as far as it says: published, the outlet's update, our latest correction."""
    moments = (briefing.published, briefing.updated, *(correction.date for correction in briefing.corrections))
    return max((moment.order for moment in moments if moment), default=BEFORE_ALL)


def published(briefing: Briefing) -> dt.datetime:
    """Return when a briefing was published."""
    return briefing.published.order if briefing.published else BEFORE_ALL


def clean(text: str) -> str:
    """Return text without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)

"""Where compositions go: new ones are filed, new versions merged, and an editor's words never overwritten."""

from __future__ import annotations

import contextlib
import dataclasses
import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from courlan import normalize_url

from builder.errors import BadSettings, MalformedCopy
from builder.formats import briefing_md
from builder.model.address import filed, stem
from builder.model.briefing import Briefing, Wire
from builder.model.ids import Slug
from builder.store.files import read_text, write
from builder.store.merge import merge
from builder.store.shelf import FOLDER, Shelf, slug_of

KEPT = ".briefings"
"""Beside ``briefings/``: ``source/`` (texts as read), ``base/`` (as ingest composed), ``incoming/`` (for an editor)."""
_WIRE = re.compile(r"^wire: \{[^\r\n]*\}$", re.MULTILINE)
_HEAD = ("outlet", "url", "published", "byline", "carried_by")
"""Fields that say who published a report."""


class Act(enum.StrEnum):
    """What became of a composition."""

    MADE = "made"
    UNCHANGED = "unchanged"
    MERGED = "merged"
    CONFLICT = "conflict"
    JOINED = "joined"
    """Another outlet's copy of a report that is there already."""
    INCOMING = "incoming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """Where a composition went."""

    act: Act
    path: str
    """Relative to the archive's root."""
    briefing: Briefing
    source: str | None = None
    """Of a version that was read once before, and so not merged again: where its text is kept."""


@dataclass(slots=True)
class Cabinet:
    """The archive's folder, as ``ingest`` files into it, one composition after the other."""

    root: Path
    by_sha: dict[str, Slug]
    by_url: dict[str, Slug]
    paths: dict[Slug, str]
    briefings: dict[Slug, Briefing]

    @classmethod
    def of(cls, shelf: Shelf) -> Cabinet:
        """Return the cabinet of a loaded archive."""
        unreadable = dict(_last_read(shelf))
        briefings = {**dict(shelf.archive.by_slug), **{slug: briefing for slug, (_, briefing) in unreadable.items()}}
        return cls(
            root=shelf.root,
            by_sha={b.wire.sha256: slug for slug, b in briefings.items() if b.wire},
            by_url={_same_address(b.url): slug for slug, b in briefings.items() if b.url},
            paths={**shelf.paths, **{slug: path for slug, (path, _) in unreadable.items()}},
            briefings=briefings,
        )

    def known(self, sha256: str) -> Filed | None:
        """Return the briefing that came of the same bytes, if there is one: then there is nothing to do."""
        slug = self.by_sha.get(sha256)
        return None if slug is None else self.unchanged(slug)

    def says_the_same(self, briefing: Briefing) -> bool:
        """Tell whether the archive has a briefing of the same title that came of the same bytes."""
        held = self.by_sha.get(briefing.wire.sha256) if briefing.wire else None
        return held is not None and self.briefings[held].headline == briefing.headline

    def file(self, composed: Briefing, source: str | None, *, before: Slug | None) -> Filed:
        """File a composition as new, or as a new version of the briefing ``before``; keep its source text and its base.

        ``source`` is ``None`` for a briefing that names a source of its own: that text was never here. A version that
        was read once is not read again: an inbox that holds the first and the second would otherwise go back and forth
        between them.
        """
        waiting = before is not None and self._incoming(before).is_file()
        if before is not None and not waiting and composed.wire and self._source(composed.wire).is_file():
            return self._read_before(composed.wire, before)
        done = self._new(composed) if before is None else self._again(self.briefings[before], composed)
        self._keep(composed, source, done)
        return done

    def _read_before(self, wire: Wire, slug: Slug) -> Filed:
        now = self.briefings[slug].wire
        kept = self._source(wire).relative_to(self.root).as_posix()
        same = now is not None and now.sha256 == wire.sha256
        return dataclasses.replace(self.unchanged(slug), source=None if same else kept)

    def complete(self, slug: Slug, completed: Briefing) -> Filed:
        """Add to a briefing what its composition lacked and ``completed`` has; an editor's words stay."""
        done = self._again(self.briefings[slug], completed)
        self.briefings[slug] = done.briefing
        return done

    def join(self, main: Briefing, composed: Briefing, source: str | None) -> Filed:
        """Write a briefing that says, other than before, who else carried its report; its text stays.

        The base says it too, so that a later version of the report does not take it for an editor's change.
        """
        path = self.paths[main.slug]
        try:
            briefing_md.loads(read_text(self.root / path), slug=main.slug)
        except MalformedCopy:
            # An unsettled conflict, or an editor's slip: what is known of it is older than the words that stand there.
            return self._aside(dataclasses.replace(composed, slug=main.slug), main)
        text = briefing_md.dumps(main)
        # What could not be read again must not take the place of what can.
        briefing_md.loads(text, slug=main.slug)
        base = self._base(main.slug)
        if base.is_file():
            said = {key: getattr(main, key) for key in _HEAD}
            first = dataclasses.replace(briefing_md.loads(read_text(base), slug=main.slug), **said)
            write(base, briefing_md.dumps(first).encode())
        self._write(path, text.encode())
        done = Filed(act=Act.JOINED, path=path, briefing=main)
        self._keep(composed, source, done)
        return done

    def text_as_composed(self, slug: Slug) -> str:
        """Return what ``ingest`` made before any editor cut it; what was written by hand is as it stands."""
        base = self._base(slug)
        return base.read_text("utf-8", "replace") if base.is_file() else briefing_md.dumps(self.briefings[slug])

    def as_composed(self, slug: Slug) -> Briefing:
        """Return the same as a value; a base that somebody broke counts for nothing."""
        try:
            return briefing_md.loads(self.text_as_composed(slug), slug=slug)
        except MalformedCopy:
            return self.briefings[slug]

    def composed_before(self, slug: Slug) -> Briefing | None:
        """Return what ``ingest`` composed of a briefing's article; of what was written by hand it composed nothing."""
        return self.as_composed(slug) if self._base(slug).is_file() else None

    def unchanged(self, slug: Slug) -> Filed:
        """Return a briefing to which nothing was done."""
        return Filed(act=Act.UNCHANGED, path=self.paths[slug], briefing=self.briefings[slug])

    def _keep(self, composed: Briefing, source: str | None, done: Filed) -> None:
        if composed.wire:
            if source is not None:
                write(self._source(composed.wire), source.encode())
            self.by_sha[composed.wire.sha256] = done.briefing.slug
        if composed.url and composed.url == done.briefing.url:
            self.by_url[_same_address(composed.url)] = done.briefing.slug
        if done.act is not Act.INCOMING:
            self.paths[done.briefing.slug] = done.path
            self.briefings[done.briefing.slug] = done.briefing

    def _source(self, wire: Wire) -> Path:
        return self.root / KEPT / "source" / f"{wire.sha256}.txt"

    def version_of(self, composed: Briefing) -> Slug | None:
        """Return the briefing of an earlier version of the same report, if there is one.

        That is the same address, or the same outlet, day and headline with no address that differs.
        """
        if composed.url and _same_address(composed.url) in self.by_url:
            return self.by_url[_same_address(composed.url)]
        for slug in _numbered(composed.slug):
            same = self.briefings.get(slug)
            if same is None:
                return None
            apart = same.url and composed.url and same.url != composed.url
            # Who forgets to name the outlet does not mean another one.
            known = composed.outlet is None or same.outlet == composed.outlet
            if apart or not known or filed(same) != filed(composed):
                continue
            # Two long headlines can have one slug, and an editor may have changed the headline.
            if self.as_composed(slug).headline == composed.headline:
                return slug
        return None

    def _new(self, composed: Briefing) -> Filed:
        if composed.slug not in self.briefings and self._path(composed).exists():
            # A file stands there that cannot be loaded: an editor has to see to it before anything else does.
            return self._aside(composed, composed)
        named = (dataclasses.replace(composed, slug=slug) for slug in _numbered(composed.slug))
        briefing = next(b for b in named if b.slug not in self.briefings and not self._path(b).exists())
        path = f"{FOLDER}/{stem(briefing)}.md"
        text = briefing_md.dumps(briefing).encode()
        # What could not be read again must not look as if it were filed.
        briefing_md.loads(text.decode(), slug=briefing.slug)
        write(self._base(briefing.slug), text)
        self._write(path, text)
        return Filed(act=Act.MADE, path=path, briefing=briefing)

    def _again(self, before: Briefing, composed: Briefing) -> Filed:
        path = self.paths[before.slug]
        url = composed.url
        if url and before.url and _same_address(url) == _same_address(before.url):
            url = before.url
        # Who else carried the report is what the archive knows, and no version of the report says it; whether it stands
        # is an editor's word; and the day it was published on is where its file stands and where readers found it.
        composed = dataclasses.replace(
            composed,
            slug=before.slug,
            url=url,
            carried_by=before.carried_by,
            status=before.status,
            reason=before.reason,
            published=composed.published if filed(composed) == filed(before) else before.published,
        )
        new = briefing_md.dumps(composed)
        base = self._base(before.slug)
        try:
            edited, composed_before = read_text(self.root / path), read_text(base) if base.is_file() else None
        except MalformedCopy:
            composed_before = None
        if composed_before is None:
            return self._aside(composed, before)
        merged = merge(*_of_one_input(edited, composed_before, new), new)
        changed = self._write(path, merged.text.encode())
        write(base, new.encode())
        if merged.conflicts:
            return Filed(act=Act.CONFLICT, path=path, briefing=before)
        try:
            after = briefing_md.loads(merged.text, slug=before.slug)
        except MalformedCopy:
            return Filed(act=Act.CONFLICT, path=path, briefing=before)
        return Filed(act=Act.MERGED if changed else Act.UNCHANGED, path=path, briefing=after)

    def _write(self, path: str, content: bytes) -> bool:
        """Write a briefing's file. Raises ``BadSettings`` where a link would lead the text out of the archive."""
        if not (self.root / path).parent.resolve().is_relative_to(self.root.resolve()):
            raise BadSettings(f"{path} leads out of the archive through a link; put a real folder in its place")
        return write(self.root / path, content)

    def aside(self, composed: Briefing, before: Slug) -> Filed:
        """Keep for an editor what claims to be a new version of a briefing and is hardly one."""
        return self._aside(dataclasses.replace(composed, slug=before), self.briefings[before])

    def _aside(self, composed: Briefing, before: Briefing) -> Filed:
        incoming = self._incoming(composed.slug)
        write(incoming, briefing_md.dumps(composed).encode())
        return Filed(act=Act.INCOMING, path=incoming.relative_to(self.root).as_posix(), briefing=before)

    def _incoming(self, slug: Slug) -> Path:
        return self.root / KEPT / "incoming" / f"{slug}.md"

    def _path(self, briefing: Briefing) -> Path:
        return self.root / FOLDER / f"{stem(briefing)}.md"

    def _base(self, slug: Slug) -> Path:
        return self.root / KEPT / "base" / f"{slug}.md"


def _of_one_input(edited: str, before: str, new: str) -> tuple[str, str]:
    """Return an edited text and its base as if both had come of the input that the new version came of.

    Every version has another input, and no editor a word on it. But the line stands below ``status: draft``, which she
    takes out to publish, and two changes side by side are a conflict.
    """
    wires = [_WIRE.search(text) for text in (edited, before, new)]
    if not all(wires) or len({found[0] for found in wires[:2] if found}) != 1 or not wires[2]:
        return edited, before
    now = wires[2][0]
    return tuple(_WIRE.sub(lambda _: now, text, count=1) for text in (edited, before))  # type: ignore[return-value]


def _same_address(url: str) -> str:
    """Return what is the same of all forms of an address: no scheme, ``www.``, fragment, or trace of who linked it."""
    return normalize_url(url).partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")


def _numbered(slug: Slug) -> Iterator[Slug]:
    yield slug
    for number in count(2):
        yield Slug(f"{slug}-{number}")


def _last_read(shelf: Shelf) -> Iterator[tuple[Slug, tuple[str, Briefing]]]:
    """Yield what ingest last composed of each briefing that cannot be read now.

    An editor's slip, or a conflict that is not settled yet, must not make its article look like a new one.
    """
    for finding in shelf.findings:
        slug = slug_of(finding.path)
        base = shelf.root / KEPT / "base" / f"{slug}.md"
        if slug not in shelf.archive.by_slug and base.is_file():
            with contextlib.suppress(MalformedCopy):
                yield slug, (finding.path, briefing_md.loads(read_text(base), slug=slug))

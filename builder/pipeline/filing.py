"""Where a composition goes: a new briefing, a new version of one, or another outlet's copy of one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from builder.desk import likeness, reprints
from builder.desk.likeness import Likeness, Runs, Texts
from builder.desk.stories import proposal
from builder.desk.stories.story import Stories
from builder.findings import Finding, Severity
from builder.model.briefing import Briefing
from builder.model.ids import Slug
from builder.store.cache import Cache
from builder.store.filing import Act, Cabinet, Filed

ANOTHER = 0.1
"""Of the shorter text's runs: below it, nothing of the earlier version is left, and an editor has to look."""
_RUNS = "runs/1"
"""Part of the key of a text's runs: another way to make them is another number."""


@dataclass(slots=True)
class Filing:
    """One run's filing, which knows what it has filed itself."""

    cabinet: Cabinet
    remembered: Path
    """Where the runs of the archive's texts are kept from run to run."""
    stories: Stories = field(default_factory=Stories)
    """Of the archive as the run found it, and of what the run has filed."""
    lines: int = 0
    """Of background to propose at most for a new briefing."""
    _texts: Texts | None = field(default=None, init=False)
    """Of the archive as the run found it; made when the first text asks."""
    _added: dict[Slug, Runs] = field(default_factory=dict, init=False)

    def file(self, composed: Briefing, source: str | None, *, name: str) -> tuple[Filed, tuple[Finding, ...]]:
        """File a composition where it belongs, and say what an editor should know of that.

        One of an article takes with it what the archive proposes for its background. A later version takes the
        proposal of the first time and no other: what an editor made of it since then stays.
        """
        text = likeness.runs(likeness.report(composed))
        before = self.cabinet.version_of(composed)
        near = self._nearest(composed, text) if before is None else None
        remarks: list[Finding] = []
        if before is not None and self._is_another(before, composed, text):
            filed = self.cabinet.aside(composed, before)
        elif near is None:
            filed = self._put(composed, source, before)
        else:
            filed = self._again(composed, source, near, remarks, name)
        if filed.act is Act.MADE:
            self._added[filed.briefing.slug] = text
            self.stories.add(filed.briefing)
        return filed, (*remarks, *_remarks(filed))

    def _again(
        self, composed: Briefing, source: str | None, near: Likeness, remarks: list[Finding], name: str
    ) -> Filed:
        """File what another briefing says already: as its new version, as a reprint, or, in doubt, by itself."""
        main = self.cabinet.briefings[near.slug]
        if composed.outlet is None:
            words = f"{near}; not filed again: name its outlet with --outlet to note who else carried the report"
            remarks.append(Finding(path=name, code="ING013", message=words))
            return self.cabinet.unchanged(near.slug)
        if reprints.carries(main, composed.outlet, composed.url):
            same = main.outlet == composed.outlet
            return self._put(composed, source, near.slug) if same else self.cabinet.unchanged(near.slug)
        if main.outlet == composed.outlet and main.url and composed.url:
            words = f"{near}, at another address of the same outlet; if it is the same report, remove one of them"
            remarks.append(Finding(path=name, code="ING012", message=words))
            return self._put(composed, source, None)
        if main.outlet in {composed.outlet, None}:
            return self._put(composed, source, near.slug)
        joined = reprints.joined(main, composed, composed.outlet)
        words = f"carried by {composed.outlet} too: {near}"
        if joined.outlet != main.outlet:
            words += f"; {joined.outlet} published it first and is the main outlet now, {main.outlet} under carried_by"
        severity = Severity.NOTE if joined.outlet == main.outlet else Severity.WARNING
        remarks.append(Finding(path=name, code="ING014", message=words, severity=severity))
        return self.cabinet.join(joined, composed, source)

    def _put(self, composed: Briefing, source: str | None, before: Slug | None) -> Filed:
        if before and (completed := self._learned(before, composed)):
            return self.cabinet.complete(before, completed)
        # What came in as a briefing has a head of its own; somebody wrote its background already.
        if not composed.layout.head:
            first = self.cabinet.composed_before(before) if before else None
            lines = proposal.lines(self.stories, composed, self.lines) if before is None else ()
            composed = proposal.beside(composed, proposal.of(first) if first else lines)
        return self.cabinet.file(composed, source, before=before)

    def _learned(self, before: Slug, composed: Briefing) -> Briefing | None:
        """Return what was composed of the same bytes before, with what nobody knew then; ``None`` for nothing new."""
        filed = self.cabinet.briefings[before].wire
        same = filed and composed.wire and filed.sha256 == composed.wire.sha256
        first = self.cabinet.composed_before(before) if same else None
        return reprints.completed(first, composed) if first else None

    def _is_another(self, before: Slug, composed: Briefing, text: Runs) -> bool:
        """Tell whether what claims to be a new version is another outlet's, or another text altogether.

        An address is what the input says of itself, and anybody can say it.
        """
        main = self.cabinet.briefings[before]
        if main.outlet and composed.outlet and main.outlet != composed.outlet:
            return True
        first = likeness.runs(likeness.report(self.cabinet.as_composed(before)))
        near = Texts({before: first}).nearest(text)
        long_enough = min(len(first), len(text)) >= likeness.FEWEST
        return long_enough and (near is None or near.share < ANOTHER)

    def _nearest(self, composed: Briefing, text: Runs) -> Likeness | None:
        if self._texts is None:
            self._texts = Texts(self._archive())
        found = filter(None, (self._texts.nearest(text), Texts(self._added).nearest(text)))
        near = max(found, key=lambda one: one.share, default=None)
        return near if near and likeness.same_report(near, composed, self.cabinet.briefings[near.slug]) else None

    def _archive(self) -> dict[Slug, Runs]:
        """Return the runs of every text of the archive as it came in, before an editor cut it."""
        texts = {slug: self.cabinet.text_as_composed(slug) for slug in self.cabinet.briefings}
        keys = {slug: f"{_RUNS} {hashlib.sha256(text.encode()).hexdigest()}" for slug, text in texts.items()}
        with Cache(self.remembered) as cache:
            known = cache.get_many(keys.values())
            made = {
                key: likeness.runs(likeness.report(self.cabinet.as_composed(slug)))
                for slug, key in keys.items()
                if key not in known
            }
            cache.put_many((key, one.tobytes()) for key, one in made.items())
            cache.prune()
        return {
            slug: made[key] if key in made else np.frombuffer(known[key], dtype=np.uint32) for slug, key in keys.items()
        }


def _remarks(filed: Filed) -> Iterator[Finding]:
    if filed.source is not None:
        words = f"this version was read once before, and is not merged again; if it is to be, delete {filed.source}"
        yield Finding(path=filed.path, code="ING015", message=words, severity=Severity.NOTE)
    if filed.act is Act.INCOMING:
        words = "a new version that cannot be merged was kept aside; compare it with the briefing, then delete it"
        yield Finding(path=filed.path, code="ING010", message=words)
    if filed.act is Act.CONFLICT:
        words = "a new version changes what an editor changed too; settle the places marked <<<<<<< and >>>>>>>"
        yield Finding(path=filed.path, code="ING011", message=words, severity=Severity.ERROR)

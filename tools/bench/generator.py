"""An archive out of thin air: as many briefings as asked for, the same ones for the same seed."""

from __future__ import annotations

import datetime as dt
import json
import math
import random
import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from builder.formats import outlets_yml, taxonomy_yml
from builder.model.taxonomy import TagKind
from tools.bench.phrases import Phrases, fill, invent, of

LAST = dt.date(2024, 12, 31)
A_DAY = 2.0
"""Briefings a day: a thousand are a year and a half, ten thousand are fourteen years."""
WORDS = 500
RECALLED = 2 / 3
"""Of background items: those that recall an earlier briefing."""
OF_ITS_OWN = 0.7
"""Of the names in a briefing: those that are among its tags."""
SHIFT = 2.7
"""Zipf–Mandelbrot: the commonest tag stands on a third of the briefings, as in a desk's long stories."""
_KINDS = (TagKind.PERSON,) * 4 + (TagKind.PLACE,) * 2 + (TagKind.ORGANISATION,) * 2 + (TagKind.TOPIC,) * 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A tag with the name that texts use."""

    id: str
    name: str
    kind: TagKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One briefing: what the rest of the archive may recall of it, and the parts of its file."""

    day: dt.date
    slug: str
    title: str
    tags: tuple[str, ...]
    recollection: str
    """What later briefings say of it; it names one of its tags."""
    head: str
    """Front matter without the marks around it."""
    body: str

    @property
    def path(self) -> str:
        """Path below ``briefings/``."""
        return f"{self.day:%Y/%m/%d}-{self.slug}.md"

    @property
    def text(self) -> str:
        """The file."""
        return f"---\n{self.head}---\n{self.body}"


def taxonomy_size(briefings: int) -> int:
    """Return how many subjects an archive has: 253 for a thousand briefings, 800 for ten thousand (Heaps' law)."""
    return max(20, round(8 * math.sqrt(briefings)))


def archive(briefings: int, *, seed: int, sample: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of a ``briefings/`` folder. ``sample`` is one whose sentences are varied."""
    rng = random.Random(f"{seed}/{briefings}")  # noqa: S311 - repeatable is what it has to be
    subjects, tags = _taxonomy(taxonomy_size(briefings), sample, rng)
    outlets = _outlets(round(math.sqrt(briefings) / 4) + 5, rng)
    yield "tags.yml", tags
    yield "outlets.yml", "".join(outlets.values())
    desk = _Desk(rng=rng, phrases=of(sample), subjects=subjects, outlets=tuple(outlets))
    for day in _days(briefings, rng):
        made = desk.write(day)
        yield made.path, made.text


def _taxonomy(size: int, sample: Path, rng: random.Random) -> tuple[tuple[Subject, ...], str]:
    """Return the subjects, commonest first, and their file: the sample's own, then invented ones."""
    text = (sample / "tags.yml").read_text(encoding="utf-8")
    known = taxonomy_yml.loads(text)
    subjects = [Subject(id=tag.id, name=tag.label("en"), kind=tag.kind) for tag in known.tags.values()]
    names = {name.casefold() for tag in known.tags.values() for name in tag.names()}
    lines = [text.rstrip("\n")]
    while len(subjects) < size:
        kind = rng.choice(_KINDS)
        name = invent(kind, rng)
        if name.casefold() in names:
            continue
        names.add(name.casefold())
        subject = Subject(id=_slug(name), name=name, kind=kind)
        subjects.append(subject)
        lines.append(f"{subject.id}:\n  label: {{en: {json.dumps(name)}}}\n  kind: {kind}")
    rng.shuffle(subjects)
    return tuple(subjects[:size]), "\n".join(lines) + "\n"


def _outlets(size: int, rng: random.Random) -> dict[str, str]:
    outlets: dict[str, str] = {}
    while len(outlets) < size:
        place = invent(TagKind.PLACE, rng)
        name = f"{place} {rng.choice(('Courier', 'Gazette', 'Herald', 'Post', 'Telegraph', 'Wire'))}"
        kind = "agency" if name.endswith("Wire") else "newspaper"
        outlets[_slug(name)] = f"{_slug(name)}:\n  name: {name}\n  language: en\n  kind: {kind}\n"
    outlets_yml.loads("".join(outlets.values()))
    return outlets


def _days(briefings: int, rng: random.Random) -> list[dt.date]:
    days = [LAST - dt.timedelta(n) for n in range(max(1, round(briefings / A_DAY)))][::-1]
    weights = [3 if day.weekday() < 5 else 1 for day in days]  # noqa: PLR2004 - Saturday and Sunday are quiet
    return sorted(rng.choices(days, weights, k=briefings))


@dataclass(slots=True, kw_only=True)
class _Desk:
    """Writes one briefing after the other, and remembers what it wrote."""

    rng: random.Random
    phrases: Phrases
    subjects: Sequence[Subject]
    outlets: Sequence[str]
    written: dict[str, list[Made]] = field(default_factory=dict)
    """By tag, oldest first."""
    _slugs: set[str] = field(default_factory=set)
    _weights: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._weights = list(accumulate(1 / (rank + SHIFT) for rank in range(len(self.subjects))))

    def write(self, day: dt.date) -> Made:
        own = self._own_subjects()
        title = self._say(self.phrases.headlines, own)
        slug = self._new_slug(title)
        tags = tuple(subject.id for subject in own)
        made = Made(
            day=day,
            slug=slug,
            title=title,
            tags=tags,
            recollection=self._recollection(title, own),
            head=self._head(day, slug, title, tags),
            body=self._body(day, own),
        )
        for tag in tags:
            self.written.setdefault(tag, []).append(made)
        return made

    def _subject(self) -> Subject:
        return self.subjects[bisect(self._weights, self.rng.random() * self._weights[-1])]

    def _own_subjects(self) -> tuple[Subject, ...]:
        own: dict[str, Subject] = {}
        while len(own) < 4 or (len(own) < 8 and self.rng.random() < 0.5):  # noqa: PLR2004 - five on average
            subject = self._subject()
            own[subject.id] = subject
        return tuple(own.values())

    def _say(self, phrases: Sequence[str], own: Sequence[Subject]) -> str:
        """Return a sentence that speaks of the briefing's own subjects more often than of others."""

        def name(kind: str) -> str:
            fitting = [subject.name for subject in own if subject.kind == kind]
            return rng.choice(fitting) if fitting and rng.random() < OF_ITS_OWN else invent(kind, rng)

        rng = self.rng
        said = fill(rng.choice(phrases), name)
        return said[0].upper() + said[1:]

    def _recollection(self, title: str, own: Sequence[Subject]) -> str:
        """Return what later briefings say: the headline's words and a name, as a retelling has them."""
        return f"{title}; it was seen as a matter of {self.rng.choice(own).name}."

    def _new_slug(self, title: str) -> str:
        slug = base = _slug(title)[:60].strip("-")
        number = 1
        while slug in self._slugs:
            number += 1
            slug = f"{base}-{number}"
        self._slugs.add(slug)
        return slug

    def _head(self, day: dt.date, slug: str, title: str, tags: Sequence[str]) -> str:
        rng = self.rng
        outlet = self.outlets[min(int(rng.expovariate(0.25)), len(self.outlets) - 1)]
        time = f"T{rng.randint(5, 22):02}:{rng.randint(0, 59):02}:00+01:00" if rng.random() < RECALLED else ""
        chain: list[dict[str, object]] = [
            {"name": invent(TagKind.ORGANISATION, rng), "kind": rng.choice(("official", "outlet", "document"))}
        ]
        if rng.random() < 1 / 3:
            chain.append({"name": "people familiar with the matter", "kind": "anonymous", "count": rng.randint(2, 5)})
        fields: dict[str, object] = {
            "title": title,
            "date": f"{day}{time}",
            "outlet": outlet,
            "byline": [invent(TagKind.PERSON, rng) for _ in range(rng.randint(0, 2))],
            "url": f"https://{outlet}.example/{day:%Y/%m}/{slug}",
            "language": "en",
            "attribution": chain,
            "tags": list(tags),
            "wire": {"reader": "text/1", "sha256": rng.randbytes(32).hex(), "retrieved": f"{day}"},
        }
        # A date in quotation marks would be text; in JSON everything else is YAML too.
        lines = (f"{key}: {value if key == 'date' else json.dumps(value)}\n" for key, value in fields.items() if value)
        return "".join(lines)

    def _body(self, day: dt.date, own: Sequence[Subject]) -> str:
        rng = self.rng
        lede = f"{self._say(self.phrases.ledes, own)} {self._say(self.phrases.details, own)}"
        background = self._background(day, own)
        left = min(max(int(rng.gauss(WORDS, WORDS / 5)), WORDS // 2), 2 * WORDS) - len((lede + background).split())
        paragraphs: list[str] = []
        while left > 40:  # noqa: PLR2004 - half a paragraph: as many briefings end below their length as above it
            sentences = [self._say(self.phrases.details, own) for _ in range(rng.randint(2, 5))]
            paragraphs.append(" ".join(sentences))
            left -= len(paragraphs[-1].split())
        details = "\n\n".join(paragraphs)
        return f"{lede}\n\n## Details\n\n{details}\n\n## Background\n\n{background}"

    def _background(self, day: dt.date, own: Sequence[Subject]) -> str:
        wanted = self.rng.randint(4, 6)
        items: dict[str, str] = {}
        while len(items) < wanted:
            recalled = self._recalled(day, own) if self.rng.random() < RECALLED else None
            date, text = (f"{recalled.day}", recalled.recollection) if recalled else self._unknown(day, own)
            items[text] = date
        # Undated ones stand last.
        in_order = sorted(items.items(), key=lambda item: item[1] or "9999")
        return "".join(f"- **{date}** — {text}\n" if date else f"- {text}\n" for text, date in in_order)

    def _recalled(self, day: dt.date, own: Sequence[Subject]) -> Made | None:
        """Return an earlier briefing of one of the subjects, mostly a late one."""
        earlier = self.written.get(self.rng.choice(own).id, ())
        back = int(self.rng.expovariate(1 / 15)) if self.rng.random() < RECALLED else self.rng.randrange(10**6)
        found = earlier[-1 - back % len(earlier)] if earlier else None
        return found if found and found.day < day else None

    def _unknown(self, day: dt.date, own: Sequence[Subject]) -> tuple[str, str]:
        """Return an item that the archive has no briefing of: before its time, by the month, or without a date."""
        text = self._say(self.phrases.recollections, own)
        before = day - dt.timedelta(self.rng.randint(400, 9_000))
        return self.rng.choice((f"{before}", f"{before:%Y-%m}", "")), text


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.encode("ascii", "ignore").decode().lower()).strip("-")

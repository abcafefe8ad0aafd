"""What generated briefings say: the sample archive's sentences with their names taken out, and names to put in."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.formats import briefing_md, prose, taxonomy_yml
from builder.model.briefing import Briefing
from builder.model.ids import Slug
from builder.model.sections import SectionKind
from builder.model.taxonomy import Tag, TagKind, Taxonomy

NUMBER = "number"
_SLOT = re.compile(r"<(\w+)>")
# Not the day of a month: no month has ninety-nine.
_NUMBER = re.compile(r"(?<![\w.,-])\d{2,3}(?![\w,-]| [A-Z])")
_PROSE = re.compile(r"[A-Z“\"]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Sentences with slots for names: ``<person> arrived in <place>``."""

    headlines: tuple[str, ...]
    ledes: tuple[str, ...]
    details: tuple[str, ...]
    recollections: tuple[str, ...]
    """Background items, without their dates; each has a name in it."""


def of(archive: Path) -> Phrases:
    """Return the phrases of an archive's briefings, in the order of its files."""
    taxonomy = taxonomy_yml.loads((archive / "tags.yml").read_text(encoding="utf-8"))
    hollow = _hollow(taxonomy)
    headlines: list[str] = []
    said: dict[SectionKind | None, list[str]] = {}
    recollections: list[str] = []
    for path in sorted(archive.glob("[0-9]*/*/*.md")):
        briefing = briefing_md.loads(path.read_text(encoding="utf-8"), slug=Slug(path.stem))
        headlines.append(hollow(briefing.headline))
        recollections.extend(hollow(prose.plain(item.text)) for item in briefing.background)
        for kind, sentence in _sentences(briefing):
            said.setdefault(kind, []).append(hollow(sentence))
    ledes = said.pop(SectionKind.LEDE)
    return Phrases(
        headlines=_named(headlines),
        ledes=_named(ledes),
        details=tuple(dict.fromkeys(sentence for sentences in said.values() for sentence in sentences)),
        recollections=_named(recollections),
    )


def fill(phrase: str, name: Callable[[str], str]) -> str:
    """Return a phrase with a name in every slot; ``name`` is asked with the slot's kind."""
    return _SLOT.sub(lambda slot: name(slot[1]), phrase)


def _sentences(briefing: Briefing) -> Iterator[tuple[SectionKind | None, str]]:
    for section in briefing.sections:
        if section.kind is SectionKind.BACKGROUND:
            continue
        for line in section.text.splitlines():
            left = line if _PROSE.match(line) else ""
            while left:
                sentence = prose.first_sentence(left)
                yield section.kind, sentence
                left = left[len(sentence) :].strip()


def _hollow(taxonomy: Taxonomy) -> Callable[[str], str]:
    """Return a function that takes the names and numbers out of a sentence."""
    kinds = {name: tag.kind for tag in taxonomy.tags.values() for name in _proper_names(tag)}
    longest_first = sorted(kinds, key=lambda name: (-len(name), name))
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def hollow(text: str) -> str:
        return _NUMBER.sub(f"<{NUMBER}>", names.sub(lambda found: f"<{kinds[found[0]]}>", text))

    return hollow


def _proper_names(tag: Tag) -> Iterator[str]:
    # Other names of places are mostly adjectives, which no other place can stand for.
    for name in (tag.label("en"),) if tag.kind is TagKind.PLACE else tag.names():
        if name[0].isupper():
            yield name


def _named(phrases: Iterable[str]) -> tuple[str, ...]:
    kinds = {f"<{kind}>" for kind in TagKind}
    return tuple(dict.fromkeys(phrase for phrase in phrases if any(kind in phrase for kind in kinds)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FIRST_NAMES = _words(
    "Ada Alma Amir Anders Anna Benno Clara Dario Elena Emil Farid Greta Hana Igor Ines Ivo Jana Joan Karim Lena Leo "
    "Lidia Mara Marek Milan Mira Nadia Nils Olga Omar Paula Petra Rafael Rosa Samir Sofia Tamar Teo Vera Yusuf"
)
_SYLLABLES = _words(
    "ba bel bor da dal dor el fen fir ga gar hal hem jor ka kel kor la len lo ma mar mir mo na nel nor o pa per ra "
    "rin ros sa sel sko so ta tar tem to va vel vin vo wen yar za zel"
)
_BODIES = _words(
    "Academy Agency Assembly Bureau Commission Committee Council Fund Institute Ministry Observatory Union"
)
_MATTERS = _words(
    "border canal ceasefire cable climate customs debt export ferry fishing gas grain harbour pipeline prisoner rail "
    "reactor river sanctions satellite trade transit visa water"
)
_TURNS = _words(
    "accord audit ban dispute exchange fees forum inquiry inspection loan quota reform survey talks treaty vote"
)


def invent(kind: str, rng: random.Random) -> str:
    """Return a name that nobody bears, or a number."""
    if kind == NUMBER:
        return str(rng.randint(11, 99))
    if kind == TagKind.PERSON:
        return f"{rng.choice(_FIRST_NAMES)} {_word(rng)}"
    if kind == TagKind.ORGANISATION:
        return f"{_word(rng)} {rng.choice(_BODIES)}"
    if kind == TagKind.TOPIC and rng.random() < 0.5:  # noqa: PLR2004 - a matter or a programme, one as often as the other
        return f"{rng.choice(_MATTERS)} {rng.choice(_TURNS)}"
    return _word(rng)


def _word(rng: random.Random) -> str:
    return "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).capitalize()

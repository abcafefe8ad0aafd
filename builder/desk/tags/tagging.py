"""Which subjects a text speaks of: names the taxonomy knows become tags, other names are proposed, never added."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from builder.desk.tags.capital_nouns import Nouns
from builder.formats.spoken_dates import months, weekdays
from builder.formats.word_lists import alternation, words
from builder.model.ids import TagId
from builder.model.taxonomy import TagKind, Taxonomy

_WORD = re.compile(r"\w+(?:[’']\w+)*")
_POSSESSIVE = re.compile(r"[’']s?$|[’'](?=s$)")
_CAPITAL = "A-ZÄÖÜÀ-ÞА-ЯЁІЇЄҐ"
_CAPITALISED = rf"[{_CAPITAL}][\w’'-]*\w"
_INSIDE = alternation("of / the / de / von / van / der / di / la / al / bin / for")
_RUN = re.compile(rf"{_CAPITALISED}(?: (?:{_INSIDE} )?{_CAPITALISED})*")
_NOUNS = re.compile(r"[A-ZÄÖÜ][\w’'-]*\w(?: [A-ZÄÖÜ][\w’'-]*\w)+")
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_LOWER = re.compile(r"(?<!\w)[a-zà-ÿа-яіїєґё][\w’'-]*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|(?<!\w)[@#]\w+")
"""What only looks like a name within an address, a handle or a hashtag."""
_BEGIN = re.compile(r"[.!?:…\n“”\"«»•]\s*$|[-–—]\s$")
TITLES = frozenset(
    words(
        """
        President / Minister / Chancellor / Secretary / Senator / Governor / Mayor / General / Colonel / Admiral
        Ambassador / Pope / King / Queen / Prince / Princess / Chairman / Director / Judge / Professor / Dr / Mr
        Mrs / State
        Ms / Sir / Präsident / Ministerin / Kanzler / Kanzlerin
        """
    )
)
"""Words before a name that are no part of it ("Foreign Minister Andrei Gromyko")."""
LONGEST_RUN = 5
"""Words. A longer run of capitals is a headline in title case, not a name."""
MOST_PROPOSED = 8
"""Names proposed for one text; an editor reads no longer list."""
SHORTEST_NAME = 3
"""Letters; shorter runs are initials."""
SHORTENED = 3
"""Letters of a month cut short, which beside another word is rather a name: "Kim Jun", "Jan Novak"."""
OWN_NAME = 2
"""Words beside a known name that make a name of its own: "Russian Foreign Ministry"."""


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    folded: tuple[str, ...]
    tag: TagId
    exact: bool

    def stands_at(self, i: int, words: list[str]) -> bool:
        """Tell whether a text has the name from its word ``i`` on."""
        found = tuple(words[i : i + len(self.words)])
        return found == self.words or (not self.exact and tuple([word.casefold() for word in found]) == self.folded)


@dataclass(frozen=True)
class Tagger:
    """Finds the taxonomy's names in texts: whole words, proper names in their case, common words in any."""

    taxonomy: Taxonomy
    _by_first: Mapping[str, tuple[_Name, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_first: dict[str, list[_Name]] = {}
        for tag in self.taxonomy.tags.values():
            for label in tag.names():
                words = tuple(_words(label))
                if words:
                    exact = any(char.isupper() for char in label)
                    folded = tuple(word.casefold() for word in words)
                    by_first.setdefault(folded[0], []).append(_Name(words, folded, tag.id, exact))
        ordered = {first: tuple(sorted(names, key=lambda n: -len(n.words))) for first, names in by_first.items()}
        object.__setattr__(self, "_by_first", ordered)

    def known(self, text: str) -> tuple[TagId, ...]:
        """Return the tags that the text names, in order of first mention. The longest name wins a place."""
        return tuple(dict.fromkeys(tag for tag, _ in self.mentions(text)))

    def mentions(self, text: str) -> Iterator[tuple[TagId, tuple[str, ...]]]:
        """Yield each mention with the words it was made in."""
        words = _words(text)
        after = 0
        for i, word in enumerate(words):
            names = self._by_first.get(word.casefold())
            if names is None or i < after:
                continue
            name = next((name for name in names if name.stands_at(i, words)), None)
            if name:
                after = i + len(name.words)
                yield name.tag, tuple(words[i:after])

    def proposed(self, text: str, language: str = "en") -> tuple[str, ...]:
        """Return names that the taxonomy does not know, most frequent first, for an editor to accept.

        A single word counts if it is said twice.
        """
        counted = self.unknown(text, language)
        order = {name: place for place, name in enumerate(counted)}
        strong = [name for name in counted if counted[name] > 1 or " " in name]
        return tuple(sorted(strong, key=lambda name: (-counted[name], order[name]))[:MOST_PROPOSED])

    def unknown(self, text: str, language: str = "en") -> Mapping[str, int]:
        """Return names that the taxonomy does not know with how often a text says them, in order of first mention.

        A run of capitalised words within a sentence counts; one that only ever begins a sentence does not. Where every
        noun has a capital, only several in a row do. (Measured elsewhere: such runs find as many publisher topics as a
        small neural model, 500 times as fast.)
        """
        text = _ADDRESS.sub(" ", unicodedata.normalize("NFC", text))
        lower = frozenset(_LOWER.findall(text))
        dated = months(language).keys() | weekdays(language) | months("en").keys() | weekdays("en")
        counted: Counter[str] = Counter()
        nouns = Nouns.of(text) if language.split("-", maxsplit=1)[0] in _CAPITAL_NOUNS else None
        for found in (_NOUNS if nouns else _RUN).finditer(text):
            begins = found.start() == 0 or bool(_BEGIN.search(text, max(0, found.start() - 3), found.start()))
            run = nouns.name_in(found[0], begins=begins) if nouns else found[0]
            name = _name_in(run, lower, begins=begins and nouns is None)
            name = _without_dates(name, dated)
            if name.count(" ") < LONGEST_RUN and len(name) >= SHORTEST_NAME and not self._covers(name):
                counted[name] += 1
        return counted

    def _covers(self, name: str) -> bool:
        """Tell whether the taxonomy knows the name, or whom it ends with ("Foreign Minister Sergei Lavrov")."""
        mentions = list(self.mentions(name))
        if not mentions:
            return False
        people = any(self.taxonomy.tags[tag].kind is TagKind.PERSON for tag, _ in mentions)
        said = sum(len(words) for _, words in mentions)
        return people or len(name.split()) - said < OWN_NAME


def _without_dates(name: str, dated: AbstractSet[str]) -> str:
    """Return a name without days and months; one cut short ("Jun", "Sun") goes only where it stands alone."""
    parts = name.split()
    return " ".join(
        word for word in parts if word.casefold() not in dated or (len(parts) > 1 and len(word) <= SHORTENED)
    )


def _name_in(run: str, lower: frozenset[str], *, begins: bool) -> str:
    """Return the name in a run: without titles, and without a first word that owes its capital to the sentence."""
    parts = _POSSESSIVE.sub("", run).split()
    if begins and (len(parts) == 1 or parts[0].casefold() in lower):
        parts = parts[1:]
    last = max((i for i, word in enumerate(parts[:-1]) if word in TITLES), default=-1)
    parts = parts[last + 1 :]
    while parts and not parts[0][:1].isupper():
        parts = parts[1:]
    return " ".join(parts)


def _words(text: str) -> list[str]:
    """Return the words of a text without possessive endings, so that "Putin’s" is Putin."""
    found = _WORD.findall(unicodedata.normalize("NFC", text))
    if "’" not in text and "'" not in text:
        return found
    return [_POSSESSIVE.sub("", word) if "’" in word or "'" in word else word for word in found]

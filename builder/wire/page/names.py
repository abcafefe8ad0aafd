"""Who wrote it: names of authors out of what pages print for them, without roles, agencies and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.wire.printed.agencies import is_agency, is_organisation
from builder.wire.printed.labels import BY, BY_ALONE

_ROLE = re.compile(
    r"\b(?:posted|autoreninfo|autorenseite|artikelübersicht|artikel|articles?|kommentare|comments|name|unknown|anonymous|editors?|correspondents?|reporters?|journalists?|columnists?|writers?|contributors?|producers?|bureau|chief|staff|desk|newsroom|team|"
    r"redaktion|redakteur(?:in)?|redaktor(?:ka)?|korrespondent(?:in)?|reporter(?:in)?|autor(?:in)?|volontär(?:in)?|leiter(?:in)?|chefredakteur(?:in)?|ressort\w*|"
    r"journaliste|correspondante?|rédaction|rédact(?:eur|rice)|envoyée?|redacción|redactora?|corresponsal|periodista|redazione|giornalista|corrispondente|inviat[oa]|"
    r"redakcja|redakce|redakcia|redactie|verslaggever|redaksjonen|redaktionen|редакція|редакция|кореспондент\w*|корреспондент\w*|журналіст\w*|журналист\w*|"
    r"photograph(?:er|y)|fotograf(?:in)?|admin(?:istrator)?|webmaster|newsdesk|politics|business|news|sports?|online|agencies|agenturen|guest|opinion)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[;|/•·–—,&\n]|\s-\s|\s(?:and|und|et|og|och|та|with|mit|avec|for|für|in)(?=\s))\s*")
# Between names in some languages, within a name in others ("Ortega y Gasset"): only where whole names stand
# on both sides.
_PERHAPS_BETWEEN = re.compile(r"\s+(?:y|e|en|ja|i|і|и|a|ve)\s+")
_NOT_A_NAME = re.compile(r"https?:|www\.|[@#<>{}\[\]=]|\d{2,}|\.(?:com|de|org|net|ru|ua|uk)\b", re.IGNORECASE)
_PARTICLES = frozenset((
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter",
    "ten", "zu", "zum", "af", "av", "al", "el", "bin", "ibn", "y", "e", "bint", "abu",
))  # fmt: skip
_MOST_WORDS = 6
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Credits:
    """A byline taken apart."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


def read(texts: Iterable[str], *, outlet: str | None = None) -> Credits:
    """Return the people and agencies that byline texts name, once each, in order; the outlet's own name is neither."""
    people: dict[str, str] = {}
    agencies: dict[str, str] = {}
    own = _folded(outlet or "")
    for text in texts:
        for part in _parts(text):
            folded = _folded(part)
            if is_agency(part):
                agencies.setdefault(folded, part)
            elif folded and folded != own and not _is_outlet(folded, own) and is_name(part):
                people.setdefault(folded, part)
    return Credits(tuple(people.values()), tuple(agencies.values()))


def full(names: Sequence[str]) -> tuple[str, ...]:
    """Return printed names without what stands behind a full one and is none: one word, or the name again."""
    if not names or " " not in names[0]:
        return tuple(names)
    kept = list(names[:1])
    for name in names[1:]:
        if " " in name and not any(other.casefold() in name.casefold() for other in kept):
            kept.append(name)
    return tuple(kept)


def is_name(text: str) -> bool:
    """Tell whether a text can be a person's name: a few words, each with a capital (or of a script without them)."""
    words = text.split()
    if (
        BY_ALONE.fullmatch(text)
        or not 0 < len(words) <= _MOST_WORDS
        or len(text) > _LONGEST
        or _NOT_A_NAME.search(text)
        or _ROLE.search(text)
        or is_organisation(text)
    ):
        return False
    return all(
        word.lower() in _PARTICLES or not word[0].islower() or "’" in word or "'" in word for word in words
    ) and any(char.isalpha() for char in text)


def _parts(text: str) -> list[str]:
    text = " ".join(text.split())[:300]
    found = BY.fullmatch(text)
    if found:
        text = found["rest"]
    # "Jane Doe (Geneva)", "Jane Doe in Geneva": the place is not part of the name.
    text = re.sub(r"\s*\([^)]{0,60}\)", "", text)
    parts = []
    for piece in _BETWEEN.split(text):
        bare = piece.strip(" .,:*\"'")
        part = again["rest"] if (again := BY.fullmatch(bare)) else bare
        if not part:
            continue
        halves = _PERHAPS_BETWEEN.split(part)
        parts.extend(halves if len(halves) > 1 and all(" " in half for half in halves) else [part])
    return parts


def _is_outlet(folded: str, own: str) -> bool:
    words, name = set(folded.split()), set(own.split())
    return bool(name) and (words <= name or name <= words)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace(".", "").split())

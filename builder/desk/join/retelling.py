"""A text taken apart into what a retelling of it may keep: names, numbers and telling words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from builder.formats.word_lists import words

STEM = 6
"""Letters kept of a word, so that "signed" and "signing" agree without a dictionary."""
_SHORTEST_PLURAL = 4

WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,}(?![^\W\d_])|[^\W\d_]{3,}|\d+(?:[.,]\d+)*")
"""A word of three letters, an abbreviation in capitals (two are enough: "UN", "U.S."), or a number."""
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яіїєґ][^\W_]*(?:-[^\W_]+|[’'][A-Z][^\W_]*)*"
_RUN = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:of|de|von|van|der)\s+)?{_CAPITAL})*")
"""Capitalised words in a row: one name, as far as evidence goes ("Barack" and "Obama" do not say two things)."""
_ENDS = frozenset('.!?:…“"')
"""Marks after which a sentence begins."""
_BEFOREHAND = re.compile(
    r"^(?:not long|shortly|soon|long|[^,.;]{0,30}?\b(?:days?|weeks?|months?|years?|decades?)(?: [a-z]+){0,4}?)"
    r" (?:before|after) [^,.;]*,",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"[,;]?\s+\b(?:(?:a|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some) )?"
    r"(?:days?|weeks?|months?|years?|decades?|hours?) (?:[a-z]+ ){0,4}?(?:after|before|since)\b(?![,.;])[^.;\n]*",
    re.IGNORECASE,
)
_LINK_TARGET = re.compile(r"\]\([^)\n]*\)")
_COMMON = frozenset(
    words(
        """
        about / after / again / against / all / also / and / another / any / are / because / been / before / being
        between / both / but / can / could / did / during / each / even / ever / every / few / first / for / from / had
        has / have / having / her / him / his / how / into / its / just / let / many / may / more / most / much / never
        next / nor / not / off / one / only / onto / other / our / out / over / own / per / said / same / several / she
        some / still / such / than / that / the / their / them / then / there / these / they / this / those / through
        too / two / under / until
        upon / very / was / way / were / what / when / where / which / while / who / why / will / with / would / yet
        you / according
        aber / alle / auch / auf / aus / bei / das / dass / dem / den / der / des / die / diese / dieser / ein / eine
        einem / einen / einer / eines / für / haben / hat / hatte / ihr / ist / mit / nach / nicht / oder / sein / sich
        sie / sind / über / und / unter / vom / von / vor / war / werden / wie / wird / wurde / wurden / zum / zur
        zwischen
        """
    )
)
"""Words that tell no event from another, in English and German; elsewhere their frequency says so."""


class Unit(NamedTuple):
    """One thing said: a word, a number, or a whole name."""

    stems: tuple[str, ...]
    shown: str
    """As the text has it."""
    name: bool = False


class Stems(dict[str, str]):
    """Words to their stems, each made once; an empty stem says nothing."""

    def __missing__(self, word: str) -> str:
        """Return the stem of a word that was not met before, and remember it."""
        made = self[word] = _stem(word)
        return made


def _stem(word: str) -> str:
    small = word.replace(".", "").casefold() if word[:1].isalpha() else word
    if small in _COMMON:
        return ""
    if len(small) >= _SHORTEST_PLURAL and small[-1] == "s" and small[-2] != "s":
        small = small[:-1]
    return small[:STEM]


def without_beginning(text: str) -> str:
    """Return an item without the other event it may begin with: "Two years after the convention, a probe flew past"."""
    return _BEFOREHAND.sub(" ", text)


def without_asides(lead: str) -> str:
    """Return a headline and first paragraph without other events beside theirs: "a day after a probe landed"."""
    small = lead.casefold()
    # Most have none, and to look for the whole pattern takes as long as all else that is read of a lead.
    return _ASIDE.sub(" ", lead) if "after" in small or "before" in small or "since" in small else lead


def parts(text: str) -> list[str]:
    """Return what stands between white space in Markdown, without link targets; no word reaches over two of them."""
    return _without_targets(text).split()


def stems(text: str, known: Mapping[str, str]) -> set[str]:
    """Return what a text says, cut to stems."""
    said = {known[word] for word in set(WORD.findall(_without_targets(text)))}
    said.discard("")
    return said


def _without_targets(text: str) -> str:
    return _LINK_TARGET.sub("]", text) if "](" in text else text


def units(text: str, known: Mapping[str, str], taken: frozenset[str] = frozenset()) -> tuple[Unit, ...]:
    """Return what a plain text says, each thing once, in its order; ``taken`` are stems accounted for elsewhere.

    The first word of a sentence has its capital from there; whether it is a name, only other texts can tell.
    """
    made: list[Unit] = []
    seen = set(taken)
    at = 0
    for run in _RUN.finditer(text):
        begin, end = run.span()
        if begin == 0 or text[max(0, begin - 3) : begin].rstrip()[-1:] in _ENDS:
            begin += len(run[0].split(maxsplit=1)[0])
        _words(text[at:begin], known, seen, made)
        name = [stem for word in WORD.findall(text[begin:end]) if _is_new(stem := known[word], seen)]
        if name:
            made.append(Unit(tuple(name), text[begin:end].strip(), name=True))
        at = end
    _words(text[at:], known, seen, made)
    return tuple(made)


def _words(text: str, known: Mapping[str, str], seen: set[str], made: list[Unit]) -> None:
    made += [Unit((stem,), word) for word in WORD.findall(text) if _is_new(stem := known[word], seen)]


def _is_new(stem: str, seen: set[str]) -> bool:
    if not stem or stem in seen:
        return False
    seen.add(stem)
    return True

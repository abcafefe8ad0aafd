"""A turn of phrase with the words without which it cannot occur, so that most sentences are never tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.formats.word_lists import alternation, words

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Turn:
    """A pattern over a sentence; its groups say who speaks (``who``) and what outlet hears (``to``)."""

    pattern: re.Pattern[str]
    marks: frozenset[str]
    """A sentence that has none of these words has nothing of the pattern. Small letters."""

    def found_in(self, sentence: str, spoken: frozenset[str]) -> Iterator[re.Match[str]]:
        """Yield what the pattern finds; ``spoken`` are the words of the sentence, in small letters."""
        return iter(()) if self.marks.isdisjoint(spoken) else self.pattern.finditer(sentence)


def turn(pattern: str, *phrases: str) -> Turn:
    """Return a turn of phrase; one of the phrases of the lists is in everything that the pattern finds.

    A phrase with an asterisk cannot be told by its words and must not be in the lists.
    """
    return Turn(pattern=re.compile(pattern), marks=marks_of(*phrases))


def spoken_in(sentence: str) -> frozenset[str]:
    """Return the words of a sentence, in small letters."""
    return frozenset(_WORD.findall(sentence.casefold()))


def any_of(phrases: str) -> str:
    """Return a pattern for whole phrases of a list, in capital or small letters."""
    return rf"(?<!\w)(?i:{alternation(phrases)})(?!\w)"


def marks_of(*phrases: str) -> frozenset[str]:
    """Return the longest word of each phrase of the lists, in small letters."""
    found = (_WORD.findall(phrase.casefold()) for phrase in words("\n".join(phrases)))
    return frozenset(max(one, key=len) for one in found if one)

"""Lists of words as an editor writes them: wrapped lines, a slash between the words, a line or more for each language.

fonte / fonti / źródło
with reference to / джерел*
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BREAK = re.compile(r"\n|(?:^|\s)/(?:\s|$)")


def words(text: str) -> tuple[str, ...]:
    """Return the words or phrases of a list in its order; a slash counts only with white space around it."""
    parts = (" ".join(part.split()) for part in _BREAK.split(text))
    return tuple(part for part in parts if part)


def alternation(text: str) -> str:
    r"""Return a list as a group of a regular expression, to be compiled with ``re.IGNORECASE`` where case is nothing.

    The longest phrase is tried first, so that "last updated" wins over "last"; a space matches any white space; an
    asterisk at the end stands for any ending. Word boundaries are the caller's: ``\b`` fails beside "©" or "fot.".
    Phrases that begin alike share that beginning in the pattern, which is tried once and not once for each of them:
    the lists are long, and most lines of a page have none of their words.
    """
    tree = _Tree()
    for phrase in words(text):
        stem = phrase.removesuffix("*")
        tree.add(stem, r"\w*" if stem != phrase else "")
    return f"(?:{tree.pattern()})"


@dataclass(slots=True)
class _Tree:
    """Phrases from one character on: what may follow it, and how a phrase may end here."""

    below: dict[str, _Tree] = field(default_factory=dict)
    ends: set[str] = field(default_factory=set)

    def add(self, phrase: str, end: str) -> None:
        """Add a phrase, and what stands behind its last character."""
        tree = self
        for character in phrase:
            tree = tree.below.setdefault(character, _Tree())
        tree.ends.add(end)

    def pattern(self) -> str:
        """Return what matches the rest of any of the phrases; the longer ones come first."""
        further = [_character(character) + tree.pattern() for character, tree in self.below.items()]
        branches = [*further, *sorted(self.ends, reverse=True)]
        return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _character(character: str) -> str:
    return r"\s+" if character == " " else re.escape(character)

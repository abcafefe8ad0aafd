"""Lists of words as an editor writes them: wrapped lines, a slash between the words, a line or more for each language.

fonte / fonti / źródło
with reference to / джерел*
"""

from __future__ import annotations

import re

_BREAK = re.compile(r"\n|(?:^|\s)/(?:\s|$)")


def words(text: str) -> tuple[str, ...]:
    """Return the words or phrases of a list in its order; a slash counts only with white space around it."""
    parts = (" ".join(part.split()) for part in _BREAK.split(text))
    return tuple(part for part in parts if part)


def alternation(text: str) -> str:
    r"""Return a list as a group of a regular expression, to be compiled with ``re.IGNORECASE`` where case is nothing.

    The longest phrase comes first, so that "last updated" wins over "last"; a space matches any white space; an
    asterisk at the end stands for any ending. Word boundaries are the caller's: ``\b`` fails beside "©" or "fot.".
    """
    ordered = sorted(dict.fromkeys(words(text)), key=len, reverse=True)
    return f"(?:{'|'.join(map(_pattern, ordered))})"


def _pattern(phrase: str) -> str:
    stem = phrase.removesuffix("*")
    return r"\s+".join(map(re.escape, stem.split(" "))) + (r"\w*" if stem != phrase else "")

"""Other names of a subject that are worth telling a reader."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.model.taxonomy import Tag

MOST = 3

_SHORT = re.compile(r"[A-Z]{2,6}")
_PROPER = re.compile(r"[^\W\da-z_]\w*(?:[ –-](?:[^\W\da-z_][\w.]*|of|and|the|de|von))+")


def synonyms(tag: Tag, label: str) -> Sequence[str]:
    """Return at most three names that mean the same as the label shown and that the label does not suggest.

    Aliases say by which words a text is given the tag: inflections, parts of the name, narrower terms. Only a proper
    name has synonyms among them, and they are abbreviations and proper names of several words with a word of their own.
    """
    if not label[:1].isupper():
        return ()
    told = {_folded(name) for name in (label, *tag.labels.values())}
    known = set().union(*(name.split() for name in told))
    found: list[str] = []
    for name in tag.aliases:
        bare = _folded(name)
        own = {word for word in bare.split() if len(word) > 1} - known  # an initial alone tells nothing
        single = _SHORT.fullmatch(name) or _PROPER.fullmatch(name)
        if not single or not own or bare in told or any(_alike(word, other) for word in own for other in known):
            continue
        told.add(bare)
        found.append(name)
    return found[:MOST]


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: they begin alike and end within two letters of each other."""
    shared = min(len(one), len(other)) - 1
    return shared >= 4 and abs(len(one) - len(other)) <= 2 and one[:shared] == other[:shared]  # noqa: PLR2004 - as said

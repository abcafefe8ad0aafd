"""The words by which one briefing can be told from another."""

from __future__ import annotations

import re

from builder.formats import prose
from builder.model.briefing import Briefing
from builder.model.sections import SectionKind


def lede(briefing: Briefing) -> str:
    """Return the first paragraph of a briefing as plain text."""
    first = briefing.sections[0] if briefing.sections else None
    return prose.first_paragraph(first.text) if first and first.kind is SectionKind.LEDE else ""


_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d|\d")
_STEM = 6
"""Letters kept of a word, so that "signed" and "signing", "Kosmos-186" and "Kosmos 186" agree without a dictionary."""
# fmt: off
_COMMON = frozenset((
    "about", "after", "again", "against", "also", "another", "because", "been", "before", "being", "between",
    "both", "could", "during", "each", "from", "have", "having", "into", "more", "most", "next", "only",
    "other", "over", "said", "same", "some", "such", "than", "that", "their", "them", "then", "there", "these",
    "they", "this", "those", "through", "under", "until", "were", "what", "when", "where", "which", "while",
    "with", "would", "according", "first", "aber", "alle", "auch", "dass", "diese", "dieser", "eine", "einem",
    "einen", "einer", "eines", "haben", "hatte", "nach", "nicht", "oder", "sich", "sind", "über", "unter",
    "werden", "wird", "wurde", "wurden", "zwischen",
))
# fmt: on


def significant(text: str) -> frozenset[str]:
    """Return the words of a text that may tell one event from another, cut to their beginnings."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _COMMON)

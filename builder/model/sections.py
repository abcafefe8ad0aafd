"""What a section's heading means, whatever its language; the headings themselves stand in ``section_words``."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from builder.model import section_words


class SectionKind(enum.StrEnum):
    """What a section of a briefing is for."""

    LEDE = "lede"
    DETAILS = "details"
    BACKGROUND = "background"
    QUOTATIONS = "quotations"
    NEXT = "next"


_HEADINGS: Mapping[SectionKind, Mapping[str, tuple[str, ...]]] = {
    kind: {language: tuple(forms.split(" / ")) for language, forms in listed.items()}
    for kind, listed in {
        SectionKind.DETAILS: section_words.DETAILS,
        SectionKind.BACKGROUND: section_words.BACKGROUND,
        SectionKind.QUOTATIONS: section_words.QUOTATIONS,
        SectionKind.NEXT: section_words.NEXT,
    }.items()
}


def heading(kind: SectionKind, language: str | None) -> str:
    """Return the heading we write for a section in a language (BCP 47); English where we have none."""
    forms = _HEADINGS[kind]
    return forms.get((language or "en").split("-")[0].lower(), forms["en"])[0]


def headings_of(kind: SectionKind | str) -> frozenset[str]:
    """Return every form of a section's heading, casefolded, in every language."""
    return frozenset(form.casefold() for forms in _HEADINGS[SectionKind(kind)].values() for form in forms)


_KIND_OF: Mapping[str, SectionKind] = {form: kind for kind in _HEADINGS for form in headings_of(kind)}


_BEHIND = " :：.?？؟"
"""What may stand behind a heading: "What's next?"."""
LONGEST_HEADING = max(map(len, _KIND_OF))
"""Characters of the longest heading that is known."""


def kind_of(text: str) -> SectionKind | None:
    """Return what a heading means, whatever its language; ``None`` for a heading of the writer's own."""
    return _KIND_OF.get(" ".join(text.split()).rstrip(_BEHIND).casefold())

"""The catalogue of section headings: what a heading means, in the languages we read."""

from __future__ import annotations

import enum
from collections.abc import Mapping


class SectionKind(enum.StrEnum):
    """What a section of a briefing is for."""

    LEDE = "lede"
    DETAILS = "details"
    BACKGROUND = "background"


# The first form of a language is the one we write. Sources: how outlets head such sections in print and on the web;
# each form was seen in use or is the plain dictionary word.
_HEADINGS: Mapping[SectionKind, Mapping[str, tuple[str, ...]]] = {
    SectionKind.DETAILS: {
        "en": ("Details", "In detail"),
        "de": ("Einzelheiten", "Details", "Im Detail"),
        "uk": ("Деталі", "Подробиці"),
        "ru": ("Подробности", "Детали"),
        "fr": ("Détails", "En détail"),
        "es": ("Detalles", "En detalle"),
        "it": ("Dettagli",),
        "pl": ("Szczegóły",),
        "pt": ("Detalhes",),
        "nl": ("Details",),
        "cs": ("Podrobnosti",),
        "sv": ("Detaljer",),
        "tr": ("Ayrıntılar",),
        "ar": ("التفاصيل",),
    },
    SectionKind.BACKGROUND: {
        "en": ("Background", "The background", "Context", "Backstory", "What happened before"),
        "de": ("Hintergrund", "Zum Hintergrund", "Die Hintergründe", "Hintergründe", "Vorgeschichte"),
        "uk": ("Передісторія", "Контекст", "Що передувало", "Нагадаємо", "Довідка"),
        "ru": ("Предыстория", "Контекст", "Напомним", "Что предшествовало", "Справка"),
        "fr": ("Contexte", "Rappel des faits", "Le contexte", "Rappel"),
        "es": ("Antecedentes", "Contexto", "El contexto"),
        "it": ("Antefatto", "Il contesto", "Contesto", "Lo sfondo"),
        "pl": ("Tło", "Tło sprawy", "Kontekst"),
        "pt": ("Contexto", "Antecedentes"),
        "nl": ("Achtergrond", "De achtergrond"),
        "cs": ("Pozadí", "Souvislosti"),
        "sv": ("Bakgrund",),
        "no": ("Bakgrunn",),
        "da": ("Baggrund",),
        "fi": ("Tausta",),
        "ja": ("背景", "これまでの経緯"),
        "tr": ("Arka plan",),
        "ar": ("خلفية", "الخلفية"),
    },
}


def heading(kind: SectionKind, language: str | None) -> str:
    """Return the heading we write for a section in a language (BCP 47); English where we have none."""
    forms = _HEADINGS[kind]
    return forms.get((language or "en").split("-")[0].lower(), forms["en"])[0]


def headings_of(kind: SectionKind | str) -> frozenset[str]:
    """Return every form of a section's heading, casefolded, in every language."""
    return frozenset(form.casefold() for forms in _HEADINGS[SectionKind(kind)].values() for form in forms)


_KIND_OF: Mapping[str, SectionKind] = {
    form: kind for kind in (SectionKind.DETAILS, SectionKind.BACKGROUND) for form in headings_of(kind)
}


LONGEST_HEADING = max(map(len, _KIND_OF))
"""Characters of the longest heading that is known."""


def kind_of(text: str) -> SectionKind | None:
    """Return what a heading means, whatever its language; ``None`` for a heading of the writer's own."""
    return _KIND_OF.get(" ".join(text.split()).rstrip(" :：.").casefold())

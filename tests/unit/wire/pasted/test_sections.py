"""Headings and run-in labels of sections in pasted text, and the lines that only contain their words."""

from __future__ import annotations

import pytest

from builder.model.section_words import BACKGROUND, NEXT
from builder.wire.printed import labels

_TRAPS = {
    "en": "Background checks tightened after the theft",
    "de": "Hintergrund der Tat bleibt unklar",
    "fr": "Contexte tendu avant le vote du budget",
    "es": "Antecedentes penales del acusado salen a la luz",
    "it": "Contesto difficile per le piccole imprese",
    "pt": "Contexto difícil para as pequenas empresas",
    "nl": "Achtergrond van de dader blijft onduidelijk",
    "pl": "Tło sporu o most pozostaje niejasne",
    "uk": "Контекст переговорів змінився за ніч",
    "ru": "Справка о доходах больше не нужна",
    "cs": "Pozadí sporu o most zůstává nejasné",
    "sv": "Bakgrunden till bråket är oklar",
    "no": "Bakgrunnen for striden er uklar",
    "da": "Baggrunden for striden er uklar",
    "fi": "Taustaa selvitetään yhä, poliisi kertoo",
    "tr": "Arka plan sesleri kaydedildi",
    "el": "Το ιστορικό κέντρο έκλεισε για τα αυτοκίνητα",
    "hu": "Háttér nélkül maradt a csapat",
    "ro": "Contextul negocierilor s-a schimbat",
    "ar": "خلفية الملعب تتغير قبل المباراة",
    "he": "רקע המשבר עדיין לא ברור",
    "ja": "背景には人手不足があるとみられる",
    "zh": "背景审查更加严格",
    "ko": "배경 조사가 강화된다",
}


@pytest.mark.parametrize("language", BACKGROUND)
def test_a_heading_and_a_label_before_a_colon_head_a_section(language: str) -> None:
    form = BACKGROUND[language].split(" / ")[0]
    assert labels.section_heading(f"{form}:") == form
    assert labels.section_run_in(f"{form}: 1999, 2004.") == (form, "1999, 2004.")
    assert labels.means_background(form)


@pytest.mark.parametrize("trap", _TRAPS.values(), ids=_TRAPS)
def test_a_headline_that_only_begins_with_the_word_heads_nothing(trap: str) -> None:
    assert labels.section_heading(trap) is None
    assert labels.section_run_in(trap) is None
    assert labels.section_run_in(f"{trap}: 1999") is None


@pytest.mark.parametrize("line", ["Next", "La suite", "Reacties", "תגובות", "详情", "More details", "Background:  "])
def test_a_button_is_no_section_and_a_label_without_a_text_is_a_heading(line: str) -> None:
    assert labels.section_run_in(line) is None
    assert (labels.section_heading(line) is None) is not line.startswith("Background")


@pytest.mark.parametrize("line", ["Przypomnijmy, że most zamknięto w maju.", "Нагадаємо, міст закрили у травні."])
def test_a_reminder_before_a_comma_begins_a_background(line: str) -> None:
    found = labels.section_run_in(line)
    assert found
    assert labels.means_background(found[0])


def test_what_comes_next_is_a_section_and_no_background() -> None:
    assert labels.section_heading("What's next?") == "What's next?"
    assert all(not labels.means_background(forms.split(" / ")[0]) for forms in NEXT.values())

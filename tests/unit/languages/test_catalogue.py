"""Every language says everything, in the right form, and keeps its places."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment

from builder.languages import catalogue
from builder.languages.catalogue import Words, words_of
from builder.languages.phrases import phrases
from builder.languages.templates import speak
from tools import words as tool

LANGUAGES = ("ar", "de", "es", "fr", "uk")
FOLDER = Path(catalogue.__file__).parent
PLACE = re.compile(r"\{(\w+)\}")


def test_the_catalogues_hold_what_the_interface_says_and_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main("--check") == 0, capsys.readouterr().out
    assert {path.stem for path in FOLDER.glob("*.po")} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_and_keeps_its_places(language: str) -> None:
    messages = [one for one in read_po(BytesIO((FOLDER / f"{language}.po").read_bytes()), locale=language) if one.id]
    assert len(messages) > 250
    for one in messages:
        ids = [one.id] if isinstance(one.id, str) else list(one.id)
        said = [one.string] if isinstance(one.string, str) else list(one.string)
        places = set().union(*(PLACE.findall(text) for text in ids))
        for text in said:
            assert text, f"{language} lacks {one.id}"
            # A number may be told in a word: "one briefing".
            assert places - {"count"} - set(PLACE.findall(text)) <= _left_out(one.id), (one.id, text)
            assert set(PLACE.findall(text)) <= places, (one.id, text)
            # What stands in an attribute or beside markup must be neither.
            assert not re.search(r"[<>&]", text), text
            assert ('"' in text) <= ('"' in ids[0]), text


def _left_out(message: object) -> set[str]:
    """Return places that the form for "none" may leave out, where a language has one."""
    return {"known", "name", "story", "year", "reports", "date", "period"} if isinstance(message, tuple) else set()


def test_a_number_takes_the_form_that_the_language_has_for_it() -> None:
    said = [words_of("uk").many("{count} briefing", "{count} briefings", n) for n in (1, 3, 5, 11, 21)]
    assert said == ["1 зведення", "3 зведення", "5 зведень", "11 зведень", "21 зведення"]
    assert words_of("en").many("{count} briefing", "{count} briefings", 1) == "1 briefing"
    assert words_of("ar").many("{count} briefing", "{count} briefings", 2) == "موجزان"


def test_a_language_is_known_by_its_tag_and_without_one_the_interface_is_english() -> None:
    assert words_of("de-AT")("Subjects") == words_of("de")("Subjects") == "Themen"
    for tag in ("xx", "../de", "", "zh-Hant"):
        assert words_of(tag)("Subjects") == "Subjects"


def test_parts_are_joined_as_the_language_joins_them() -> None:
    assert words_of("en").listed(["a", "b", "c"]) == "a, b and c"
    assert words_of("de").listed(["a", "b", "c"]) == "a, b und c"
    assert words_of("en").listed([]) == ""


def test_a_value_stands_apart_where_one_reads_from_right_to_left() -> None:
    assert words_of("ar")("relies on") == "تستند إلى"
    assert words_of("ar")("by way of {name}", name="TASS") == "عن طريق \u2068TASS\u2069"
    assert words_of("de")("by way of {name}", name="TASS") == "über TASS"


def test_a_phrase_that_is_filled_in_keeps_the_direction_of_the_language() -> None:
    say = words_of("ar")
    phrase = say.filled("{name} ({remark})", {"name": "TASS", "remark": say("state media")})
    assert phrase == "\u2068TASS\u2069 (\u2068إعلام حكومي\u2069)"
    assert say("relying on {sources}", sources=phrase) == f"استنادًا إلى \u2067{phrase}\u2069"


def _rendered(words: Words, template: str, **values: object) -> str:
    environment = Environment(autoescape=False)  # noqa: S701 - as MkDocs makes it
    speak(environment, words)
    return environment.from_string(template).render(**values)


def test_templates_speak_the_language_and_leave_their_values_alone() -> None:
    template = (
        """{{ _("Subjects") }}|{{ _("by {names}", names=who | upper) }}|{{ _n("{count} day", "{count} days", 2) }}"""
    )
    assert _rendered(words_of("de"), template, who="a {b}") == "Themen|von A {B}|2 days"
    assert _rendered(words_of("en"), template, who="a {b}") == "Subjects|by A {B}|2 days"
    assert _rendered(words_of("de"), '<a title="{{ _("Search") }}">{{ _ }}</a>', _="x") == '<a title="Suche">x</a>'


def test_the_scripts_get_their_phrases_by_the_categories_of_numbers_and_english_ones_need_none() -> None:
    assert phrases("en") is None
    said = phrases("uk")
    assert said is not None
    assert (said["language"], said["direction"]) == ("uk", "ltr")
    assert said["words"]["Clear all"] == "Зняти все"
    assert said["many"]["{count} briefing"] == {
        "one": "{count} зведення",
        "few": "{count} зведення",
        "many": "{count} зведень",
        "other": "{count} зведень",
    }
    assert "Subjects" in said["words"], "what facets are called"
    assert "A date is given" not in str(said), "what only pages say is none of theirs"

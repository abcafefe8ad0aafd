"""Whom paragraphs rely on, in six languages: written down before the rules that read them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from builder.desk.sources import attribution
from builder.formats import outlets_yml
from builder.model.briefing import Attribution

CASES = Path(__file__).parents[3] / "cases" / "desk" / "attributions.tsv"
PRECISION = 0.99
RECALL = 0.92
FEWEST_CASES = {"en": 59, "uk": 48, "ru": 46, "de": 54, "fr": 47, "es": 47}
OUTLETS = outlets_yml.loads(
    "reuters: {name: Reuters, kind: agency}\nafp: {name: Agence France-Presse, aliases: [AFP]}\n"
    "nasa: {name: NASA, kind: official}\n"
)


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


ROWS = rows(CASES)
IN_ROLES_AND_PLACES = rows(CASES.with_name("attributions-in-roles-and-places.tsv"))


def said(chain: tuple[Attribution, ...]) -> str:
    shown = (
        f"{one.kind} {one.name}"
        + (f" × {one.count}" if one.count else "")
        + (f" < {one.via}" if one.via else "")
        + (f" @ {one.where}" if one.where else "")
        for one in chain
    )
    return "; ".join(shown) or "-"


@pytest.mark.parametrize(("language", "paragraph", "chain"), ROWS)
def test_a_lede_gives_the_chain_nearest_first(language: str, paragraph: str, chain: str) -> None:
    assert language in {"en", "uk", "ru", "de", "fr", "es"}
    assert said(attribution.chain([], [], paragraph, OUTLETS)).casefold() == chain.casefold()


@pytest.mark.parametrize("language", ["en", "uk", "ru", "de", "fr", "es"])
def test_roles_and_places_are_read_and_nobody_is_invented(language: str) -> None:
    """A ratchet: of whom a careful editor would note, and with what is said of each; precision before recall."""
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    cases = [(paragraph, chain) for of, paragraph, chain in IN_ROLES_AND_PLACES if of == language]
    for paragraph, chain in cases:
        shown = said(attribution.chain([], [], paragraph, OUTLETS))
        found.update(f"{paragraph} {one.casefold()}" for one in shown.split("; ") if one != "-")
        wanted.update(f"{paragraph} {one.casefold()}" for one in chain.split("; ") if one != "-")
    right = (found & wanted).total()
    assert len(cases) >= FEWEST_CASES[language]
    assert right / found.total() >= PRECISION, sorted((found - wanted).elements())
    assert right / wanted.total() >= RECALL, sorted((wanted - found).elements())


def test_the_table_is_as_large_as_it_was() -> None:
    assert len(ROWS) == 76
    assert sum(chain == "-" for *_, chain in ROWS) >= 20


@pytest.mark.parametrize(
    "sentence",
    [
        "The captain told her crew to wait.",
        "He told the truth.",
        "She said nothing.",
        "The signs say that the path is closed.",
        "Everything went according to plan.",
        "It said on the box that it was safe.",
        "Many others said so.",
        "Nearly 26 people were hurt, the third such case.",
        "The mill, which declined to comment, told Reuters in May that it was safe.",
        "When asked for comment, a spokeswoman for the mill said she would call back.",
        "According to her, it rained.",
        "Laut schrie er nach dem Hund.",
        "Da bestünden laut der Politikerin Lücken.",
        "Der Präsident teilte einen Beitrag.",
        "Marek Dvorak added a third goal.",
        "Marek Dvorak a ajouté un troisième but.",
        "Nach Medienberichten regnet es.",
        "Sie sagte es ihm.",
        "Das Ministerium wollte sich nicht äußern.",
        "Selon elle, il pleuvait.",
        "Le maire n’a pas souhaité réagir.",
        "El alcalde no quiso hacer declaraciones.",
        "Según ella, llovía.",
        "За планом, роботи завершать восени.",
        "Мер не відповів на запитання.",
        "По плану, работы завершат осенью.",
        "Мэр отказался от комментариев.",
    ],
)
def test_ordinary_sentences_and_silence_name_nobody(sentence: str) -> None:
    assert attribution.chain([], [], sentence, OUTLETS) == ()
    assert attribution.chain([], [], "", OUTLETS, [sentence]) == ()


def test_the_whole_article_is_read_but_few_are_taken() -> None:
    body = [
        "The pump failed, Reuters reported.",
        "“We saw it coming,” said Karin Holm of the water board.",
        "“So did we,” said Jonas Ehlers. “And we,” said Ruth Aldana. The police said so. “Yes,” said Pieter Vries.",
        "“No,” said Amina Haddad.",
        "Two diplomats said the pump was old. A police report says so too.",
        "Karin Holm told AFP that it would be mended.",
    ]
    assert said(attribution.chain([], [], "The dam is closed.", OUTLETS, body)) == (
        "outlet Reuters; named Karin Holm; named Jonas Ehlers; named Ruth Aldana; named Pieter Vries; "
        "anonymous diplomats × 2"
    )


def test_a_person_told_again_by_the_surname_is_no_second_source() -> None:
    body = ["“It will be mended,” said Carlos Vela Ruiz. “Soon,” said Vela Ruiz."]
    assert said(attribution.chain([], [], "The dam is closed.", OUTLETS, body)) == "named Carlos Vela Ruiz"


def test_what_is_not_named_again_below_the_lede_names_nobody_there() -> None:
    sentence = "The company said it would pay."
    assert said(attribution.chain([], [], sentence, OUTLETS)) == "official company"
    assert attribution.chain([], [], "", OUTLETS, [sentence]) == ()


def test_a_source_line_rules_over_the_body() -> None:
    body = ["It was closed, said Karin Holm."]
    assert said(attribution.chain(["NASA"], [], "Closed.", OUTLETS, body)) == "official NASA"


def test_a_credited_agency_is_an_outlet_whatever_its_name() -> None:
    assert said(attribution.chain([], ["Example Service"], "Closed.", OUTLETS)) == "outlet Example Service"


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("The river is safe, the Environmental Protection Agency said.", "official Environmental Protection Agency"),
        ("The river is safe, the Example News Agency reported.", "outlet Example News Agency"),
        ("The cup was stolen, said Bill Simmons.", "named Bill Simmons"),
        ("The cup was stolen, the head of the White House said.", "official head of the White House"),
        ("The cup was stolen, the mayor Ruth Aldana said.", "named Ruth Aldana"),
    ],
)
def test_the_kind_is_what_a_reader_would_weigh(sentence: str, chain: str) -> None:
    assert said(attribution.chain([], [], sentence, OUTLETS)) == chain


def test_what_runs_on_without_end_is_no_sentence() -> None:
    """Each phrase is read in the light of its sentence, so the cost of an endless one would be its square."""
    said_so = "It is shut, Karin Holm told Reuters"
    assert attribution.chain([], [], said_so, OUTLETS) != ()
    assert attribution.chain([], [], f"{said_so}, and so on" + " and on" * 500, OUTLETS) == ()


@pytest.mark.parametrize(
    ("lede", "body", "chain"),
    [
        # When somebody spoke stands behind the name, without a comma.
        ("Міст закриють. Про це заявив голова міськради Остап Лисенко під час зустрічі з мешканцями району, пише Reuters.", "", "outlet Reuters; named Остап Лисенко"),
        ("Мост закроют, заявил мэр Степан Громов во время встречи с жителями района.", "", "named Степан Громов"),
        ('Мост закроют, заверил мэр Степан Громов в ходе объезда района "Слобода".', "", "named Степан Громов"),
        ("Міст закриють, сказав мер Остап Лисенко, пишуть Українські новини.", "", "outlet Українські новини; named Остап Лисенко"),
        ("Мост закроют, заявил журналистам на брифинге представитель мэрии Степан Громов.", "", "named Степан Громов @ брифинге"),
        # An office without a name is whoever was named before, and so is "the statement".
        ("Мост закроют, заявил мэр Степан Громов.", "«Он опасен», – сказал глава города. «Его починят», – говорится в сообщении.", "named Степан Громов"),
        ("Міст закрили.", "«Його полагодять», – сказав речник. У повідомленні йдеться, що він старий.", "-"),
        # Whom a speaker quotes is no source.
        ("«Я больше не слежу за тем, что заявляет столичная прокуратура», – сказал мэр Степан Громов.", "", "named Степан Громов"),
        # Adverbs are no part of a name.
        ("Напередодні Остап Лисенко заявив, що міст закриють.", "", "named Остап Лисенко"),
        ("Раніше генпрокурор Остап Лисенко заявив, що справу закрито.", "", "named Остап Лисенко"),
        # Through a correspondent of an outlet.
        ("Міст закриють, заявив мер Остап Лисенко, передає кореспондент УНІАН.", "", "outlet УНІАН; named Остап Лисенко"),
        # Names stand in the nominative.
        ("В пресс-службе мэрии сообщили, что мост закроют.", "", "official пресс-служба мэрии"),
    ],
)  # fmt: skip
def test_ukrainian_and_russian_news_names_whom_it_relies_on(lede: str, body: str, chain: str) -> None:
    found = attribution.chain([], [], lede, OUTLETS, [body] if body else [])
    assert said(found).casefold() == chain.casefold()

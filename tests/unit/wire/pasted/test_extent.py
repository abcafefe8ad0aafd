"""Where the body of a pasted text begins and ends, and what stands in it without belonging to it."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article, BlockKind, Role
from builder.wire.pasted import text
from builder.wire.printed import lines

PASTED = dt.date(2025, 3, 10)

ENGLISH = (
    "The ferry to Inish Orla will sail twice a day from May, the harbour board said on Thursday.",
    "A second boat was bought in Norway in January. It carries ninety passengers and four cars, and it needs a crew of six.",
    "The islanders had asked for a second sailing since 2019, when the school on the island lost its last teacher.",
    '"We can be home for dinner," said Brid Lally, who runs the post office on the island.',
    "Tickets will cost the same as now, and children under six will travel free until the end of the year.",
    "The board will look at the timetable again in October, once the summer visitors have left.",
)
GERMAN = (
    "Die Stadtbücherei von Lindenau zieht im Herbst in den alten Güterbahnhof, teilte die Stadt am Montag mit.",
    "Das Gebäude stand elf Jahre lang leer. Für den Umbau gibt das Land vier Millionen Euro, den Rest zahlt die Stadt.",
    "Im Erdgeschoss entstehen ein Lesesaal und ein Café, darüber sollen die Kinderbücher stehen.",
    "„Wir haben endlich Platz für alle Bücher“, sagte die Leiterin der Bücherei, Jana Kroll, vor dem Stadtrat.",
    "Der alte Standort am Markt bleibt bis zum Umzug geöffnet, danach wird er an einen Buchladen vermietet.",
    "Der Stadtrat stimmt Ende März über den Vertrag mit dem Bahnhof ab, die Mehrheit gilt als sicher.",
)
UKRAINIAN = (
    "У Полтаві з квітня почне працювати нова школа ткацтва, повідомили в міській раді у вівторок.",
    "Навчання триватиме дев'ять місяців і буде безкоштовним. У першій групі вчитимуться двадцять людей різного віку.",
    "Верстати для школи зробили майстри з Решетилівки, а нитки привезли з фабрики в Чернігові.",
    "«Ми хочемо, щоб ремесло не зникло разом із нами», – сказала майстриня Оксана Гречка.",
    "Заяви приймають до двадцятого березня в будинку культури, а відповідь обіцяють дати до кінця місяця.",
    "Восени школа покаже роботи учнів на ярмарку, куди запросять ткачів з усієї області.",
)
HEADS = {
    ENGLISH: "Island ferry will sail twice a day from May\n\nBy Nell Carty\n6 March 2025, 14:10",
    GERMAN: "Bücherei von Lindenau zieht in den alten Güterbahnhof\n\nVon Peter Quast\n3. März 2025, 09:30 Uhr",
    UKRAINIAN: "У Полтаві відкриють нову школу ткацтва\n\nІрина Левко\n4 березня 2025, 12:00",
}
STORIES = tuple(HEADS)


def pasted(*parts: str) -> Article:
    return text.read("\n\n".join(parts).encode(), name="pasted.txt", pasted=PASTED, unheaded=True)


def body(article: Article) -> str:
    said = [block.text or "\n".join(item.text for item in block.items) for block in article.blocks]
    return "\n".join([article.standfirst or "", *said])


@pytest.mark.parametrize("story", STORIES)
def test_all_paragraphs_are_body_and_nothing_else(story: tuple[str, ...]) -> None:
    assert body(pasted(HEADS[story], *story)).strip().splitlines() == list(story)


@pytest.mark.parametrize(
    ("story", "teaser"),
    [
        (ENGLISH, "More from the islands\nWhy the lighthouse of Orla has no keeper\n2 March 2025"),
        (GERMAN, "Auch interessant\nWarum die Lindenauer ihren Markt nicht mehr mögen\n1. März 2025, 08:00 Uhr"),
        (UKRAINIAN, "Читайте також:\nЧому в Полтаві зникають старі ворота\n1 березня 2025, 10:00"),
    ],
)
def test_a_teaser_between_the_paragraphs_is_left_out(story: tuple[str, ...], teaser: str) -> None:
    article = pasted(HEADS[story], *story[:3], teaser, *story[3:])
    assert [paragraph for paragraph in story if paragraph not in body(article)] == []
    assert teaser.splitlines()[1] not in body(article)


@pytest.mark.parametrize(
    ("story", "tail"),
    [
        (
            ENGLISH,
            (
                "Share\nPrint\nComments\n\n2 comments\n\nSeagull44\n7 March 2025, 08:12\nReply\n\n"
                "I do not think one more boat helps anybody.\n\nReply\nReport"
            ),
        ),
        (
            GERMAN,
            (
                "Teilen\nDrucken\n\nNewsletter\nJeden Morgen das Wichtigste: Abonnieren Sie unseren Newsletter, kostenlos.\n"
                "Jetzt anmelden\n\nImpressum\nDatenschutz"
            ),
        ),
        (
            UKRAINIAN,
            (
                "Поділитися\n\nОстанні новини\nУ Лубнах полагодили міст через Сулу\nМиргород чекає на туристів\n\n"
                "Підписуйтесь на наш канал у Telegram\nПро нас\nРеклама"
            ),
        ),
    ],
)
def test_what_follows_the_story_is_no_body(story: tuple[str, ...], tail: str) -> None:
    article = pasted(HEADS[story], *story, tail)
    assert body(article).strip().splitlines() == list(story)


def test_a_cookie_notice_of_many_lines_below_is_no_body() -> None:
    notice = (
        "Privacy overview\n"
        "This website uses cookies to improve your experience while you look at its pages and to count visits.\n"
        "Necessary\n"
        "Necessary cookies are needed so that the browser shows the website as it was made. They keep no names.\n"
        "Save and accept"
    )
    assert body(pasted(HEADS[ENGLISH], *ENGLISH, "© 2025 Example Gazette", notice)).strip().splitlines() == list(
        ENGLISH
    )


def test_subheads_belong_to_the_body() -> None:
    article = pasted(HEADS[GERMAN], *GERMAN[:3], "Was aus dem alten Haus wird", *GERMAN[3:])
    assert [block.text for block in article.blocks if block.kind is BlockKind.HEADING] == [
        "Was aus dem alten Haus wird"
    ]


def test_a_list_that_a_colon_announces_belongs_to_the_body() -> None:
    announced = "The board named three conditions that the islanders have to meet before May:"
    items = ("a pier that is lit at night", "a shelter for eleven people", "a ramp for wheelchairs")
    article = pasted(HEADS[ENGLISH], *ENGLISH[:3], announced, "\n".join(f"• {item}" for item in items), *ENGLISH[3:])
    listed = next(block for block in article.blocks if block.kind is BlockKind.LIST)
    assert tuple(item.text for item in listed.items) == items


def test_what_is_left_out_is_accounted_for() -> None:
    teaser = "Why the lighthouse of Orla has no keeper"
    told = "\n\n".join((HEADS[ENGLISH], *ENGLISH[:3], f"More from the islands\n{teaser}\n2 March 2025", *ENGLISH[3:]))
    article = text.read(told.encode(), name="pasted.txt", pasted=PASTED)
    number = next(line.number for line in lines.split(told) if line.text == teaser)
    assert next(account.role for account in article.accounts if account.line == number) is Role.FURNITURE
    assert len(article.accounts) == len(lines.split(told))


def test_an_article_pasted_without_its_headline_is_headed_by_its_first_sentence() -> None:
    article = pasted(*GERMAN)
    assert article.headline == GERMAN[0].rstrip(".")
    assert body(article).strip().splitlines() == list(GERMAN)


def test_a_few_words_without_prose_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="no headline"):
        pasted("Share", "Print", "Menu")


def test_a_label_that_a_page_repeats_between_the_paragraphs_parts_nothing() -> None:
    label = "Article content"
    short = [one for paragraph in ENGLISH for one in (paragraph, label)]
    article = pasted(HEADS[ENGLISH], *short, "The last ferry leaves at nine.", label)
    assert body(article).strip().splitlines() == [*ENGLISH, "The last ferry leaves at nine."]


def test_the_next_story_of_a_page_without_an_end_is_another_article() -> None:
    following = (
        "Share",
        "Why the lighthouse of Orla has no keeper\nTom Duane\nPublished 7 March 2025 - 16:25",
        "The lamp has been lit by a clock since the last keeper of the lighthouse went home in the spring of 1998.",
        "Nobody on the island wants the tower to be sold, and the council has asked the state for a grant of its own.",
        "A painter lived in the keeper's house for two summers, and after him nobody had the key to it for ten years.",
    )
    article = pasted(HEADS[ENGLISH], *ENGLISH, *following)
    assert body(article).strip().splitlines() == list(ENGLISH)


def test_a_date_of_a_teaser_between_the_paragraphs_ends_no_story() -> None:
    article = pasted(HEADS[ENGLISH], *ENGLISH[:4], "Why the lighthouse has no keeper\n2 March 2025", *ENGLISH[4:])
    assert body(article).strip().splitlines() == list(ENGLISH)


def test_offers_above_the_story_are_no_standfirst() -> None:
    offers = (
        "THIS STORY IS RESERVED FOR SUBSCRIBERS",
        "Unlimited online access to the Gazette and to fifteen other papers with one account.",
        "Daily puzzles, among them the crossword.",
    )
    article = pasted(HEADS[ENGLISH], "\n".join(offers), "\n".join(offers), *ENGLISH)
    assert article.standfirst is None
    assert body(article).strip().splitlines() == list(ENGLISH)


@pytest.mark.parametrize("label", ["Legende:", "Bildunterschrift:", "Image caption:", "Підпис до фото:"])
def test_a_line_that_calls_itself_a_caption_is_one(label: str) -> None:
    said = "The harbour of Inish Orla, where the second boat will lie in winter"
    article = pasted(HEADS[ENGLISH], *ENGLISH[:3], f"{label} {said}", *ENGLISH[3:])
    assert [image.caption for image in article.images] == [said]
    assert body(article).strip().splitlines() == list(ENGLISH)


def test_a_question_close_below_teasers_heads_the_paragraph_below_it() -> None:
    group = "Boat sinks off Orla\nThe island in pictures\nWhy does the island need two boats?"
    article = pasted(HEADS[ENGLISH], *ENGLISH[:3], group, *ENGLISH[3:])
    kept = body(article)
    assert "Why does the island need two boats?" in kept
    assert BlockKind.HEADING in {block.kind for block in article.blocks if block.text.startswith("Why does")}
    assert "The island in pictures" not in kept


def test_what_names_no_subject_is_no_topic() -> None:
    listed = "Topics\nFerries\nInish Orla\n12 comments\n2:38 min\nwith video\nhttps://orla.example/ferry"
    assert pasted(HEADS[ENGLISH], *ENGLISH, listed).topics == ("Ferries", "Inish Orla")
    kicker = pasted(f"After the storm\n{HEADS[ENGLISH]}", *ENGLISH)
    assert kicker.headline == HEADS[ENGLISH].splitlines()[0]
    assert kicker.topics == ()


def test_a_question_that_somebody_asks_is_no_heading() -> None:
    asked = "“Why does the island need two boats?”"
    article = pasted(HEADS[ENGLISH], *ENGLISH[:3], asked, *ENGLISH[3:])
    assert [block.kind for block in article.blocks if block.text == asked] == [BlockKind.QUOTE]


def test_an_agency_alone_above_a_line_credits_the_picture_that_the_line_describes() -> None:
    said = "Brid Lally and her daughter wait for the ferry at the old pier"
    article = pasted(HEADS[ENGLISH], *ENGLISH[:3], f"EPA\n{said}", *ENGLISH[3:])
    assert [(image.caption, image.credit) for image in article.images] == [(said, "EPA")]
    assert body(article).strip().splitlines() == list(ENGLISH)


def test_dates_and_the_headings_of_rails_are_no_other_stories() -> None:
    rail = "Related\nBridge repairs to end before the autumn\n22.03.2025 • 15:02 Uhr\nMore from Nell Carty\nWhy the lighthouse has no keeper"
    found = pasted(HEADS[ENGLISH], *ENGLISH, rail).other_stories
    assert found == ("Bridge repairs to end before the autumn", "Why the lighthouse has no keeper")

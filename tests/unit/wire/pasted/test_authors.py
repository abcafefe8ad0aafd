"""Who wrote a pasted article, in the layouts in which outlets print it; and who only stands beside the story."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.model.article import Article
from builder.wire.pasted import text

BODY = """
The ferry between the two islands will sail twice as often from next week, the harbour office said on Monday.

Passengers had asked for more crossings since the old bridge was closed for repairs in the spring of last year.

A second ship has been hired for the summer, and the fares will stay as they are until the end of the season.

The office expects some forty thousand people on the busiest days, as many as before the bridge was built.
"""
GERMAN = """
Die Fähre zwischen den beiden Inseln fährt ab der kommenden Woche doppelt so oft, wie das Hafenamt am Montag mitteilte.

Die Fahrgäste hatten sich mehr Überfahrten gewünscht, seit die alte Brücke im vergangenen Frühjahr gesperrt wurde.

Für den Sommer wurde ein zweites Schiff gemietet, die Preise bleiben bis zum Ende der Saison unverändert.

Das Amt rechnet an den stärksten Tagen mit vierzigtausend Menschen, so vielen wie vor dem Bau der Brücke.
"""


def read(head: str, body: str = BODY, foot: str = "") -> Article:
    return text.read(f"{head}\n{body}\n{foot}".encode(), name="in.txt", pasted=dt.date(2025, 5, 6))


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("By Marta Linde and Tom Bell\n3 May 2025", ("Marta Linde", "Tom Bell")),
        ("By\nMarta Linde\n,\nTom Bell\n3 May 2025", ("Marta Linde", "Tom Bell")),
        ("Marta Linde\nand\nTom Bell\n\n3 May 2025", ("Marta Linde", "Tom Bell")),
        ("Marta Linde\nCorrespondent in Athens\n\nSave\n\n3 May 2025", ("Marta Linde",)),
        ("3 May 2025 / Marta Linde", ("Marta Linde",)),
        ("Islands | Published: 5 hours ago | Written by Marta Linde", ("Marta Linde",)),
        ("1 day ago\nShare\nSave\nMarta Linde\nXYZ", ("Marta Linde",)),
        ("By Reuters\n3 May 2025", ("Reuters",)),
        ("Reuters, Marta Linde\n3 May 2025", ("Reuters", "Marta Linde")),
        ("Marta Linde / EXAMPLE.COM / May 3, 2025, 17:07 IST", ("Marta Linde",)),
        ("Marta Linde\nFoto: Example\n3 May 2025", ("Marta Linde",)),
    ],
)
def test_the_author_below_the_headline_is_found(lines: str, names: tuple[str, ...]) -> None:
    assert read(f"Island ferry to sail twice as often\n{lines}").byline == names


def test_a_person_of_the_story_in_a_caption_is_not_its_author() -> None:
    body = BODY.replace("the harbour office said", "Olaf Berg of the harbour office said")
    body = body.replace("The office expects", "Olaf Berg expects")
    head = "Island ferry to sail twice as often\n\n3 May 2025\n\nOlaf Berg\n\nPhoto: Example\n\nMarta Linde"
    assert read(head, body).byline == ("Marta Linde",)


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Author of the article:\nMarta", ("Marta",)),
        ("3 May 2025 / Marta Berg", ("Marta Berg",)),
        ("Standfirst line\nShare\nMarta Berg, Political Editor", ("Marta Berg",)),
        ("Standfirst line\nShare\nMarta Berg\nPolitical Editor", ("Marta Berg",)),
        ("by Ilandia on 3 May 2025\nMarta Linde", ("Marta Linde",)),
    ],
)
def test_a_name_that_the_story_shares_words_with_needs_a_sign_of_its_own(head: str, names: tuple[str, ...]) -> None:
    body = BODY.replace("the harbour office said", "Olaf Berg of the harbour office said")
    assert read(f"Island ferry to sail twice as often\n{head}", body).byline == names


def test_a_section_of_the_menu_is_not_the_author() -> None:
    head = "Northern Affairs\nWeather\nIsland ferry to sail twice as often\nNorthern Affairs\nShare\n3 May 2025"
    assert read(head).byline == ()


def test_the_byline_of_another_story_below_the_standfirst_is_not_taken() -> None:
    head = (
        "Island ferry to sail twice as often\nBy Marta Linde\n3 May 2025\n"
        "The crossings had been cut when the old bridge was closed for its repairs.\nBridge repairs\nBy Tom Bell\n1 May 2025"
    )
    assert read(head).byline == ("Marta Linde",)


@pytest.mark.parametrize("line", ["Related Posts", "Key Points", "Latest Stories", "The Weekend"])
def test_lines_of_the_page_are_nobody(line: str) -> None:
    assert read(f"Island ferry to sail twice as often\n3 May 2025\n{line}").byline == ()


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("\nVon Jana Brandt", ("Jana Brandt",)),
        ("\nJana Brandt\n\nStartseite", ("Jana Brandt",)),
        ("Im Herbst wird neu entschieden. (Jana Brandt)", ("Jana Brandt",)),
        ("Im Herbst wird neu entschieden. (dpa)", ()),
    ],
)
def test_the_author_at_the_foot_is_found(foot: str, names: tuple[str, ...]) -> None:
    assert read("Inselfähre fährt doppelt so oft\n3. Mai 2025", GERMAN, foot).byline == names


def test_the_author_is_found_where_the_text_goes_on_behind_the_name() -> None:
    foot = "\nText: Jana Brandt\n" + GERMAN.replace("Insel", "Halbinsel")
    assert read("Inselfähre fährt doppelt so oft\n3. Mai 2025", GERMAN, foot).byline == ("Jana Brandt",)


def test_a_byline_that_reads_as_a_sentence_is_one() -> None:
    line = "Ein Interview von Jana Brandt mit dem Kapitän Olaf Berg."
    assert read(f"Inselfähre fährt doppelt so oft\n3. Mai 2025\n\n{line}", GERMAN).byline == ("Jana Brandt",)


def test_a_signature_is_no_paragraph_of_the_body() -> None:
    article = read("Inselfähre fährt doppelt so oft\n3. Mai 2025", GERMAN, "Jana Brandt")
    assert article.byline == ("Jana Brandt",)
    assert all(block.text != "Jana Brandt" for block in article.blocks)


def test_the_box_about_the_author_tells_which_name_it_was() -> None:
    head = (
        "Inselfähre fährt doppelt so oft\nInselrat Norden\nJana Brandt\nTeilen\nMerken\nVorlesen\nDrucken\n3. Mai 2025"
    )
    assert read(head, GERMAN, "\nTeilen\n\nJana Brandt\n").byline == ("Jana Brandt",)

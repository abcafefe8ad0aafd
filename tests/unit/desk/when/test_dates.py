from __future__ import annotations

import datetime as dt

import pytest

from builder.desk.when import dates

PUBLISHED = dt.date(2025, 2, 21)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 9 February, Trump said he spoke by phone.", "2025-02-09"),
        ("On 5 November, Americans voted.", "2024-11-05"),
        ("On 5 November 2019, something else happened.", "2019-11-05"),
        ("On Feb. 11, the selectmen voted 3-0.", "2025-02-11"),
        ("In March, talks began.", "2024-03"),
        ("In February, talks went on.", "2025-02"),
        ("In 2019, a tide came.", "2019"),
        ("In spring 2023, they measured.", "2023-21"),
        ("From 30 December to 2 January, the port was closed.", "2024-12-30/2025-01-02"),
        ("From 3 to 5 February, it was shown.", "2025-02-03/2025-02-05"),
        ("Around 9 February, the ice broke.", "2025-02-09~"),
        ("The vote will be held on 3 March.", "2025-03-03"),
        ("They spoke for four and a half hours.", None),
        ("They may march to the sea.", None),
        ("It has stood since 2014.", None),
        ("The council said before that it would not come.", None),
        ("The wall is old. On 3 February, it fell.", None),
        ("On 31 February, nothing can have happened.", None),
        ("The ban was lifted after the ruling of 3 May 2020.", None),
    ],
)
def test_an_item_is_dated_as_precisely_as_it_speaks(text: str, edtf: str | None) -> None:
    found = dates.of_item(text, PUBLISHED, "en")
    assert (found.text if found else None) == edtf


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("Am 9. Dezember meldete die Reederei einen Riss.", "de", "2024-12-09"),
        ("Vom 3. bis 5. Februar fuhr sie nicht.", "de", "2025-02-03/2025-02-05"),
        ("Le 1er octobre 2024, les stations avaient été fermées.", "fr", "2024-10-01"),
        ("El 3 de enero, se reanudó.", "es", "2025-01-03"),
        ("9 лютого сторони зустрілися.", "uk", "2025-02-09"),
        ("В январе начался ремонт.", "ru", "2025-01"),
        ("1月に補修工事が始まった。", "ja", "2025-01"),
    ],
)
def test_other_languages_are_dated_alike(text: str, language: str, edtf: str) -> None:
    found = dates.of_item(text, PUBLISHED, language)
    assert found is not None
    assert found.text == edtf


def test_sentences_lose_no_text() -> None:
    text = "On 3. Mai kam er an. Dr. Meier sagte nichts. 18 Leute warteten! Warum?"
    assert " ".join(dates.sentences(text)) == text
    assert len(dates.sentences(text)) >= 3

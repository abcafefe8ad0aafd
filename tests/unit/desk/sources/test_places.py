"""Where something was said, told from where it happened and from who said it."""

from __future__ import annotations

import pytest

from builder.desk.sources import attribution
from builder.desk.sources.places import set_apart
from builder.desk.sources.reliance import of_sentence
from builder.model.briefing import SourceKind


@pytest.mark.parametrize(
    ("sentence", "rest", "where", "to"),
    [
        (
            "At a press conference in Riga on Friday, the mayor said no.",
            "the mayor said no.",
            "press conference",
            None,
        ),
        ("The mayor said in a Telegram post that it burned.", "The mayor said that it burned.", "Telegram", None),
        ("Мер повідомив у Telegram, що горить склад.", "Мер повідомив, що горить склад.", "Telegram", None),
        ("Мэр на брифинге сообщил о пожаре.", "Мэр сообщил о пожаре.", "брифинге", None),
        ("The mayor said no in an interview with the Times.", "The mayor said no.", None, "Times"),
        ("„Nein“, sagte Karin Holm im Deutschlandfunk.", "„Nein“, sagte Karin Holm.", None, "Deutschlandfunk"),
        ("Le maire a dit non sur le pont de Brest.", "Le maire a dit non sur le pont de Brest.", None, None),
        (
            "The mayor said a video posted on Telegram was false.",
            "The mayor said a video posted on Telegram was false.",
            None,
            None,
        ),
    ],
)
def test_the_circumstances_are_set_apart(sentence: str, rest: str, where: str | None, to: str | None) -> None:
    found = set_apart(sentence, lambda name: name in {"Times", "Deutschlandfunk"})
    assert (found.sentence, found.where, found.to) == (rest, where, to)


def test_who_spoke_to_an_outlet_spoke_there_and_nowhere_else() -> None:
    found = of_sentence("Karin Holm told Reuters on Telegram that it was shut.", {})
    assert [(one.name, one.via, one.where) for one in found if one.kind is SourceKind.NAMED] == [
        ("Karin Holm", "Reuters", None)
    ]


def test_an_official_who_is_not_to_be_named_has_no_name() -> None:
    covered, open_ = (
        of_sentence(f"A police officer{cover} said the cell was empty.", {})
        for cover in (", speaking on condition of anonymity,", "")
    )
    assert [one.kind for one in covered] == [SourceKind.ANONYMOUS]
    assert [one.kind for one in open_] == [SourceKind.OFFICIAL]


def test_the_place_is_kept_with_the_speaker_of_the_article() -> None:
    (one,) = attribution.chain([], [], "The mast fell, the harbour master said on X.", {})
    assert (one.name, one.where, one.via) == ("harbour master", "X", None)

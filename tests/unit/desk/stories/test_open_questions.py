"""What is left open, and when words say that it was answered."""

from __future__ import annotations

import pytest

from builder.desk.stories.open_questions import Question, questions
from builder.formats import briefing_md
from builder.model.ids import Slug
from builder.model.storyline import Answer

FILLER = ("The ferry sailed on time.", "A baker sold bread.", "The library opened late.", "Snow fell in the hills.")


def asked(*texts: str, answers: tuple[Answer, ...] = ()) -> tuple[Question, ...]:
    briefings = [
        briefing_md.loads(f"---\ntitle: T\ndate: 2001-01-0{n}\n---\n{text}\n", slug=Slug(f"b{n}"))
        for n, text in enumerate((*texts, *FILLER), 1)
    ]
    return questions(briefings, answers)


OPEN = "It remains unclear whether the ceasefire will be extended."


def test_a_question_stays_open_until_a_later_briefing_says_as_much() -> None:
    (question,) = asked(f"They met. {OPEN}", "The weather was fine.")
    assert (question.sentence, question.answered_by) == (OPEN, None)
    (question,) = asked(OPEN, "The weather was fine.", "The ceasefire was extended on Friday, both sides said.")
    assert (question.answered_by, question.answer) == ("b3", "The ceasefire was extended on Friday, both sides said.")
    assert question.shared == ("ceasef", "extend")


@pytest.mark.parametrize(
    "later",
    [
        "The ceasefire held.",
        "It is still unclear when the ceasefire will be extended.",
        "Nothing was said.\n\n## Background\n\n- **2001-01-01** — The ceasefire was extended.",
    ],
)
def test_what_says_less_is_no_answer(later: str) -> None:
    assert asked(OPEN, later)[0].answered_by is None


def test_an_earlier_briefing_answers_nothing() -> None:
    assert asked("The ceasefire was extended.", OPEN)[0].answered_by is None


def test_what_leans_on_the_sentence_before_is_not_looked_for() -> None:
    (question,) = asked(
        "It was unclear whether the Soviet Union prepared the same.", "The Soviet Union prepared crews."
    )
    assert question.answered_by is None


def test_the_editor_rules() -> None:
    word = Answer(question="It remains unclear whether", briefing=Slug("b2"))
    (question,) = asked(OPEN, "Guns fell silent for another week.", answers=(word,))
    assert (question.answered_by, question.answer) == ("b2", None)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has not said when the bridge will open.",
        "It was not immediately clear whether the bridge would open.",
        "Unklar blieb, wann die Brücke öffnet.",
        "Es ist weiterhin offen, wer die Brücke bezahlt.",
        "On ignore si le pont sera ouvert.",
        "Se desconoce cuándo abrirá el puente.",
        "Наразі невідомо, коли міст відкриють.",
        "Пока неизвестно, когда откроют мост.",
    ],
)
def test_it_is_asked_in_several_languages(text: str) -> None:
    assert [question.sentence for question in asked(text)] == [text]


def test_plain_sentences_ask_nothing() -> None:
    assert asked("The ministry said when the bridge will open. The rules are clear. It was known who came.") == ()

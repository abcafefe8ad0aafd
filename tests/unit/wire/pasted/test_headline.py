"""Which line above the body is the headline, among all that a page prints there."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article, Role
from builder.wire.pasted import headline, text
from builder.wire.pasted.headline_signs import WEIGHTS, Sign
from builder.wire.printed import lines

BODY = """
The harbour board of Skellig will buy a second ferry, and the boat will sail to the islands twice a day from May.

Islanders had asked the board for a second sailing since the school lost its last teacher in the spring of last year.

The ferry was built in Norway and carries ninety passengers; the fares stay as they are until the end of the season.
"""
HEADLINE = "Harbour board buys a second ferry for the islands"
MARKS = "By Nell Carty\n6 March 2025, 14:10\n"
PASTED = dt.date(2025, 3, 10)


def read(head: str, foot: str = "", *, unheaded: bool = False) -> Article:
    return text.read(f"{head}\n{BODY}\n{foot}".encode(), name="in.txt", pasted=PASTED, unheaded=unheaded)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            f"{HEADLINE}\nThe boat from Norway will sail twice a day from May, and islanders will pay the same fares as "
            f"they did last season\n{MARKS}",
            id="standfirst without a full stop",
        ),
        pytest.param(f"ISLAND TRANSPORT CRISIS\n{HEADLINE}\n{MARKS}", id="kicker in capitals"),
        pytest.param(f"Home\nHarbour\nIslands\n{HEADLINE}\n{MARKS}", id="breadcrumb over several lines"),
        pytest.param(f"News Harbour Islands\n{HEADLINE}\n{MARKS}", id="breadcrumb in one line"),
        pytest.param(
            f"{HEADLINE} | The Skellig Reader\nIslands\n{HEADLINE}\n{MARKS}", id="title with the outlet's name"
        ),
        pytest.param(
            f"Share: {HEADLINE} via @skellig\n{HEADLINE}\n{MARKS}",
            id="share text",
        ),
        pytest.param(
            f"Islands\n{HEADLINE}\nNell Carty talks to islanders on the pier of Skellig harbour as the ferry sails\n"
            f"Photo: Tom Reagh\n{MARKS}",
            id="caption",
        ),
        pytest.param(
            f"Question of the day\nWill you take the ferry this year?\nYes, to the islands twice\nNo\nView results\n"
            f"Islands\n{HEADLINE}\n{MARKS}",
            id="poll",
        ),
        pytest.param(
            f"{HEADLINE}\n{MARKS}Read also\nWhy the ferry to the islands of Skellig was late all spring\n5 March 2025\n",
            id="another story below",
        ),
        pytest.param(f"{HEADLINE}\n", id="no byline and no date"),
    ],
)
def test_the_headline_is_told_from_what_stands_around_it(head: str) -> None:
    assert read(head).headline == HEADLINE


@pytest.mark.parametrize(
    "headline",
    [
        "“We can be home for dinner”",
        "– We can be home for dinner",
        "First picture: how the second ferry for the islands looks",
        "Second ferry",
        "Ferry: harbour board buys a second boat",
        "Is a second ferry what the islands need?",
    ],
)
def test_a_headline_may_be_a_quotation_a_question_or_a_few_words(headline: str) -> None:
    assert read(f"Islands\n{headline}\n{MARKS}").headline == headline


def test_a_headline_behind_its_kicker_and_a_colon_counts_whole() -> None:
    whole = f"Skellig transport: {HEADLINE}"
    assert read(f"Home\n{whole}\n{MARKS}", f"Most read\n{whole}").headline == whole


def test_the_headline_that_a_page_repeats_below_is_chosen_between_two() -> None:
    other = "Harbour board wants a third ferry to the islands"
    article = read(f"Trending\n{other}\nSkellig\n{HEADLINE}\n{MARKS}", f"Comments\n{HEADLINE}")
    assert article.headline == HEADLINE


def test_an_article_without_its_headline_is_headed_by_its_first_sentence_and_says_so() -> None:
    article = read(MARKS, unheaded=True)
    assert article.headline.startswith("The harbour board of Skellig will buy a second ferry")
    assert article.remarks == (text.UNHEADED,)
    assert article.byline == ("Nell Carty",)
    assert str(article.published)[:10] == "2025-03-06"


def test_one_word_that_the_body_does_not_say_is_no_headline() -> None:
    article = read("Transportation\n\n", unheaded=True)
    assert article.remarks == (text.UNHEADED,)


def test_an_article_with_its_headline_has_nothing_to_remark() -> None:
    assert read(f"{HEADLINE}\n{MARKS}", unheaded=True).remarks == ()


def test_without_a_headline_nothing_is_made_up_unless_asked() -> None:
    with pytest.raises(UnreadableInput, match="no headline can be made out"):
        read(MARKS)


def test_every_line_of_the_head_has_a_role_also_without_a_headline() -> None:
    roles = {account.line: account.role for account in read(MARKS, unheaded=True).accounts}
    assert (roles[1], roles[2]) == (Role.BYLINE, Role.DATE)


LEDE = "The boat from Norway will sail to the islands twice a day from May, and islanders will pay the fares they know"
SIGNED = [
    (Sign.LABEL, f"Islands\n{HEADLINE}", "Islands"),
    (Sign.BRIEF, f"Letters to the harbour\n{HEADLINE}", "Letters to the harbour"),
    (Sign.LONG, f"{HEADLINE}\n{LEDE}", LEDE),
    (Sign.FEW_WORDS, f"Transport news\n{HEADLINE}", "Transport news"),
    (Sign.STOP, f"{HEADLINE}\nThe boat will sail in May.", "The boat will sail in May."),
    (Sign.QUOTED, "“We can be home for dinner”", "“We can be home for dinner”"),
    (Sign.DASHED, "– We can be home for dinner", "We can be home for dinner"),
    (Sign.CREDITED, f"{HEADLINE}\nPhoto: Tom Reagh", "Photo: Tom Reagh"),
    (Sign.HALF_SHARED, HEADLINE, HEADLINE),
    (Sign.MOST_SHARED, "Harbour board will sail a second ferry", "Harbour board will sail a second ferry"),
    (Sign.MANY_SHARED, "Harbour board will sail a second ferry", "Harbour board will sail a second ferry"),
    (Sign.SHARES_MOST, f"Weather on the islands\n{HEADLINE}", HEADLINE),
    (Sign.FIRST_TO_SHARE, f"{HEADLINE}\n{LEDE}", HEADLINE),
    (Sign.MARK_BELOW, f"{HEADLINE}\nShare\n{MARKS}", HEADLINE),
    (Sign.TITLE_ABOVE, f"{HEADLINE}\nListen\n{LEDE}", LEDE),
    (Sign.KICKER_ABOVE, f"Islands\n{HEADLINE}", HEADLINE),
    (Sign.RAIL_ABOVE, f"Read also\n{HEADLINE}", HEADLINE),
    (Sign.LONGER_BELOW, f"{HEADLINE}\n{LEDE}", HEADLINE),
    (Sign.LONG_BELOW, f"{HEADLINE}\n{LEDE}", HEADLINE),
    (Sign.CREDIT_BELOW, f"{HEADLINE}\nPhoto: Tom Reagh", HEADLINE),
    (Sign.SAID_AGAIN, f"Second ferry for islands: board buys harbour boat\n{HEADLINE}", HEADLINE),
    (Sign.WITHIN_ANOTHER, f"{HEADLINE} | The Skellig Reader\n{HEADLINE}", HEADLINE),
    (Sign.HOLDS_ANOTHER, f"{HEADLINE} | The Skellig Reader\n{HEADLINE}", f"{HEADLINE} | The Skellig Reader"),
    (Sign.HOLDS_BEHIND_COLON, f"Skellig: {HEADLINE}\n{HEADLINE}", f"Skellig: {HEADLINE}"),
]


def signs(head: str, line: str, foot: str = "") -> tuple[Sign, ...]:
    found = lines.split(f"{head}\n{BODY}\n{foot}")
    begin = next(i for i, one in enumerate(found) if one.text.startswith("The harbour board of"))
    return next(
        one.signs for one in headline.candidates(found, begin, begin + 3, "en") if found[one.index].text == line
    )


@pytest.mark.parametrize(("sign", "head", "line"), SIGNED, ids=lambda value: getattr(value, "name", ""))
def test_a_line_bears_the_sign_that_speaks_for_it_or_against_it(sign: Sign, head: str, line: str) -> None:
    assert sign in signs(head, line)


def test_a_line_that_stands_below_the_body_too_bears_its_sign() -> None:
    assert Sign.AGAIN_BELOW in signs(HEADLINE, HEADLINE, HEADLINE)
    assert Sign.AGAIN_BELOW not in signs(HEADLINE, HEADLINE)


def test_every_sign_has_its_weight_and_its_case() -> None:
    assert set(WEIGHTS) == set(Sign) == {sign for sign, *_ in SIGNED} | {Sign.AGAIN_BELOW}


def test_a_short_line_that_opens_a_text_by_itself_is_its_headline() -> None:
    story = "The road over the harbour will be shut from Sunday until the end of February, the roads office said. " * 3
    article = text.read(f"Crane falls\n\n{story}\n".encode(), name="a.txt", pasted=dt.date(2025, 3, 4), unheaded=True)
    assert article.headline == "Crane falls"
    dated = f"Crane falls\n\n4 March 2025\n\n{story}\n".encode()
    assert text.read(dated, name="a.txt", pasted=dt.date(2025, 3, 4), unheaded=True).headline == "Crane falls"
    kicker = text.read(f"Politics\n\n{story}\n".encode(), name="a.txt", pasted=dt.date(2025, 3, 4), unheaded=True)
    assert kicker.headline.startswith("The road over the harbour")

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml.html import document_fromstring

from builder.wire.page.body import chosen, weighed
from builder.wire.page.pieces import Piece, pieces
from builder.wire.page.traits import Judged, weigh

Choice = Callable[[Sequence[Judged], int, str], tuple[Piece, ...]]
SENTENCE = "The committee met on day {} and agreed on a plan for the harbour."


def take(markup: str, votes: dict[str, int], headline: str = "", by: Choice = chosen) -> list[str]:
    """Return the texts chosen of a page where three extractors vote as given by a word of the piece."""
    found = pieces(document_fromstring(f"<html><body>{markup}</body></html>"))
    judged = [Judged(piece, next((n for word, n in votes.items() if word in piece.text), 0)) for piece in found]
    return [piece.text for piece in by(judged, 3, headline)]


def paragraphs(*days: str) -> str:
    return "".join(f"<p>{SENTENCE.format(day)}</p>" for day in days)


def test_what_two_of_three_hold_is_taken_and_what_one_holds_is_not() -> None:
    markup = f"<div>{paragraphs('one', 'two')}</div><section><p>{SENTENCE.format('three')}</p></section>"
    assert take(markup, {"one": 3, "two": 2, "three": 1}) == [SENTENCE.format("one"), SENTENCE.format("two")]


def test_a_second_column_in_the_same_markup_is_taken_though_nobody_holds_it() -> None:
    column = '<div class="text">'
    markup = f"{column}{paragraphs('one', 'two')}</div><div class='ad'>An advertisement of a boat yard.</div>"
    assert take(f"{markup}{column}{paragraphs('three')}</div>", {"one": 3, "two": 3}) == [
        SENTENCE.format(day) for day in ("one", "two", "three")
    ]


def test_a_column_without_a_class_of_its_own_is_no_twin() -> None:
    markup = f"<div>{paragraphs('one', 'two')}</div><div>{paragraphs('three')}</div>"
    assert take(markup, {"one": 3, "two": 3}) == [SENTENCE.format(day) for day in ("one", "two")]


def test_a_small_box_that_one_extractor_disputes_is_left_out() -> None:
    long = paragraphs(*(str(n) for n in range(1, 21)))
    box = "<div class='box'><p>Read what else happened at sea.</p></div>"
    markup = f"<div class='text'>{long}{box}{paragraphs('99')}</div>"
    assert "at sea" not in " ".join(take(markup, {"day": 3, "at sea": 2}))
    assert "at sea" in " ".join(take(markup, {"day": 3, "at sea": 3}))


def test_a_list_with_links_in_the_articles_column_is_taken_though_nobody_holds_it() -> None:
    listed = (
        "<ul><li>The <a href='/hall'>fish hall</a> closes on Tuesday at noon.</li><li>The slip stays open.</li></ul>"
    )
    links = "<ul><li><a href='/a'>Lighthouse keeper retires after years</a></li></ul>"
    for wrapped in (listed, f"<div class='list'>{listed}</div>", f"<div><div class='list'>{listed}</div></div>"):
        taken = take(f"<div>{paragraphs('one')}{wrapped}{links}{paragraphs('two')}</div>", {"one": 3, "two": 3})
        assert [text.split(maxsplit=2)[1] for text in taken] == ["committee", "fish", "committee"]


def test_the_headline_and_copies_for_other_screens_are_left_out_and_a_refrain_stays() -> None:
    copy = "<div class='phone'><p>We sail at dawn, said the master.</p></div>"
    refrain = "<p>We sail at dawn, said the master.</p>"
    markup = f"<div><h2>Ships leave</h2>{paragraphs('one')}{refrain}{paragraphs('two')}{refrain}</div>{copy}"
    taken = take(markup, {"day": 3, "dawn": 3, "Ships": 3}, "Ships leave!")
    assert [text.split()[0] for text in taken] == ["The", "We", "The", "We"]


def test_a_post_quoted_between_paragraphs_is_taken_though_nobody_holds_it_and_one_below_them_is_not() -> None:
    post = "<blockquote class='twitter-tweet'><p>The quay is {}.</p>— Port (@port)</blockquote>"
    markup = f"<div>{paragraphs('one')}{post.format('open')}{paragraphs('two')}</div>{post.format('closed')}"
    taken = take(markup, {"one": 3, "two": 3})
    assert taken == [SENTENCE.format("one"), "The quay is open.", "— Port (@port)", SENTENCE.format("two")]


def test_an_offer_below_the_text_that_most_extractors_took_is_left_out_by_its_traits() -> None:
    body = paragraphs(*(str(n) for n in range(1, 13)))
    offer = "<div class='box'><p>Subscribe to our newsletter for harbour news</p></div>"
    markup, votes = f"<div class='text'>{body}{offer}</div>", {"day": 3, "newsletter": 3}
    assert "newsletter" in take(markup, votes)[-1]
    assert "newsletter" not in " ".join(take(markup, votes, by=weighed))


def test_links_that_most_extractors_took_are_left_out_by_their_traits_and_a_sentence_with_a_link_is_not() -> None:
    links = "<ul class='more'><li><a href='/a'>Lighthouse keeper retires</a> 3</li><li><a href='/b'>Ferry sold</a> 9</li></ul>"
    linked = "<p>The <a href='/c'>fish hall</a> closes on Tuesday at noon, the port says.</p>"
    markup = f"<div>{paragraphs('1', '2', '3')}{linked}{paragraphs('4', '5')}</div><div class='sidebar'>{links}</div>"
    taken = take(markup, {"day": 3, "fish": 3, "Lighthouse": 2}, by=weighed)
    assert len(taken) == 6
    assert "fish hall" in taken[3]


def test_traits_mend_a_choice_and_never_replace_it() -> None:
    lines = "".join(f"<nav class='sidebar box'><a href='/{n}'>Subscribe to notice {n}</a></nav>" for n in range(5))
    judged = [Judged(piece, 2) for piece in pieces(document_fromstring(f"<html><body>{lines}</body></html>"))]
    taken = chosen(judged, 3, "")
    assert max(weigh(judged, 3, taken=frozenset(taken), headline_at=-1)) < -0.5
    assert weighed(judged, 3, "") == taken != ()

"""Inline Markdown to plain text and back."""

from __future__ import annotations

import html
import re
import time
import unicodedata

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.formats import prose


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Plain words.", "Plain words."),
        ("**Bold**, *leaning*, ***both*** and __so__ _on_.", "Bold, leaning, both and so on."),
        ('A [link](18-x.md) and a [second](<a b.md> "title").', "A link and a second."),
        ("A [reference][ref] and a note.[^1]", "A reference and a note."),
        ("[![alt](picture.jpg)](18-x.md) beside", "alt beside"),
        ("An [address (with)](https://example.org/a_(b)_c) in brackets", "An address (with) in brackets"),
        ("`code *stays*` and *this* goes", "code *stays* and this goes"),
        ("<https://example.org/a> and <b onclick=x>bold</b><!-- gone -->", "https://example.org/a and bold"),
        ("R&amp;D &lt;b&gt; &#91;x]", "R&D <b> [x]"),
        (r"\*not leaning\* 2 \_ 3", "*not leaning* 2 _ 3"),
        ("2 * 3 * 4 and snake_case_name and 5*6", "2 * 3 * 4 and snake_case_name and 5*6"),
        ("two\nlines  and\tgaps", "two lines and gaps"),
        ("[not a link] [nor this", "[not a link] [nor this"),
    ],
)
def test_marks_go_and_words_stay(text: str, said: str) -> None:
    assert prose.plain(text) == said


@given(st.text())
@example("a*b*c [x](y) `c` <b>&amp; \\ _u_ ![i](j)")
@example("]] [[ `` ** trailing \\")
@example("[^1]&#38;lt;")
@example("a & b &copy &")
def test_escaped_text_reads_as_it_was(text: str) -> None:
    assert prose.plain(prose.escape(text)) == " ".join(text.split())


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]), max_size=60))
@example("![i](j) {: onclick=1} <script>alert(1)</script>")
@example("**bold** __x__ `c` [^1] R&amp;D <http://a.b>")
@example("x](http://evil) y")
@example("a & b &copy & ![x](y) !")
def test_escaped_text_is_shown_as_it_was_by_the_engine(text: str) -> None:
    shown = markdown.markdown(
        f"- Item. [x{prose.escape(text)}x](../a/)", extensions=["tables", "footnotes", "sane_lists"]
    )
    found = re.search(r'<a href="\.\./a/">(.*?)</a>', shown, re.DOTALL)
    assert found, shown
    assert html.unescape(found[1]) == html.unescape(html.escape(f"x{' '.join(text.split())}x"))


def test_what_means_nothing_where_it_stands_is_left_as_people_read_it() -> None:
    assert prose.escape("Salt & Pepper: stop! R&D") == "Salt & Pepper: stop! R&amp;D"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        (
            "Mr. Low met J. F. Kennedy in the U.S. Senate. Then he left.",
            "Mr. Low met J. F. Kennedy in the U.S. Senate.",
        ),
        ("He asked: “Why?” Nobody knew.", "He asked: “Why?”"),
        ("A weight of 83.6 kilograms was given. More.", "A weight of 83.6 kilograms was given."),
        ("It cost no. less than that. More.", "It cost no. less than that."),
        ("彼は言った。次の文。", "彼は言った。"),
        ("Он сказал. Она ответила.", "Он сказал."),
        ("No end at all", "No end at all"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_it_is_certain(text: str, first: str) -> None:
    assert prose.first_sentence(text) == first


@given(st.text(), st.integers(min_value=3, max_value=50))
def test_an_excerpt_is_a_beginning_within_its_bound(text: str, limit: int) -> None:
    cut = prose.excerpt(text, limit)
    assert len(cut) <= limit
    assert text == cut or (cut.endswith("…") and text.startswith(cut[:-1]))


def test_an_excerpt_ends_between_words_and_never_within_a_letter() -> None:
    assert prose.excerpt("Dryden and Blagonravov agreed in Geneva", 25) == "Dryden and Blagonravov…"
    letters = unicodedata.normalize("NFD", "é" * 30)
    assert prose.excerpt(letters, 10) == unicodedata.normalize("NFD", "é" * 4) + "…"


@pytest.mark.parametrize(
    ("markdown_text", "said"),
    [
        ("\n\n# Title\n\nThe *lede* is\nhere.\n\nNot this.\n", "The lede is here."),
        ("Title\n=====\n\nLede.", "Title"),
        ("> Quoted\n> lede.\n", "Quoted lede."),
        ("![](x.jpg)\n\nLede.", "Lede."),
        ("\n \n", ""),
        ("", ""),
    ],
)
def test_the_first_paragraph_is_no_heading(markdown_text: str, said: str) -> None:
    assert prose.first_paragraph(markdown_text) == said


@pytest.mark.parametrize(
    "mark", ["[", "]", "](", "*", "**a ", "_a ", "`", "<", "<a ", "&", "\\", "[a](", "![", "(", "` `` "]
)
def test_a_text_made_of_marks_costs_no_more_than_its_length(mark: str) -> None:
    begin = time.process_time()
    prose.plain(mark * 20_000)
    assert time.process_time() - begin < 2

"""What the index is told of a page beside its text."""

from __future__ import annotations

import re

import pytest

from builder.engine.search_hints import BACKGROUND, LEDE, subject_word, with_hints

PAGE = """<html><head>
<meta property="article:published_time" content="1965-03-18T09:00:00+03:00">
<meta name="search:tag" data-pagefind-filter="tag[content]" content="spacewalk">
<meta name="search:tag" data-pagefind-filter="tag[content]" content="Kh&#233;ops &amp; Co.">
</head><body><article data-pagefind-body>
<time datetime="1965-03-18">18 March 1965</time>
<div class="prose prose--briefing" lang="en" dir="ltr">

<p>The lede.</p>
<p>More.</p>
<ol class="timeline"><li><time datetime="1961-04-12">12 Apr 1961</time> One.<ul><li><time datetime="1964-10">Oct 1964</time></li></ul></li></ol>
<ol class="timeline timeline--later"><li><time datetime="1975-07-17">17 Jul 1975</time></li></ol>
</div></article></body></html>"""


def _hints(html: str, path: str = "1965/03/18-leonov-walks-in-space/index.html") -> dict[str, str]:
    return dict(re.findall(r'<meta data-pagefind-meta="(\w+)\[content\]" content="([^"]*)">', with_hints(path, html)))


def test_days_are_words_for_the_day_its_month_and_its_year() -> None:
    hints = _hints(PAGE)
    assert hints["published"] == "1965 196503 19650318"
    assert hints["recalled"] == "1961 196104 19610412 1964 196410", "not what a later briefing says of this one"


def test_subjects_are_a_word_each_and_the_first_is_what_it_is_about() -> None:
    hints = _hints(PAGE)
    assert hints["subject"] == "zqsspacewalkzq"
    assert hints["subjects"] == "zqsspacewalkzq zqskheopscozq"


@pytest.mark.parametrize(
    ("label", "word"),
    [
        ("Soviet Union", "zqssovietunionzq"),
        ("Apollo–Soyuz", "zqsapollosoyuzzq"),
        ("Rüstung_2", "zqsrustung2zq"),
        ("Київ", "zqsкиівzq"),
    ],
)
def test_a_subject_is_one_word_whatever_its_label(label: str, word: str) -> None:
    assert subject_word(label) == word


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("1965/03/18-leonov-walks-in-space/index.html", "leonov walks in space"),
        ("storylines/limits-on-arms/index.html", "limits on arms"),
        ("index.html", None),
    ],
)
def test_the_address_is_searched_too(path: str, words: str | None) -> None:
    assert _hints(PAGE, path).get("slug") == words


def test_the_lede_counts_more_and_what_is_recalled_less() -> None:
    html = with_hints("a/index.html", PAGE)
    assert f'<p data-pagefind-weight="{LEDE}">The lede.</p>\n<p>More.</p>' in html
    assert f'<ol class="timeline" data-pagefind-weight="{BACKGROUND}">' in html
    assert '<ol class="timeline timeline--later">' in html


def test_a_page_without_any_of_it_is_left_as_it_is() -> None:
    html = "<html><head></head><body><main data-pagefind-body>Words.</main></body></html>"
    assert with_hints("index.html", html) == html

"""What may stand in a rendered body."""

from __future__ import annotations

import pytest

from builder.formats.html import sanitise

TIMELINE = (
    '<ol class="timeline">\n'
    '<li class="timeline__item timeline__item--known"><time datetime="1962-06-08">8 Jun 1962</time>'
    '<div class="timeline__what">Text. <a class="timeline__briefing" href="../../06/08-x/" '
    'title="Briefing of this event">Title</a><ul><li>child</li></ul></div></li>\n'
    '<li class="timeline__item timeline__item--open"><time datetime="1968-04">Apr 1968</time>'
    '<div class="timeline__what">Text. <span class="timeline__none">No briefing yet</span></div></li>\n'
    "</ol>"
)


def test_what_our_own_extensions_write_comes_through_unchanged() -> None:
    footnote = '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
    note = '<div class="footnote"><ol><li id="fn:1"><p>Note</p></li></ol></div>'
    table = '<table><thead><tr><th align="right">n</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'
    for html in (TIMELINE, footnote, note, table, '<h2 id="details">Details</h2>', "<pre><code>a &lt; b</code></pre>"):
        assert sanitise(html) == html


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        "<noscript>without</noscript>",
        "<textarea>typed</textarea>",
        "<title>other</title>",
        '<iframe srcdoc="<script>1</script>"></iframe>',
        '<object data="data:text/html,x"></object>',
        "<svg><script>alert(1)</script></svg>",
        '<base href="https://elsewhere.example/">',
        '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
        '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
        "<form action='https://elsewhere.example/'><input autofocus onfocus=alert(1)></form>",
        "<template shadowrootmode=open><img src=x onerror=alert(1)></template>",
    ],
)
def test_elements_that_run_style_submit_or_load_vanish_with_what_they_hold(html: str) -> None:
    assert sanitise(f"a{html}b") == "ab"


def test_handlers_styles_and_foreign_classes_vanish() -> None:
    assert sanitise('<p onclick="x()" style="position:fixed" class="md-search">t</p>') == "<p>t</p>"
    assert sanitise('<span class="timeline__none md-overlay">t</span>') == '<span class="timeline__none">t</span>'


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "jav&#x09;ascript:x", "file:///x"]
)
def test_links_that_run_or_read_the_disk_lose_their_target(url: str) -> None:
    assert sanitise(f'<a href="{url}">t</a>') == "<a>t</a>"


@pytest.mark.parametrize(
    "url", ["../../06/08-x/", "https://nasa.gov/a?b=c", "http://x.example/", "mailto:a@b.example", "#fn:1"]
)
def test_links_that_a_reader_follows_stay(url: str) -> None:
    assert sanitise(f'<a href="{url}">t</a>') == f'<a href="{url}">t</a>'


@pytest.mark.parametrize(
    "url",
    [
        "https://px.example/p.gif",
        "//px.example/p.gif",
        "/\\px.example/p.gif",
        "\\\\px.example/p",
        "/\t/px.example/p",
        " //px.example/p",
    ],
)
def test_an_image_of_another_host_leaves_its_alternative_text(url: str) -> None:
    assert sanitise(f'<p><img src="{url}" alt="A &quot;map&quot; &lt;b&gt;"></p>') == '<p>A "map" &lt;b&gt;</p>'


def test_an_image_of_this_site_stays() -> None:
    assert sanitise('<img src="../media/map.png" alt="Map" onerror="x()">') == '<img src="../media/map.png" alt="Map">'


def test_an_id_cannot_stand_in_for_the_furniture_of_the_page() -> None:
    for name in ("__config", "__search", "search-dialog", "briefings-content", "pagefind"):
        assert sanitise(f'<h2 id="{name}">t</h2>') == f'<h2 id="text-{name}">t</h2>'
    assert sanitise('<a href="#__config">t</a>') == '<a href="#text-__config">t</a>'
    assert sanitise("<h2 id='a\" onclick=\"x'>t</h2>") == "<h2>t</h2>"
    assert sanitise('<img id="x" name="cookie" src="a.png">') == '<img src="a.png">'


def test_sanitising_twice_changes_nothing() -> None:
    for html in (
        TIMELINE,
        '<img src="//x/y" alt="&lt;script&gt;">',
        '<h2 id="__config">t</h2>',
        "<p>a<b>b<p>c",
        "&amp;lt;",
    ):
        once = sanitise(html)
        assert sanitise(once) == once

"""Hostile copy, published for real: nothing of it runs, nothing calls home, and what is text stays text.

Most tests switch the content security policy off: it is the second line of defence, and must not hide a hole in the
first. One keeps it on, and sees that it has nothing to do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from tests.browser.hostile_copy import BODIES, FIELDS, SHOWN_TEXT, archive, breakout

WATCH = """
Object.defineProperty(window, "__pwned", { configurable: false, get() {}, set(value) { __report(`ran: ${value}`); } });
"""
# What a browser makes of the page, not what we wrote: attributes and addresses as it has understood them.
LIVE = """
() => {
  const bad = [];
  const dataBlock = (element) => {
    if (element.type !== "application/ld+json" || !element.matches("head > *")) return false;
    try { return JSON.parse(element.textContent)["@context"] === "https://schema.org"; } catch { return false; }
  };
  const own = new Set(["DIALOG", "FORM", "INPUT", "BUTTON", "SELECT", "OPTION", "LABEL", "DETAILS", "SUMMARY"]);
  for (const element of document.querySelectorAll("*")) {
    const tag = element.tagName.toUpperCase();
    const say = (what) => bad.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) say("handler");
      if (/^(style|srcset|srcdoc|ping|poster|background|formaction|action|autofocus|http-equiv)$/i.test(name)
          && value !== "Content-Security-Policy") say(`attribute ${name}`);
      if (/^(href|src|xlink:href|data|cite)$/i.test(name)) {
        const address = new URL(value, document.baseURI);
        if (!/^(https?|mailto):$/.test(address.protocol)) say("scriptable address");
        if (tag !== "A" && address.origin !== location.origin) say("asks another host");
      }
    }
    if (/^(IFRAME|FRAME|OBJECT|EMBED|BASE|STYLE|TEMPLATE|AUDIO|VIDEO|MATH|ANIMATE)$/.test(tag)) say("element");
    if (tag === "SCRIPT" && !element.src && !dataBlock(element)) say("inline script");
    if (element.closest("#briefings-content") && !element.matches("[data-search-open], .needs-js, .briefing__dateline")
        && !element.closest(".as-of:not(.prose *), .cite:not(.prose *), .timeline__item[data-known]:not(.prose *)")) {
      if (own.has(tag) && !(tag === "DETAILS" || tag === "SUMMARY")) say("control in the copy");
      if (element.matches(".prose [class]") && !/^(timeline|footnote)/.test(element.className)) say("class");
      const known = element.matches(".side a") ? /^data-(originalurl|versiondate|versionurl)$/ : /^data-pagefind-(body|ignore)$/;
      if ([...element.attributes].some(({ name }) => /^data-/.test(name) && !known.test(name))) say("data");
      if (element.matches(".prose *") && element.matches("[data-pagefind-body], [data-pagefind-ignore], [name]")) say("steers");
    }
  }
  const furniture = ["#search-dialog", "#briefings-content", "#__search", "#__drawer", "#__config", "#search-status"];
  for (const id of furniture) if (document.querySelectorAll(id).length > 1) bad.push(`twice: ${id}`);
  if (document.querySelector(".prose [id^=__], .prose #search-dialog")) bad.push("furniture in the copy");
  return bad;
}
"""


@pytest.fixture(scope="module")
def poisoned(publish: Callable[..., Path]) -> Path:
    return publish(archive(), findings="FILE001")


@pytest.fixture(scope="module")
def paths(poisoned: Path) -> list[str]:
    return sorted(path.relative_to(poisoned).as_posix() for path in poisoned.rglob("*.html"))


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page without the policy, and what happened on it that must not happen."""
    happened: list[str] = []
    context = browser.new_context(bypass_csp=True, service_workers="block")
    context.expose_binding("__report", lambda source, said: happened.append(f"{source['page'].url} {said}"))
    context.add_init_script(WATCH)

    def on_route(route: Route) -> None:
        if route.request.url.startswith("http://127.0.0.1:"):
            route.continue_()
        else:
            happened.append(f"asked for {route.request.url}")
            route.abort()

    def on_dialog(dialog: Dialog) -> None:
        happened.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    context.route(lambda url: not url.startswith("http://127.0.0.1:"), on_route)
    page = context.new_page()
    page.on("dialog", on_dialog)
    yield page, happened
    context.close()


def test_the_watch_sees_what_it_should(
    watched: tuple[Page, list[str]], tmp_path: Path, serve: Callable[..., str]
) -> None:
    page, happened = watched
    (tmp_path / "index.html").write_text(
        "<title>bad</title><link rel=icon href=data:,><script>window.__pwned=/script/; alert('hello')</script>"
        "<img src=x onerror=window.__pwned=/image/><img src=https://evil.example/1.gif><a href=javascript:1>a</a>"
        "<div id=briefings-content><div class=prose><form name=x style='color:red'></form></div></div>",
        encoding="utf-8",
    )
    page.goto(serve(tmp_path))
    page.wait_for_timeout(300)
    assert {one.split(" ", 1)[-1] for one in happened} == {
        "ran: /script/",
        "ran: /image/",
        "hello",
        "for https://evil.example/1.gif",
    }
    found = {one.split(":")[0] for one in page.evaluate(LIVE)}
    assert found == {
        "handler",
        "inline script",
        "asks another host",
        "scriptable address",
        "attribute style",
        "control in the copy",
        "steers",
    }


def test_nothing_runs_and_nothing_calls_home_on_any_page(
    watched: tuple[Page, list[str]], poisoned: Path, paths: list[str], serve: Callable[..., str]
) -> None:
    page, happened = watched
    root = serve(poisoned)
    assert len(paths) > len(BODIES) + 10
    live = []
    for path in paths:
        page.goto(root + path)
        live += [f"{path}: {one}" for one in page.evaluate(LIVE)]
        assert page.url == root + path
    # A handler that got through might wait for a hand; LIVE has found it by then. Timers and loads get their time here.
    page.wait_for_timeout(500)
    assert live == []
    assert happened == []


def test_the_policy_has_nothing_to_do(
    browser: Browser, poisoned: Path, paths: list[str], serve: Callable[..., str]
) -> None:
    root = serve(poisoned, base="/a/b/")
    context = browser.new_context()
    breaches: list[str] = []
    page = context.new_page()
    page.on("console", lambda said: breaches.append(said.text) if "Content Security Policy" in said.text else None)
    for path in paths:
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', (poisoned / path).read_text())
        assert policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "), path
        assert "unsafe-inline" not in policy, path
    # Every kind of page, and a handful of bodies that would like to run.
    for path in [path for path in paths if "2024/03/0" in path or "2024/12/" in path or "2024/" not in path]:
        page.goto(root + path)
    assert breaches == []
    # It is in force, and the ear above hears it.
    page.goto(root)
    page.evaluate("document.body.append(Object.assign(document.createElement('img'), {src: 'https://evil.example/'}))")
    page.wait_for_timeout(200)
    assert len(breaches) == 1
    context.close()


def test_every_text_stands_there_as_it_was_written(
    watched: tuple[Page, list[str]], poisoned: Path, serve: Callable[..., str]
) -> None:
    page, happened = watched
    root = serve(poisoned)
    page.goto(root + "2024/12/01-fields/")
    text = page.locator("body").text_content() or ""
    heads = page.evaluate("[document.title, ...[...document.querySelectorAll('meta[content]')].map(e => e.content)]")
    alternatives = page.evaluate("[...document.querySelectorAll('img')].map(e => e.alt)")
    # Search engines get the description cut to a length; the rest stands as it is.
    assert any(
        head and breakout("description").startswith(head.rstrip("…")) for head in heads if head.startswith("desc")
    )
    elsewhere = {"alt": alternatives}
    for field in FIELDS:
        if field not in ("description", "reason", "alias"):  # the latter stand on other pages
            assert any(breakout(field) in one for one in elsewhere.get(field, [text])), field
    assert page.get_by_role("heading", level=1).text_content() == breakout("title")
    assert breakout("title") in page.title()

    for path, field in (
        ("", "title"),
        ("", "tag"),
        ("2024/12/", "outlet"),
        ("2024/12/02-withdrawn/", "reason"),
        ("2024/12/03-mentions/", "title"),
        ("tags/evil/", "title"),
        ("tags/", "tag"),
        ("outlets/", "outlet"),
        ("outlets/evil-post/", "outlet"),
    ):
        page.goto(root + path)
        assert breakout(field) in (page.locator("body").text_content() or ""), (path, field)
    # The page of a subject is headed by its name with a capital.
    page.goto(root + "tags/evil/")
    name = breakout("tag")
    expect(page.get_by_role("heading", level=1)).to_have_text(name[0].upper() + name[1:])
    # The sentence that mentions it, on the page of what is mentioned.
    page.goto(root + "2024/12/01-fields/")
    expect(page.get_by_role("region", name="Mentioned later").locator("q")).to_contain_text("{{1338-1}}")
    assert happened == []


def test_the_page_tells_machines_what_was_written(
    watched: tuple[Page, list[str]], poisoned: Path, serve: Callable[..., str]
) -> None:
    page, happened = watched
    page.goto(serve(poisoned) + "2024/12/01-fields/")
    block = page.locator('head > script[type="application/ld+json"]')
    expect(block).to_have_count(1)
    text = block.text_content() or ""
    assert not set("<>&\u2028\u2029") & set(text)
    data = json.loads(text)
    assert data["headline"] == breakout("title")
    assert data["author"] == [{"@type": "Person", "name": breakout("byline")}]
    assert data["publisher"]["name"] == breakout("outlet")
    assert data["about"] == [{"@type": "Thing", "name": breakout("tag")}]
    assert data["correction"][0]["text"] == breakout("correction")
    told = dict(page.evaluate("[...document.querySelectorAll('head > meta[name]')].map(e => [e.name, e.content])"))
    assert told["DC.title"] == told["citation_title"] == breakout("title")
    assert told["DC.creator"] == told["citation_author"] == breakout("byline")
    assert told["DC.publisher"] == told["citation_journal_title"] == breakout("outlet")
    assert happened == []


def test_templates_code_and_entities_in_a_body_are_text(
    watched: tuple[Page, list[str]], poisoned: Path, serve: Callable[..., str]
) -> None:
    page, happened = watched
    root = serve(poisoned)
    for name, text in SHOWN_TEXT.items():
        (path,) = poisoned.glob(f"2024/*/*-{name}")
        page.goto(root + path.relative_to(poisoned).as_posix() + "/")
        expect(page.locator(".prose")).to_contain_text(text)
    for path in poisoned.rglob("*.html"):
        assert "1337" not in path.read_text(encoding="utf-8"), path
        assert "root:x:0" not in path.read_text(encoding="utf-8"), path
    assert happened == []


def test_what_comes_before_and_around_a_payload_is_not_lost(poisoned: Path, paths: list[str]) -> None:
    for name in BODIES:
        (path,) = [path for path in paths if path.split("/")[2:3] and path.split("/")[2][3:] == name]
        assert "Before it stand a few words." in (poisoned / path).read_text(encoding="utf-8"), name


def test_what_is_refused_is_not_published_and_neither_is_what_could_run(poisoned: Path, paths: list[str]) -> None:
    assert not [path for path in paths if path.startswith("2024/02/")]
    for path in poisoned.rglob("*"):
        if path.suffix in (".html", ".xml"):
            assert "refused copy" not in path.read_text(encoding="utf-8"), path
    assert not (poisoned / "media" / "evil.svg").exists()
    assert not (poisoned / "media" / "evil.html").exists()
    assert not [path for path in poisoned.rglob("*") if "pwned" in path.name]


def test_feeds_carry_hostile_words_as_words(poisoned: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    for name in ("feed.xml", "tags/evil/feed.xml"):
        feed = ET.parse(poisoned / name).getroot()  # noqa: S314 - our own output, just written
        if name != "feed.xml":  # that one holds the latest only
            assert breakout("title") in [entry.findtext(f"{atom}title") for entry in feed.iter(f"{atom}entry")]
        for element in feed.iter():
            assert element.tag.startswith(atom), element.tag
            assert "javascript:" not in element.get("href", "")


def test_the_search_shows_hostile_words_as_words(
    watched: tuple[Page, list[str]], poisoned: Path, serve: Callable[..., str]
) -> None:
    page, happened = watched
    root = serve(poisoned)
    page.goto(root)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("zebraquagga")
    results = page.locator("[data-search-results] > li")
    expect(results).to_have_count(1)
    assert results.get_by_role("link").text_content() == breakout("title")
    expect(results.locator(".find__facts")).to_contain_text(breakout("outlet"))

    # Every briefing with a body, so that excerpts of each are shown, and the facets of all.
    page.get_by_role("searchbox").fill("words")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ briefings for “words”$"))
    total = int((page.get_by_role("status").text_content() or "").split()[0])
    assert total > len(BODIES)
    for seen in range(10, total, 10):
        expect(results).to_have_count(seen)
        page.get_by_role("button", name="More results").click()
    expect(results).to_have_count(total)
    page.get_by_role("searchbox").fill("lede")
    outlets = page.get_by_role("group", name="Outlets").get_by_role("button")
    expect(outlets).to_have_count(2)
    expect(results).to_have_count(2)
    # Without straight quotation marks: Pagefind finds nothing by a filter whose value has one.
    outlets.filter(has_text="outlet zebraquagga ”><img src=x onerror=”").click()
    expect(results).to_have_count(1)
    expect(page.locator("[data-facet*=stolen]")).to_have_count(0)
    assert page.evaluate(LIVE) == []
    assert happened == []


def test_queries_and_fragments_are_reflected_as_text(
    watched: tuple[Page, list[str]], poisoned: Path, serve: Callable[..., str]
) -> None:
    page, happened = watched
    root = serve(poisoned)
    for words in (
        "<img src=x onerror=window.__pwned=/query/>",
        '"><script>window.__pwned=/query/</script>',
        "javascript:window.__pwned=/query/",
        "<mark><img/src/onerror=window.__pwned=/query/></mark> zebraquagga",
        "{{constructor.constructor('window.__pwned=1')()}}",
    ):
        page.goto(f"{root}{'404.html' if 'constructor' in words else ''}?q={quote(words)}&h=1#{quote(words)}")
        expect(page.get_by_role("searchbox")).to_have_value(words)
        expect(page.get_by_role("status")).to_contain_text("briefing")
        assert page.evaluate(LIVE) == []
    page.goto(f"{root}2024/12/01-fields/#{quote('<img src=x onerror=window.__pwned=1>')}")
    page.evaluate("location.hash = 'javascript:window.__pwned=1'")
    page.wait_for_timeout(200)
    assert happened == []

"""What is written is read back, what is read is written back, and an edit changes only what it means to change."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import frontmatter
import jsonschema
import markdown
import pytest
import yaml
from frontmatter.default_handlers import YAMLHandler
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from builder.formats import background_md, briefing_md, edtf, front_matter, markdown_text, moment, strict_yaml
from builder.model.briefing import (
    ArchivedCopy,
    Attribution,
    BackgroundItem,
    Briefing,
    Carrier,
    Correction,
    Image,
    SourceKind,
    Status,
    Tie,
    Wire,
)
from builder.model.ids import OutletId, Slug, StorylineId, TagId
from builder.model.moment import Moment
from builder.model.sections import SectionKind

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = json.loads((ROOT / "schema" / "briefing.schema.json").read_text(encoding="utf-8"))
SLUG = Slug("x")

NASTY = (
    "no", "Yes", "null", "~", "on", "1962", "007", "1e5", "0x1f", "1_000", ".5", "3:25", "1962-06-08", "2025-02-21T08:09:00+02:00",
    "---", "- a", "# not a comment", "a # b", "a: b", "a:", ": a", "? a", "! a", "!!python/object:os.system x", "&a", "*a", "%TAG", "@a",
    "`a`", "{a: b}", "[a, b]", ",a", "a,b", "a, b", "'", '"', "it's", 'say "no"', "\\", "\\n", "a\\", "|", ">", "<b>", "&amp;", "<!-- -->",
    " leading", "trailing ", "a  b", "tab\there", "line\nbreak", "\n", "a\r\nb", "\x00", "\x07", "\x7f", "\x85", "\x9b", "a\u2028b", "\u2029",
    "\ufeffa", "\u200bzero", "\u202eright to left", "مرحبا", "שלום", "e\u0301", "👩🏽‍🚀", "🇺🇦", "\ufffe", "日本語", "a" * 300, "https://e.org/a?b=c&d=[e]#f",
    "**bold**", "_it_", "[a](b)", "![a](b)", "1. a", "+ a", "> a", "## Background", "=====", "~~~", "```", "| a | b |", ": a", "[^1]: a",
)  # fmt: skip

# UTF-8 has no lone surrogates, so no file has one.
CHARACTERS = st.characters(codec="utf-8")
WORDS = st.one_of(
    st.sampled_from(NASTY),
    st.text(CHARACTERS, min_size=1, max_size=30),
    st.text(st.sampled_from("ab1 ,:#-'\"\\\n\t[]{}&*!|>%@`.?—é\u2028"), min_size=1, max_size=20),
)
IDS = st.from_regex(re.compile(front_matter.ID.replace("+", "{1,9}").replace("*", "{0,3}"), re.ASCII), fullmatch=True)
DAYS = st.dates()
# A zone of a city has local mean time before 1900 and repeats an hour each autumn.
CLOCKS = st.datetimes(
    timezones=st.one_of(
        st.sampled_from([ZoneInfo("Europe/Kyiv"), ZoneInfo("Europe/Amsterdam"), dt.UTC]),
        st.integers(-1439, 1439).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))),
    )
)
MOMENTS = DAYS.map(lambda day: Moment(day=day)) | CLOCKS.map(Moment.at)
URLS = st.builds(
    "{}://{}/{}".format,
    st.sampled_from(["http", "https"]),
    st.from_regex(r"[a-z]{1,9}(\.[a-z]{2,5}){1,2}(:8080)?", fullmatch=True),
    st.text(st.sampled_from("abcXYZ019-._~!$&'()*+,;=:@/?%#äл[]"), max_size=20),
)
LANGUAGES = st.sampled_from(["en", "no", "de", "uk", "pt-BR", "zh-Hant-TW", "ar"])


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=3).map(tuple)


TIES = st.builds(Tie, item=WORDS, event=WORDS)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "headline": WORDS,
    "published": maybe(MOMENTS),
    "description": maybe(WORDS),
    "updated": maybe(MOMENTS),
    "outlet": maybe(IDS.map(OutletId)),
    "byline": some(WORDS),
    "dateline": maybe(WORDS),
    "standfirst": maybe(WORDS),
    "url": maybe(URLS),
    "archived": some(st.builds(ArchivedCopy, url=URLS, date=MOMENTS)),
    "carried_by": some(
        st.builds(Carrier, outlet=IDS.map(OutletId), url=maybe(URLS), date=maybe(MOMENTS)),
    ),
    "language": maybe(LANGUAGES),
    "attribution": some(
        st.builds(
            Attribution,
            name=WORDS,
            kind=st.sampled_from(SourceKind),
            count=maybe(st.integers(1, 10**6)),
            via=maybe(WORDS),
        )
    ),
    "tags": some(IDS.map(TagId)),
    "storylines": some(IDS.map(StorylineId)),
    "images": some(st.builds(Image, file=maybe(WORDS), caption=maybe(WORDS), credit=maybe(WORDS), alt=maybe(WORDS))),
    "other_stories": some(WORDS),
    "same_as": some(TIES),
    "not_same_as": some(TIES),
    "status": maybe(st.sampled_from(Status)),
    "reason": maybe(WORDS),
    "corrections": some(st.builds(Correction, date=MOMENTS, text=WORDS)),
    "redirect_from": some(WORDS),
    "wire": maybe(
        st.builds(
            Wire,
            reader=st.just("text/1"),
            sha256=st.binary(max_size=2).map(lambda read: hashlib.sha256(read).hexdigest()),
            retrieved=DAYS,
            summary_only=maybe(st.booleans()),
        )
    ),
}

# One line, as the model says of an item's text, and something on it.
LINES = WORDS.map(lambda text: " ".join(re.split(r"[\r\n]+", text)).strip()).filter(bool)
EDTF = st.sampled_from(
    [
        "1962-06-08",
        "1962-06",
        "1962",
        "1962-06?",
        "196X",
        "1962~",
        "1961-06-03/1961-06-04",
        "../1962",
        "1962/",
        "1962-21",
    ]
)
ITEM_TEXTS = st.one_of(
    # "**1962** — x" as the text of an item is a date with a text; both are the same Markdown.
    LINES.filter(lambda text: background_md.split_date(text)[0] is None),
    st.sampled_from(["Talks ended. [Briefing](../../06/08-x/)", "— a dash", "**Bold** lead", "a **1962** b"]),
)


def items(depth: int = 3) -> st.SearchStrategy[tuple[BackgroundItem, ...]]:
    children = items(depth - 1) if depth else st.just(())
    item = st.builds(BackgroundItem, text=ITEM_TEXTS, date=maybe(EDTF.map(edtf.loads)), children=children)
    return st.lists(item, max_size=3).map(tuple)


PARTS = st.one_of(
    WORDS.map(lambda text: text + "\n\n"),
    st.sampled_from(
        [
            "## Details\n\n",
            "## Own heading ##\n",
            "### Background\n",
            "```\n## Background\n```\n",
            "---\n",
            "\r\n",
            "\r",
            "## \n",
        ]
    ),
    st.builds(lambda found, lang: background_md.section(found, lang).text, items(1), LANGUAGES),
)
# NUL is refused wherever it stands; front matter writes it as an escape, a body has none.
BODIES = st.lists(PARTS, max_size=5).map(lambda parts: "".join(parts).replace("\x00", ""))
BRIEFINGS = st.builds(Briefing, slug=st.just(SLUG), sections=BODIES.map(briefing_md.split), **FIELDS)


@given(BRIEFINGS)
@settings(max_examples=150)
def test_what_is_written_is_read_back(briefing: Briefing) -> None:
    text = briefing_md.dumps(briefing)
    again = briefing_md.loads(text, slug=SLUG)
    assert again == briefing
    assert briefing_md.dumps(again) == text


@given(BRIEFINGS)
@settings(max_examples=100)
def test_the_schema_accepts_all_that_the_model_writes(briefing: Briefing) -> None:
    head = front_matter.dumps(briefing).removeprefix("---\n").removesuffix("---\n")
    jsonschema.Draft202012Validator(SCHEMA).validate(yaml.load(head, Loader=Yaml12))  # noqa: S506 - adds to the safe loader


class Yaml12(yaml.SafeLoader):
    """As editors read YAML: its core schema 1.2, in which a date is text and ``no`` is a word."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own name and shape
        first: [(tag, pattern) for tag, pattern in known if tag.rpartition(":")[2] in ("null", "int", "float")]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Yaml12.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


@given(BRIEFINGS)
@settings(max_examples=60)
def test_the_cache_forgets_nothing_of_a_briefing(briefing: Briefing) -> None:
    kept = TypeAdapter(Briefing)
    again = kept.validate_json(kept.dump_json(briefing, exclude_none=True))
    assert again == briefing
    assert briefing_md.dumps(again) == briefing_md.dumps(briefing)


# ---- text that editors wrote

BLANKS = st.sampled_from(["", "", "\n", "# a comment: with {marks}\n", "   # indented\n", "\n\n# two\n"])
WRITTEN = st.permutations(
    [
        "title:   Talks   # set by hand\n",
        "date: 2025-02-21 08:09:00+0200\n",
        "tags: [nasa,   geneva ,]   # both\n",
        "attribution:\n- {name: NASA,  kind: official}  # why\n# between\n- name: 'a ''friend'''\n  kind: named\n",
        'byline:\n    - "Iryna \\u0411"\n\n    - |\n      Two\n',
        "description: >-\n  folded\n  text\n",
        "standfirst: plain\n  going on\n",
        "reason: 'it is # no comment'\n",
        "language: no\n",
        "wire: {reader: text/1,\n  sha256: " + "0a" * 32 + ", # hash\n  retrieved: 2025-02-21}\n",
        "? status\n: draft\n",
    ]
)
NEWLINES = st.sampled_from(["\n", "\r\n"])
HEADS = st.builds(
    lambda blocks, blanks, dashes: dashes + "".join(b + w for b, w in zip(blanks, blocks, strict=False)) + dashes,
    WRITTEN,
    st.lists(BLANKS, min_size=11, max_size=11),
    st.sampled_from(["---\n", "-----  \n"]),
)
FILES = st.builds(
    lambda mark, head, body, newline: mark + (head + body).replace("\n", newline),
    st.sampled_from(["", "", "\ufeff"]),
    HEADS,
    st.one_of(BODIES, st.sampled_from(["---\nnot: front matter\n---\n", "no line end", "", "\n\n\n"])),
    NEWLINES,
)


@given(FILES)
@settings(max_examples=150)
def test_what_was_read_is_written_back_byte_for_byte(text: str) -> None:
    assert briefing_md.dumps(briefing_md.loads(text, slug=SLUG)) == text


EDITS: dict[str, st.SearchStrategy[Any]] = {**FIELDS, "headline": WORDS}
EDIT = st.sampled_from(sorted(EDITS)).flatmap(lambda name: st.tuples(st.just(name), EDITS[name]))


@given(FILES, EDIT)
@settings(max_examples=300)
def test_an_edit_changes_the_lines_of_its_key_alone(text: str, edit: tuple[str, Any]) -> None:
    name, value = edit
    before = briefing_md.loads(text, slug=SLUG)
    wanted = dataclasses.replace(before, **{name: value})
    changed = briefing_md.dumps(wanted)
    after = briefing_md.loads(changed, slug=SLUG)
    assert after == wanted
    assert after.body == before.body
    assert briefing_md.dumps(after) == changed
    ends = {line[-1:] for line in before.layout.head.split("\n")[:-1]}
    assert ends != {"\r"} or {line[-1:] for line in after.layout.head.split("\n")[:-1]} == ends
    key = front_matter.KEYS[name]
    assert {k for k in after.layout.lines if k != key} == {k for k in before.layout.lines if k != key}
    # Where the law of lines cannot hold (see yaml_lines), the front matter is written anew, and says the same.
    if "\n  text" in text and "   # indented" in text and value in (None, ()):
        return
    assert without(changed, after, key) == without(text, before, key)


def without(text: str, briefing: Briefing, key: str) -> list[str]:
    """Return the lines that do not belong to a key: blank lines and comments below a value are nobody's."""
    lines = text.split("\n")
    starts = sorted(briefing.layout.lines.values())
    begin = briefing.layout.lines.get(key)
    if begin is None:
        return own(lines)
    end = next((line for line in starts if line > begin), briefing.layout.body_line - 1)
    return own(lines[: begin - 1]) + own(lines[end - 1 :])


def own(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip() and not line.strip().startswith("#")]


@given(FILES, EDIT)
@settings(max_examples=150)
def test_an_edit_loses_no_comment(text: str, edit: tuple[str, Any]) -> None:
    name, value = edit
    # A key that is taken away takes the remarks on its own lines along.
    if value in (None, ()):
        return
    changed = briefing_md.dumps(dataclasses.replace(briefing_md.loads(text, slug=SLUG), **{name: value}))
    for comment in ("# set by hand", "# both", "# why", "# between", "# hash"):
        assert changed.count(comment) >= text.count(comment)
    for line in ("# a comment: with {marks}", "   # indented", "# two"):
        assert changed.count(line) == text.count(line)


@given(st.sampled_from(["", "\n", "\n\n"]), st.text(st.sampled_from("-ab \t\n\r\x0b\xa0:#"), max_size=60), NEWLINES)
@settings(max_examples=300)
@example("", "--\n---\u00a0\n---\n", "\n")
def test_python_frontmatter_and_we_agree_where_the_body_begins(blank: str, rest: str, newline: str) -> None:
    text = f"---\n{blank}title: x\n---{rest}".replace("\n", newline)
    try:
        ours = briefing_md.loads(text, slug=SLUG)
    except briefing_md.MalformedCopy:
        return
    _, content = YAMLHandler().split(text.strip())
    assert ours.body.strip() == content.strip()
    # It takes text in, not bytes, and makes one kind of line end of what it is given.
    assert str(frontmatter.loads(text).content).splitlines() == ours.body.strip().splitlines()


# ---- parts


@given(items(), LANGUAGES)
@settings(max_examples=150)
def test_a_background_is_read_back(found: tuple[BackgroundItem, ...], language: str) -> None:
    assert background_md.loads(background_md.dumps(found)) == found
    section = background_md.section(found, language)
    assert section.items == found
    assert briefing_md.split(section.text) == (section,)
    assert section.kind is SectionKind.BACKGROUND


@given(MOMENTS)
def test_a_moment_is_read_back(when: Moment) -> None:
    text = moment.dumps(when)
    assert moment.loads(text) == when
    assert moment.dumps(moment.loads(text)) == text
    assert re.fullmatch(SCHEMA["properties"]["updated"]["anyOf"][0]["pattern"], text)


@given(WORDS)
@settings(max_examples=300)
def test_a_quoted_scalar_is_read_back_from_one_line(text: str) -> None:
    line = f"a: {strict_yaml.quoted(text)}\n"
    assert strict_yaml.loads(line).data == {"a": text}
    assert len(line.splitlines()) == 1


EXTENSIONS = ["tables", "footnotes", "sane_lists", "toc", "fenced_code"]
MARKS = st.text(st.sampled_from("ab1 .)(*_`[]{}<>#+-!|~=:&;\\/^\"'\t"), min_size=1, max_size=25)


@given(st.one_of(MARKS, WORDS))
@settings(max_examples=400)
@example("#MeToo and after")
@example("1234567890. a long number")
@example("~~~")
@example("== x")
@example(": x")
def test_copy_as_markdown_says_exactly_the_copy(text: str) -> None:
    # Python-Markdown keeps these two for itself and takes them out of every text; NUL is in no text of ours.
    text = re.sub("[\x00\x02\x03]", "", text)
    rendered = markdown.markdown(markdown_text.dumps(text), extensions=EXTENSIONS)
    assert set(re.findall(r"<[^>]*>", rendered)) <= {"<p>", "</p>"}
    assert unescape(re.sub(r"</?p>", "", rendered)).split() == unescape(unescaped(text)).split()


def unescaped(text: str) -> str:
    """Return a text such that the browser's reading of it is the text itself."""
    return text.replace("&", "&amp;")


@given(st.lists(MARKS, min_size=2, max_size=4))
@settings(max_examples=150)
@example(["~~~", "x", "~~~"])
@example(["a", "==="])
def test_paragraphs_of_copy_stay_paragraphs(texts: list[str]) -> None:
    wanted = [" ".join(text.split()) for text in texts if text.strip()]
    source = "\n\n".join(markdown_text.dumps(text) for text in wanted)
    rendered = markdown.markdown(source, extensions=EXTENSIONS)
    assert [unescape(p) for p in re.findall(r"<p>(.*?)</p>", rendered, re.DOTALL)] == wanted


@pytest.mark.parametrize("path", sorted((ROOT / "briefings").glob("[0-9]*/*/*.md")), ids=lambda path: path.stem)
def test_every_file_of_the_sample_comes_back_byte_for_byte(path: Path) -> None:
    text = path.read_bytes().decode()
    briefing = briefing_md.loads(text, slug=SLUG)
    assert briefing_md.dumps(briefing) == text
    fresh = dataclasses.replace(briefing, layout=briefing_md.Layout())
    assert briefing_md.loads(briefing_md.dumps(fresh), slug=SLUG) == briefing

"""Bodies are converted as Python-Markdown would, and independently of each other."""

from __future__ import annotations

import random
from types import SimpleNamespace
from typing import cast

import pytest
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig

from builder.engine.bodies import Bodies

EXTENSIONS = ["tables", "fenced_code", "footnotes", "sane_lists", "toc", "builder.formats.timeline:TimelineExtension"]
SYNTAX = [
    "plain words, nothing else",
    "[a][b]\n\n[b]: http://x.example 'T'",
    "[b] and ![b][] and ![a][b]",
    "[b]: /elsewhere",
    'an [inline](../x/ "T") and ![image](y.png)',
    "two spaces  \nbreak",
    "`code` and ``co`de``",
    "<https://x.example> and <a@b.example> and <b>raw</b> <!-- c -->",
    "&amp; &copy; & \\* \\[ _e_ **s** ***b*** snake_case_word",
    "note[^1]\n\n[^1]: the *note*",
    "1. one\n2. two\n\n    more\n\n* three",
    "7. seven",
    "| a | b |\n|---|--:|\n| `c` | [x](y) |",
    "<div>raw *x*</div>",
    '# Title\n\n# Title\n\n## Background\n\n- **1962-06-08** — *Text*. [T](../x/ "Briefing of this event")',
    "> quoted\n> - item",
    "    indented code",
    "unfinished [link](http://x **and *more",
    "[TOC]",
    "a\n\n> b\n\n[TOC]\n\n- [TOC]",
    "| single |\n|---|\n| x |",
    "under_score and __strong__ and ~tilde~",
    "Setext\n===\n\n---\n\n***",
    "\\`no code\\` and \\\\ [a\\]](b\\_c)",
    "# # hash \\# #\n\n####### seven",
    "\x02klzzwxh:0000\x03 and \x0265\x03",
    "- a [TOC] item\n\n    with `code`\n\n    > quote\n- next <i>x</i>\n    1. deep _er_",
    "&lt;script&gt; R&D AT&T; &#65; &",
    "<details><summary>s</summary>\n\ntext\n\n</details>",
    "*a\n\nb* and ends with two spaces  ",
    "```\ncode <b>\n```",
    "~~~ python\n*more*\n~~~",
    "**1962-06-08** — a bold word first\n**8** and a second line\n===",
    "** no bold, **8\n***\n\n** * **",
    "eight lines\n# of it\n- a\n1. b",
    '[*a* b](x_(y) "t") [](z) [a](b "c \'d\') e") [q]( r ) [s](t "u\u00a0v") [w](<x y> "z")',
    '[a](b"c") [d](e "f"g) [h](i \'j\') [k](l "m (n)") [o](p\\)q) [r](*s* "  t  ") [u [v](w) x](y&z)',
    "a. letter\n\n+plus\n\nword: |\n\nÄ | b",
]


def _config(*more: str) -> MkDocsConfig:
    return cast("MkDocsConfig", SimpleNamespace(markdown_extensions=[*EXTENSIONS, *more], mdx_configs={}))


def _plain(text: str) -> str:
    return Markdown(extensions=EXTENSIONS).convert(text)


def test_bodies_are_what_a_markdown_of_their_own_makes_of_them() -> None:
    bodies, chance = Bodies(_config()), random.Random(7)  # noqa: S311 - the same examples everywhere
    for _ in range(500):
        text = "\n\n".join(chance.choices(SYNTAX, k=chance.randint(1, 4)))
        assert bodies.html(text)[0] == _plain(text)


def test_a_body_that_fails_leaves_nothing_behind() -> None:
    bodies = Bodies(_config("tests_failing_extension"))
    before, _ = bodies.html("- a\n\n    b[^1]\n\n[^1]: n")
    with pytest.raises(ValueError, match="asked to"):
        bodies.html("- a\n\n    - b\n\n        FAIL\n\n[^1]: other")
    assert bodies.html("- a\n\n    b[^1]\n\n[^1]: n")[0] == before


@pytest.fixture(autouse=True)
def _failing_extension(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path_factory.mktemp("extensions")
    (folder / "tests_failing_extension.py").write_text(
        "from markdown.extensions import Extension\n"
        "from markdown.blockprocessors import BlockProcessor\n"
        "class Fails(BlockProcessor):\n"
        "    def test(self, parent, block): return 'FAIL' in block\n"
        "    def run(self, parent, blocks): raise ValueError('asked to')\n"
        "class FailingExtension(Extension):\n"
        "    def extendMarkdown(self, md): md.parser.blockprocessors.register(Fails(md.parser), 'fails', 85)\n"
        "def makeExtension(**_): return FailingExtension()\n"
    )
    monkeypatch.syspath_prepend(str(folder))


def test_headings_are_told_for_the_table_of_contents() -> None:
    _, tokens = Bodies(_config()).html("## One\n\n### Two")
    assert [token["id"] for token in tokens] == ["one"]
    assert [token["id"] for token in tokens[0]["children"]] == ["two"]

"""Markdown bodies to HTML: one converter for many pages, and no search for syntax that a page does not use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor
from markdown.preprocessors import HtmlBlockPreprocessor, Preprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString, Registry

if TYPE_CHECKING:
    from markdown.inlinepatterns import Pattern
    from mkdocs.config.defaults import MkDocsConfig

_T = TypeVar("_T")

_BREAK = "  \n"
# Syntax of Markdown's own and of the extensions that the project uses, with what must stand in the text for it to
# match. Any other is always looked for.
_INLINE: Mapping[str, str] = {
    "autolink": "<",
    "automail": "<",
    "backtick": "`",
    "entity": "&",
    "escape": "\\",
    "footnote": "[^",
    "html": "<",
    "image_link": "![",
    "image_reference": "![",
    "linebreak": _BREAK,
    "link": "[",
    "reference": "[",
    "short_image_ref": "![",
    "short_reference": "[",
}
_REFERENCES = frozenset({"image_reference", "reference", "short_image_ref", "short_reference"})
# fmt: off
_BLOCKS = frozenset((
    "code", "empty", "footnote", "hashheader", "hr", "indent", "olist", "paragraph", "quote", "reference",
    "setextheader", "table", "ulist",
))
# fmt: on
"""Markdown's own blocks and those of the extensions that the project uses."""
_PROSE = re.compile(r"(?:\*\*)?[^\W\d_][^\n]*|\*\*\d[^\n]*")
"""A block that none of ``_BLOCKS`` but a paragraph can be: one line that begins with a letter, or with a bold word."""
_WORDS = re.compile(r"([^\[\]]*)\]")
_TARGET = re.compile(r"""\((?P<url>[^\s()<>"'\\\x02]+)(?: "(?P<title>(?:[^\s()"'\\\x02]| )*)")?\)""")
"""Of a link in whose address and title nothing is quoted, nested, escaped or replaced (U+0002 marks what was)."""
_SEARCHES = (
    ("html_block", HtmlBlockPreprocessor, 20, ("<", "&")),
    ("fenced_code_block", FencedBlockPreprocessor, 25, ("```", "~~~")),
)
"""Preprocessors by name, class and priority, with what must stand in the text for them to find anything."""
_EMPHASIS = "em_strong"
"""The name of one pattern for all that stands between pairs of characters."""
_PAIRED = r"\*|_"
"""That pattern, where no extension has widened it."""
_ANY_INLINE = re.compile(r"[<`&\\\[*_]")
"""A text in which this and ``_BREAK`` are not found holds no syntax of ``_INLINE`` and no emphasis."""


class Bodies:
    """Converts the bodies of a build, each as if it were the only one."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._extensions = list(config.markdown_extensions)
        self._settings: dict[str, dict[str, Any]] = config.mdx_configs or {}
        self._markdown: Markdown | None = None

    def html(self, text: str) -> tuple[str, list[Any]]:
        """Return the HTML of a body and the tokens of its table of contents (none without the ``toc`` extension).

        A new ``Markdown`` for every page, as MkDocs makes it, costs a seventh of the conversion.
        """
        markdown = self._markdown or self._converter()
        # A conversion that raises leaves its state behind (an open list, half a stash): then the next begins anew.
        self._markdown = None
        html = markdown.reset().convert(text)
        self._markdown = markdown
        return html, getattr(markdown, "toc_tokens", [])

    def _converter(self) -> Markdown:
        markdown = Markdown(extensions=self._extensions, extension_configs=self._settings)
        patterns = markdown.inlinePatterns
        known = len(patterns) == sum(name in patterns for name in (*_INLINE, _EMPHASIS))
        markdown.treeprocessors.register(_OnlyWhatIsThere(markdown, known=known), "inline", 20)
        markdown.preprocessors.register(_Expect(markdown, known=known), "briefings-expect", -1000)
        blocks = markdown.parser.blockprocessors
        if len(blocks) == sum(name in blocks for name in _BLOCKS):
            blocks.register(_Prose(markdown.parser), "briefings-prose", 1000)
        # Another class under one of these names is an extension's, and knows better.
        for name, kind, priority, marks in _SEARCHES:
            if name in markdown.preprocessors and type(search := markdown.preprocessors[name]) is kind:
                markdown.preprocessors.register(_Where(search, marks), name, priority)
        if "link" in patterns and type(patterns["link"]) is LinkInlineProcessor:
            patterns.register(_Links(LINK_RE, markdown), "link", 160)
        return markdown


class _Where(Preprocessor):
    """One of Python-Markdown's searches of the whole text, where something stands that it could be after."""

    def __init__(self, search: Preprocessor, marks: tuple[str, ...]) -> None:
        super().__init__(search.md)
        self._search = search
        self._marks = marks

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return self._search.run(lines) if any(mark in text for mark in self._marks) else lines


class _Prose(ParagraphProcessor):
    """Python-Markdown's paragraph, first of all for what can be nothing else: most of an article.

    It would try a dozen kinds of blocks on each before, and several of them read it to its end.
    """

    def test(self, _parent: Element, block: str) -> bool:
        return _PROSE.fullmatch(block) is not None


class _Links(LinkInlineProcessor):
    """Python-Markdown's inline links, which it reads letter by letter; plainly written ones at a glance."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - the name is Markdown's
        """Return the words of a link, where it ends, and whether it does."""
        found = _WORDS.match(data, index)
        return (found[1], found.end(), True) if found else super().getText(data, index)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - as above
        """Return address and title of a link, where it ends, and whether it does."""
        found = _TARGET.match(data, index)
        if not found:
            return super().getLink(data, index)
        return found["url"], found["title"] and found["title"].strip(), found.end(), True


class _Unescape(UnescapeTreeprocessor):
    """Python-Markdown's last pass over every text and attribute, for the backslashes that a page has."""

    wanted = True

    def run(self, root: Element) -> None:
        if self.wanted:
            super().run(root)


class _Expect(Preprocessor):
    """Looks at the text when all preprocessors are done with it, and takes out of the way what cannot match there."""

    def __init__(self, md: Markdown, *, known: bool) -> None:
        super().__init__(md)
        self._toc = next((one for one in md.treeprocessors if isinstance(one, TocTreeprocessor)), None)
        self._marker = self._toc.marker if self._toc else ""
        self._unescape = _Unescape(md)
        # A pattern that is not known here may write what this pass is for without a backslash.
        if known and type(md.treeprocessors["unescape"]) is UnescapeTreeprocessor:
            md.treeprocessors.register(self._unescape, "unescape", 0)

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        self._unescape.wanted = "\\" in text
        if self._toc:
            # The search for the place of a table of contents reads every element once for each that it stands in.
            self._toc.marker = self._marker if self._marker in text else ""
        return lines


class _OnlyWhatIsThere(InlineProcessor):
    """Python-Markdown's inline syntax, less what cannot match on this page.

    It tries each of its patterns on each piece of text, which is a third of the whole conversion. Plain prose needs
    two or three of fourteen, and most of its paragraphs none.
    """

    def __init__(self, md: Markdown, *, known: bool) -> None:
        super().__init__(md)
        self._all = md.inlinePatterns
        self._known = known and self._all[_EMPHASIS].pattern == _PAIRED
        self._chosen: dict[frozenset[str], list[Pattern]] = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        text = "".join(tree.itertext())
        without = frozenset(name for name, mark in _INLINE.items() if mark not in text)
        if not self.md.references:
            without |= _REFERENCES
        if without not in self._chosen:
            self._chosen[without] = list(_less(self._all, without))
        # Only its length and its items are asked for, and a list gives them faster.
        self.inlinePatterns = self._chosen[without]  # type: ignore[assignment]
        plain = list(_plain(tree)) if self._known else []
        for element, words in plain:
            element.text = AtomicString(words)
        tree = super().run(tree, ancestors)
        for element, words in plain:
            element.text = words
        return tree


def _plain(tree: Element) -> Iterator[tuple[Element, str]]:
    """Yield the elements in whose text there is no syntax, with that text."""
    for element in tree.iter():
        words = element.text
        if words and not isinstance(words, AtomicString) and not _ANY_INLINE.search(words) and _BREAK not in words:
            yield element, words


def _less(registry: Registry[_T], without: frozenset[str]) -> Registry[_T]:
    chosen = registry[:]
    for name in without:
        chosen.deregister(name, strict=False)
    return chosen

"""Inline Markdown and plain text: what a card, a feed or a search result may show, and the way back."""

from __future__ import annotations

import html
import re
import unicodedata

_MARKED = re.compile(r"[\\`*_\[\]<&]")
# Every pattern stops at the mark it begins with, so that a text made of marks costs no more than its length.
_TARGET = r"\((?:<[^<>\n]*>|[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)"
_LINK = re.compile(rf"(?<!\\)!?\[((?:[^\[\]\\]|\\.)*)\](?:{_TARGET}|\[[^\[\]\n]*\])")
_FOOTNOTE = re.compile(r"(?<!\\)\[\^[^\[\]\s]+\]")
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)([^`]+)\1(?!`)")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]*)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--[^<>]*-->")
_STARS = re.compile(r"(?<!\\)(\*{1,3})(?=[^\s*])([^*]*[^\s*\\])\1")
_LOW_LINES = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_]*[^\s_\\])\1(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#+\-.!|~])")
_DEEPEST = 3
"""Marks within marks that are taken off; copy has two (an image in a link, bold in italics)."""

_NEEDS_ESCAPE = re.compile(r"[\\`*_\[\]<>]|&(?=[#A-Za-z0-9])")

_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|Hon|Jr|Sr|No|Nos|vs|etc|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|bzw|Nr|z\.B|ca|approx|e\.g|i\.e|cf|Bros|Mt|Ft)|\b[^\W\d_])\.$"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[¿¡]*[^\sa-z])|[。！？]+[」』”]*")

_BLOCK = re.compile(r"(?:[ \t]*\n)*((?:.*\S.*(?:\n|\Z))+)")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}(?:[ \t]|$)|[ ]{0,3}(?:=+|-+)[ \t]*$")
_LEAD = re.compile(r"^[ \t]*(?:>[ \t]?)*", re.MULTILINE)


def plain(text: str) -> str:
    """Return inline Markdown as one line of plain text: marks, targets and HTML tags gone, every word kept."""
    if _MARKED.search(text):
        for _ in range(_DEEPEST):
            text, replaced = _LINK.subn(r"\1", text)
            if not replaced:
                break
        pieces = _CODE.split(text)
        # Split by two groups: outside, mark, inside, outside, …
        pieces = [pieces[i] if i % 3 == 2 else _unmarked(pieces[i]) for i in range(len(pieces)) if i % 3 != 1]  # noqa: PLR2004 - as said
        text = "".join(pieces)
    return " ".join(text.split())


def _unmarked(text: str) -> str:
    text = _TAG.sub("", _AUTOLINK.sub(r"\1", _FOOTNOTE.sub("", text)))
    for pattern in (_STARS, _LOW_LINES):
        for _ in range(_DEEPEST):
            text, replaced = pattern.subn(r"\2", text)
            if not replaced:
                break
    return html.unescape(_ESCAPED.sub(r"\1", text))


def escape(text: str) -> str:
    """Return plain text as inline Markdown that shows just that text: ``plain(escape(t)) == " ".join(t.split())``.

    Python-Markdown knows no backslash before ``<`` and ``&``, and counts brackets before it looks at backslashes;
    character references mean the same everywhere. What means nothing where it stands is left as people read it.
    """
    return _NEEDS_ESCAPE.sub(_reference, " ".join(text.split()))


def _reference(found: re.Match[str]) -> str:
    return "&amp;" if found[0] == "&" else f"&#{ord(found[0])};"


def first_paragraph(markdown: str) -> str:
    """Return the first paragraph of Markdown blocks as plain text; headings are none. Empty where there is none."""
    for found in _BLOCK.finditer(markdown):
        lines = [line for line in found[1].splitlines() if not _HEADING.match(line)]
        text = plain(_LEAD.sub("", "\n".join(lines))) if lines else ""
        if text:
            return text
    return ""


def first_sentence(text: str) -> str:
    """Return the first sentence of plain text; the whole where no end is certain.

    A full stop after an initial or a known abbreviation ends nothing, nor does one before a small letter.
    """
    for found in _SENTENCE_END.finditer(text):
        if not _ABBREVIATED.search(text[max(0, found.start() - 12) : found.start() + 1]):
            return text[: found.end()]
    return text


def excerpt(text: str, limit: int = 200) -> str:
    """Return at most ``limit`` characters of plain text, cut between words and then ended by an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", limit // 2, limit)
    if cut < 0:
        # A script without spaces, or one endless word: never between a letter and its marks.
        cut = limit - 1
        while cut > 1 and unicodedata.combining(text[cut]):
            cut -= 1
    return text[:cut].rstrip(" ,;:–—-") + "…"

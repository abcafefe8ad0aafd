"""A pasted text as numbered lines, with what a reader sees at a glance about each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from charset_normalizer import from_bytes

from builder.errors import UnreadableInput

LARGEST = 5 * 1024 * 1024
"""Bytes. The longest page copied in a corpus of 242 had 120,000."""
SHORTEST_PROSE = 50
"""Characters of a paragraph that ends as a sentence does: 8 % of true ones have fewer than 80."""
LONGEST_LABEL = 200
"""Characters. Beyond, a line is a paragraph whatever it ends in: 5 % of true ones end without a full stop."""
ENDING = 16
"""Characters that tell how a line ends: a stop and the quotation marks and brackets behind it."""
LINES_KEPT = 2_048
"""Of which is remembered what their words say; the readers of one page ask it again and again."""
SAMPLE = 4_000
"""Characters of the beginning that are looked at for control characters."""
MOST_CONTROLS = 1 / 20
"""Of a text's characters. A text copied from a terminal has some; a binary file has more."""

# Also what moves a terminal's cursor or turns the direction of a line: it belongs to no text.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
"""The control characters of ISO 646 (C0) but tabs and line breaks."""
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BULLET = re.compile(r"^(?P<indent>\s*)(?P<mark>[•·◦▪‣●○■□–*◾➤►・]|-(?=\s))\s*(?P<text>\S.*)$")
# "1. August 1975" and "28. 4. 2023" are days, not items of a list.
_NUMBERED = re.compile(r"^(?P<indent>\s*)(?P<mark>\d{1,2}[.)])\s+(?P<text>(?!(?:[^\W\d_]+\.?|\d{1,2}\.)\s+\d{4})\S.*)$")
_SENTENCE_END = re.compile(r"[.!?…。！？؟:;][\"'”’»“)\]]*$|[.!?]\s*[\"'”’»“]$")
PROSE_END = re.compile(r"[.!?…。！？؟।][\"'”’»“)\]」』]*$|[.!?]\s*[\"'”’»“]$|[」』]$|[다요]\.?$")
"""How a sentence of prose ends: no colon, but a Japanese quotation or a Korean verb without its stop."""
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One non-blank line of the input. What is seen of it is asked by every reader, and so looked at once."""

    number: int
    """Counted from 1, blank lines included."""
    text: str
    """Without indent, bullet and invisible characters; single spaces."""
    indent: int = 0
    bullet: str | None = None
    after_blank: bool = False
    before_blank: bool = False

    @cached_property
    def ends_sentence(self) -> bool:
        """Tell whether the line ends as a sentence does."""
        return bool(at_end(_SENTENCE_END, self.text))

    @cached_property
    def size(self) -> int:
        """The length as an alphabet would have it: an ideograph says as much as two and a half letters."""
        ideographs = 0 if self.text.isascii() else len(_CJK.findall(self.text))
        return len(self.text) + (3 * ideographs) // 2

    @cached_property
    def is_prose(self) -> bool:
        """Tell whether the line reads as a paragraph (95 % of true ones end in sentence punctuation)."""
        if self.bullet is not None:
            return False
        return self.size >= (SHORTEST_PROSE if self.ends_sentence else LONGEST_LABEL)


def at_end(ending: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return how a text ends, by a pattern that a ``$`` closes: only its last characters are looked at."""
    return ending.search(text, max(0, len(text) - ENDING))


_OTHERS = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "rich text (RTF)",
    b"%!PS": "PostScript",
    b"PK\x03\x04": "a zip or an office file",
}
"""By their first bytes: some of these are made of letters only, and would pass for text."""


def decode(data: bytes) -> str:
    """Return the text of bytes that are text; raises ``UnreadableInput`` for anything else."""
    if len(data) > LARGEST:
        raise UnreadableInput(
            f"{len(data):,} bytes are more than the {LARGEST:,} that a pasted text may have",
            next_act="paste the article alone",
        )
    for opening, what in _OTHERS.items():
        if data.startswith(opening):
            raise UnreadableInput(f"it is {what}, not text", next_act="open it, select the text and save that as .txt")
    if b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _no_text()
    for encoding in ("utf-8-sig", "utf-16") if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig",):
        try:
            return _readable(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    best = from_bytes(data).best()
    if best is None:
        raise _no_text()
    return _readable(str(best))


def _readable(text: str) -> str:
    sample = text[:SAMPLE]
    if len(_CONTROL.findall(sample)) > MOST_CONTROLS * len(sample):
        raise _no_text()
    return text.replace("\x00", "")


def _no_text() -> UnreadableInput:
    return UnreadableInput(
        "the bytes are no text", next_act="open it in its own program, select the text and save it as .txt in UTF-8"
    )


def split(text: str) -> tuple[Line, ...]:
    """Return the non-blank lines of a text, numbered as an editor's program numbers them."""
    raw = re.split(r"\r\n|\r|\n", text)
    clean = [_SPACES.sub(" ", _INVISIBLE.sub("", line)).rstrip() for line in raw]
    padded = ["", *clean, ""]
    return tuple(
        _line(i, line, after_blank=not padded[i - 1].strip(), before_blank=not padded[i + 1].strip())
        for i, line in enumerate(padded)
        if line.strip()
    )


def _line(number: int, raw: str, *, after_blank: bool, before_blank: bool) -> Line:
    listed = _BULLET.match(raw) or _NUMBERED.match(raw)
    return Line(
        number=number,
        text=" ".join((listed["text"] if listed else raw).split()),
        indent=len(raw) - len(raw.lstrip()),
        bullet=listed["mark"] if listed else None,
        after_blank=after_blank,
        before_blank=before_blank,
    )

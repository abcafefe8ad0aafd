"""A saved page as a tree: bytes to text by what they declare, text to elements, everything bounded."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes
from lxml import etree, html

from builder.errors import UnreadableInput

LARGEST = 50 * 1024 * 1024
"""Bytes, pictures included that a browser saved inside the page."""
LONGEST_MARKUP = 10 * 1024 * 1024
"""Characters without those pictures; an article never needs more."""
MOST_ATTRIBUTES = 200
"""Of one element. libxml2 looks through all of them for each (measured: 40,000 take 3.5 s); a page of a corpus of 831
has 73 at most."""
DEEPEST = 200
"""Nested elements. The deepest page of a corpus of 831 has 51; libxml2 cuts off at 2,048 without raising anything."""
MOST = 50_000
"""Elements, for time grows with them. The largest page of the same corpus has 9,888."""
LONGEST = 3_000_000
"""Characters of text outside scripts. A book has fewer."""

_PASTE = "open it in a browser, select the text and paste it into a .txt file"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
# What the names of three encodings mean on the web (WHATWG Encoding Standard, "Names and labels").
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
# What a picture or a typeface holds that was saved inside the page ("data:image/png;base64,iVBOR…").
_PICTURE = re.compile(rb"(data:[\w/+.-]{0,100}(?:;[\w=.-]{1,40})*;base64,)[A-Za-z0-9+/=%_-]{100,}")
_ATTRIBUTE = r"""(?:[\s/]++[^\s<>=/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s<>"']*+))?+)"""
_CROWDED = re.compile(rf"(<[A-Za-z][^\s<>/]*+{_ATTRIBUTE}{{{MOST_ATTRIBUTES}}}+){_ATTRIBUTE}++")
_IS_DEEP = etree.XPath("boolean(" + "/*" * (DEEPEST + 1) + ")")
_ELEMENTS = etree.XPath("count(//*)")
_LENGTH = etree.XPath("string-length(string(/))")
# Python's own names for what no document is written in; some of them raise, whatever they are told to do with errors.
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"})
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# Not text to anybody, and refused or misread by XML libraries further on.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def decode(data: bytes) -> str:
    """Return the text of a page: by its byte order mark, as UTF-8 where it is that, as declared, or as it looks.

    A declaration comes after the test for UTF-8, because pages are saved in UTF-8 by browsers that keep the old
    declaration; only the escape sequences of ISO-2022 would pass that test unnoticed.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data[:2] in {b"<\x00", b"\x00<"}:
        return data.decode("utf-16-le" if data[:1] == b"<" else "utf-16-be", "replace")
    declared = _declared(data[:_HEAD])
    if declared is not None and declared.startswith("iso2022"):
        return data.decode(declared, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared is not None:
        return data.decode(declared, "replace")
    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding if best is not None else "cp1252", "replace")


def parse(data: bytes) -> html.HtmlElement:
    """Return the tree of a page; raises ``UnreadableInput`` where it is too large, too deep or empty."""
    return parse_text(source(data))


def source(data: bytes) -> str:
    """Return the markup of a page, without the pictures saved inside it."""
    if len(data) > LARGEST:
        raise UnreadableInput(
            f"the page has {len(data):,} bytes, more than the {LARGEST:,} that are read", next_act=_PASTE
        )
    return decode(_PICTURE.sub(rb"\1", data))


def elements(root: html.HtmlElement) -> tuple[etree._Element, ...]:
    """Return every element of a tree, to be kept while the tree is read.

    lxml makes an object of an element each time that one is asked for and none is kept; where all are kept, reading a
    page costs a fifteenth less.
    """
    return tuple(root.iter())


def parse_text(markup: str) -> html.HtmlElement:
    """Return the tree of markup that is text already; raises ``UnreadableInput`` as ``parse`` does.

    libxml2 stops at a depth and drops the rest in silence (measured: 50,000 nested elements leave nothing), so its
    own list of errors is read; and a depth that it bears but later steps do not is refused as well.
    """
    markup = _CROWDED.sub(r"\1", without_declaration(_clean(markup)))
    if not markup.strip():
        raise UnreadableInput("the file is empty", next_act="save the page again")
    if len(markup) > LONGEST_MARKUP:
        raise UnreadableInput(f"the page has more than {LONGEST_MARKUP:,} characters of markup", next_act=_PASTE)
    # The text is encoded anew, for lxml would trust a declaration inside that no longer holds.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as fault:
        raise UnreadableInput("the page holds no elements at all", next_act=_PASTE) from fault
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise _too_deep()
    _bound(root)
    return root


def without_declaration(markup: str) -> str:
    """Return markup without an XML declaration, which lxml refuses in text."""
    return _XML_DECLARATION.sub("", markup)


def _bound(root: html.HtmlElement) -> None:
    if _IS_DEEP(root):
        raise _too_deep()
    letters = _number(_LENGTH, root)
    if letters > LONGEST:
        letters = sum(
            len(element.text or "") * (element.tag not in {"script", "style"}) + len(element.tail or "")
            for element in root.iter()
        )
    if _number(_ELEMENTS, root) > MOST or letters > LONGEST:
        raise UnreadableInput(f"the page has more than {MOST:,} elements or {LONGEST:,} characters", next_act=_PASTE)


def _number(path: etree.XPath, root: html.HtmlElement) -> int:
    found = path(root)
    return int(found) if isinstance(found, float) else 0


def _too_deep() -> UnreadableInput:
    return UnreadableInput(f"the page nests more than {DEEPEST} elements, and text would be lost", next_act=_PASTE)


def _declared(head: bytes) -> str | None:
    found = _CHARSET.search(head)
    return codec_of(found[1].decode("ascii")) if found is not None else None


def codec_of(charset: str) -> str | None:
    """Return the codec that a declared charset means on the web; ``None`` for one that nobody knows."""
    try:
        name = codecs.lookup(charset).name
        _ = b"a".decode(name)
    except (LookupError, ValueError):
        # Python also calls compressions and ciphers codecs, and refuses to decode text with them.
        return None
    if name.replace("_", "-") in _NO_CHARSETS:
        return None
    # A document whose bytes are no UTF-16 cannot have declared itself in UTF-16; the standard reads it as UTF-8.
    return "utf-8" if name.startswith("utf-16") else _MEANT.get(name.replace("_", "-"), _MEANT.get(name, name))


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text)

"""Which reader takes an input: by content before name; what none claims and is text is read as pasted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.errors import UnreadableInput
from builder.formats import briefing_md
from builder.model.article import Article, ListItem
from builder.model.briefing import Briefing
from builder.wire.feeds import json_feed, xml_feed
from builder.wire.given import json_article, markdown
from builder.wire.mails import mail, mbox
from builder.wire.page import html
from builder.wire.pasted import text
from builder.wire.pdf import pdf
from builder.wire.printed.lines import decode
from builder.wire.reader import Container, Given, Reader, Refused
from builder.wire.saved import mhtml, wacz, warc, webarchive

READERS: Sequence[Reader] = (
    Reader(html.NAME, html.claims, lambda given: (html.read(given.data, name=given.name),)),
    Reader(mhtml.NAME, mhtml.claims, lambda given: (mhtml.read(given),)),
    Reader(webarchive.NAME, webarchive.claims, lambda given: (webarchive.read(given),)),
    Reader(pdf.NAME, pdf.claims, lambda given: (pdf.read(given),)),
    Reader(json_article.NAME, json_article.claims, json_article.read),
    Reader(markdown.NAME, markdown.claims, lambda given: (markdown.read(given),)),
    Reader(xml_feed.NAME, xml_feed.claims, xml_feed.read),
    Reader(json_feed.NAME, json_feed.claims, json_feed.read),
    Reader(mail.NAME, mail.claims, mail.read),
)
PASTED = Reader(
    text.NAME, text.claims, lambda given: (text.read(given.data, name=given.name, pasted=given.pasted, unheaded=True),)
)
CONTAINERS: Sequence[Container] = (
    Container(warc.NAME, warc.claims, warc.split),
    Container(wacz.NAME, wacz.claims, wacz.split),
    Container(mbox.NAME, mbox.claims, mbox.split),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One article out of an input, as read."""

    reader: str
    content: Article | Briefing
    text: str
    """What the reader had before it, as text: a pasted text itself, of a page what its article says."""
    sha256: str
    """In hex: of the input's bytes where it holds one article, of what the article says where it holds several."""


def container_of(head: bytes, name: str) -> Container | None:
    """Return the container that an input is, by its first bytes; raises ``UnreadableInput`` where two claim it."""
    found = _only(claiming(head, name)) if any(one.claims(head, name) for one in CONTAINERS) else None
    return found if isinstance(found, Container) else None


def claiming(data: bytes, name: str) -> tuple[Container | Reader, ...]:
    """Return what claims an input: by its content alone, and by its name only where the content tells nothing."""
    everyone: tuple[Container | Reader, ...] = (*CONTAINERS, *READERS)
    by_content = tuple(one for one in everyone if one.claims(data, ""))
    return by_content or tuple(one for one in everyone if one.claims(data, name))


def read(given: Given) -> Iterator[Copy | Refused]:
    """Yield the articles of an input, each with the name of the reader that took it.

    Raises ``UnreadableInput`` where no reader can: with the reason, and what to do.
    """
    if not given.data.strip():
        raise UnreadableInput("it is empty", next_act="paste the article's text into it")
    if len(given.data) > given.limits.article:
        raise UnreadableInput(
            f"it has {len(given.data):,} bytes, more than the {given.limits.article:,} that are read",
            next_act="save the article alone, without its pictures, or raise ingest.limits.article in mkdocs.yml",
        )
    reader = _reader(given)
    found = tuple(reader.read(given))
    whole = hashlib.sha256(given.data).hexdigest()
    for content in found:
        if isinstance(content, Refused):
            yield content
            continue
        said = decode(given.data) if reader is PASTED else _said(content)
        sha256 = whole if len(found) == 1 else hashlib.sha256(said.encode()).hexdigest()
        yield Copy(reader=reader.name, content=_from(content, given), text=said, sha256=sha256)


def _reader(given: Given) -> Reader:
    found = _only(claiming(given.data, given.name))
    if isinstance(found, Container):
        raise UnreadableInput(f"it is a {found.name} within another archive", next_act="take it out and read it alone")
    return found or PASTED


def _only(claims: Sequence[Container | Reader]) -> Container | Reader | None:
    if len(claims) > 1:
        names = " and ".join(one.name for one in claims)
        raise UnreadableInput(f"{names} both claim it", next_act="save it in one format only")
    return claims[0] if claims else None


def _from(content: Article | Briefing, given: Given) -> Article | Briefing:
    """Return what was read with the address it came from, where it does not give one itself."""
    return replace(content, url=given.url) if given.url and not content.url else content


def _said(content: Article | Briefing) -> str:
    """Return what an article says, a paragraph to a block."""
    if isinstance(content, Briefing):
        return briefing_md.dumps(content)
    parts = [content.headline, content.standfirst or ""]
    for block in content.blocks:
        label = f"{block.label}: " if block.label else ""
        parts.append("\n".join([label + block.text, *_items(block.items), *(" | ".join(row) for row in block.rows)]))
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _items(items: Sequence[ListItem], indent: int = 0) -> Iterator[str]:
    for item in items:
        yield f"{' ' * indent}• {item.text}"
        yield from _items(item.children, indent + 4)

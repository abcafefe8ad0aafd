"""Mails (``.eml``): the article that one holds, the article that one forwards, or one for each item of a newsletter."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.errors import UnreadableInput
from builder.formats.prose import excerpt, first_sentence
from builder.model.article import Article, Block, BlockKind
from builder.wire import fields
from builder.wire.fields import Moment
from builder.wire.mails import forward, mbox, sender
from builder.wire.mails import items as mail_items
from builder.wire.mails import text as mail_text
from builder.wire.mails.letter import Letter, letter
from builder.wire.page import blocks as page_blocks
from builder.wire.page import html
from builder.wire.pasted import text
from builder.wire.printed import language
from builder.wire.reader import Given, Refused
from builder.wire.saved import mhtml

NAME = "mail/1"

HEAD = 65_536
"""Bytes in which the headers end or go on; mails that were passed on often have tens of thousands."""
EARLIEST = dt.date(1971, 1, 1)
"""No mail was sent before."""
LATEST = dt.timedelta(days=2)
"""After the day of reading: clocks go wrong, zones differ; a mail "of 3609" has no date."""
LONGEST_TITLE = 400
LONGEST_MADE = 120
"""Characters of a headline made of a first sentence."""
LEAST_KEPT = 0.6
"""Of a plain text's letters: a page that was pasted into a mail with its menus leaves more."""
LEAST_LETTERS = 40
"""Of a body. With fewer it is a covering note, and what it covers is attached."""

_FIRST = re.compile(rb"[A-Za-z][!-9;-~]{0,75}:[ \t]?[^\r\n]*\r?\n(?:[A-Za-z][!-9;-~]{0,75}[ \t]?:|[ \t]+\S|\r?\n)")
# Only programs write these; people copy the four lines that their program shows.
_BY_PROGRAMS = re.compile(
    rb"^(?:received|message-id|mime-version|return-path|delivered-to|dkim-signature|content-transfer-encoding|x-mailer"
    rb"|authentication-results|list-id|list-unsubscribe|references|in-reply-to|x-[a-z-]{2,40}):",
    re.IGNORECASE | re.MULTILINE,
)
_SENDER = re.compile(rb"^(?:from|to|subject|date|received):", re.IGNORECASE | re.MULTILINE)
_NAMES = (".eml", ".mail", ".msg")
_SIGNATURE = re.compile(r"^-- ?$.*", re.MULTILINE | re.DOTALL)
_PASTE = "open it in a mail program, select the text and paste it into a .txt file"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What the article is made of: the mail's own, or the one inside it."""

    subject: str
    name: str
    address: str
    sent: Moment | None
    markup: str
    text: str
    inline: bool = False
    """The headers of the mail inside stand in the markup as well."""


def claims(data: bytes, name: str) -> bool:
    """Tell whether bytes are a mail: by headers that programs write, or by its name where it begins with any.

    A text that begins "From: Kim Doe", as pasted from a mail program's window, is a text; so is a web page saved in
    parts (MHTML), which has the same syntax.
    """
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if head.startswith(b"From ") and not mbox.claims(head, name):
        # The line that parts the mails of a mailbox, left before one that was taken out of it.
        head = head.partition(b"\n")[2]
    if not _FIRST.match(head) or mhtml.claims(head, name):
        return False
    headers = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if name.lower().endswith(_NAMES):
        return True
    return bool(_BY_PROGRAMS.search(headers)) and bool(_SENDER.search(headers))


def read(given: Given) -> Iterator[Article | Refused]:
    """Yield what a mail holds: an article, or one for each item of a newsletter.

    Raises ``UnreadableInput`` where it has no text, and where it is beyond the limits.
    """
    received = letter(given.data, given.limits)
    while _letters(received) < LEAST_LETTERS and received.forwarded is not None:
        received = received.forwarded
    if not _letters(received):
        raise _no_text(received)
    sheet = _sheet(received)
    sheet = replace(sheet, sent=_plausible(sheet.sent, given.pasted))
    items = (
        mail_items.of_page(sheet.markup) if sheet.markup else mail_items.of_text(sheet.text) if received.bulk else ()
    )
    yield from (_of_item(item, sheet) for item in items)
    if not items:
        yield _article(sheet, given)


def _no_text(received: Letter) -> UnreadableInput:
    if received.attached:
        names = ", ".join(received.attached[:3])
        return UnreadableInput(f"the mail holds no text, only {names}", next_act="save and ingest what is attached")
    if received.broken:
        return UnreadableInput("the mail is damaged: the line between its parts does not occur", next_act=_PASTE)
    return UnreadableInput("the mail holds no text", next_act="ask its sender for the text")


def _letters(received: Letter) -> int:
    return sum(char.isalnum() for char in mail_text.shown(received.markup) or received.text)


def _sheet(received: Letter) -> _Sheet:
    expected = sender.forwards(received.subject)
    shown = (text_ for text_ in (received.text, mail_text.shown(received.markup)) if text_)
    found = (forward.find(text_, language.of(text_), expected=expected) for text_ in shown)
    inside = next((one for one in found if one is not None), None)
    if inside is None:
        return _Sheet(
            subject=received.subject,
            name=received.name,
            address=received.address,
            sent=received.sent,
            markup=received.markup,
            text=received.text,
        )
    return _Sheet(
        subject=inside.subject,
        name=inside.name,
        address=inside.address,
        sent=inside.sent,
        markup=received.markup,
        text=inside.text,
        inline=True,
    )


def _plausible(sent: Moment | None, today: dt.date) -> Moment | None:
    day = sent.date() if isinstance(sent, dt.datetime) else sent
    return sent if day is not None and EARLIEST <= day <= today + LATEST else None


def _of_item(item: mail_items.Item, sheet: _Sheet) -> Article:
    outlet, _ = sender.signed(sheet.name, sheet.address)
    return Article(
        headline=excerpt(item.headline, LONGEST_TITLE),
        blocks=item.blocks,
        published=sheet.sent,
        outlet=outlet,
        url=item.link,
        language=language.of(" ".join((item.headline, *(block.text for block in item.blocks)))),
        summary_only=item.teaser,
    )


def _article(sheet: _Sheet, given: Given) -> Article:
    outlet, people = sender.signed(sheet.name, sheet.address)
    headline = excerpt(fields.line(sender.bare(sheet.subject)), LONGEST_TITLE)
    shown = sheet.text or mail_text.shown(sheet.markup)
    code = language.of(shown)
    if sheet.markup:
        read_ = html.read_fragment(mail_items.unframed(sheet.markup), headline=headline, outlet=outlet, language=code)
    else:
        read_ = _of_text(headline, mail_text.unwrapped(_SIGNATURE.sub("", sheet.text)), given, sheet.sent)
    blocks = _own(read_.blocks, inline=sheet.inline and bool(sheet.markup))
    if not page_blocks.size(blocks):
        raise UnreadableInput("the mail holds no text but that of the mailing itself", next_act=_PASTE)
    made = excerpt(first_sentence(next(block.text for block in blocks if block.text)), LONGEST_MADE)
    return replace(
        read_,
        headline=read_.headline or made,
        blocks=blocks,
        published=sheet.sent or read_.published,
        outlet=outlet,
        byline=read_.byline or people,
        language=code,
    )


def _of_text(headline: str, body: str, given: Given, sent: Moment | None) -> Article:
    """Return the article of a body in plain text, which is read as if it had been pasted on the day it was sent.

    Where little of it would be left, it is no page with menus but a short text: then all of it is the article.
    """
    day = sent.date() if isinstance(sent, dt.datetime) else sent
    whole = f"{headline}\n\n{body}" if headline else body
    plain = html.read_fragment(fields.paragraphs(body), headline=headline)
    try:
        found = text.read(whole.encode("utf-8", "replace"), name=given.name, pasted=day or given.pasted)
    except UnreadableInput:
        return plain
    if page_blocks.size(found.blocks) < LEAST_KEPT * page_blocks.size(plain.blocks):
        return plain
    if not headline or headline.startswith(found.headline):
        # Whom a subject credits ("Bridge closes – Reuters") is told from the text, and taken off.
        return replace(found, accounts=())
    # A line that the reader preferred to the subject is one of the text.
    return replace(found, headline=headline, blocks=(_heading(found.headline), *found.blocks), accounts=())


def _heading(line: str) -> Block:
    return Block(kind=BlockKind.HEADING, text=line)


def _own(blocks: Sequence[Block], *, inline: bool) -> tuple[Block, ...]:
    """Leave out what is about the mailing, and the note above and the headers of a mail that was forwarded."""
    heads = [i for i, block in enumerate(blocks) if forward.is_header(_whole(block))] if inline else []
    start = 0
    for i in heads:
        # The headers stand together; a line further down that looks like one is of the text.
        if not start or i <= start + 1:
            start = i + 1
    return tuple(block for block in blocks[start:] if not mail_items.is_unwanted(_whole(block)))


def _whole(block: Block) -> str:
    return f"{block.label}: {block.text}" if block.label else block.text

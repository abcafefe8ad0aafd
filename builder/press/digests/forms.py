"""A digest as Markdown, as plain text, as HTML that mail programs keep, and as a mail with both of these."""

from __future__ import annotations

import hashlib
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from email.message import EmailMessage
from email.policy import SMTP
from functools import lru_cache

from jinja2 import Environment, StrictUndefined, Template

from builder.formats import prose
from builder.languages.catalogue import words_of
from builder.press.digests.digest import Digest

_BEGINS_A_BLOCK = re.compile(r"^(\d*)([.)#+-])(?=[ #]|$)")
_WIDTH = 72
"""Columns of plain text, as mail has it (RFC 3676 advises 78 at most)."""

# Tables and styles on the elements themselves: mail programs drop the rest, and load nothing.
_MAIL = """\
<!DOCTYPE html>
<html lang="{{ d.language }}" dir="{{ d.direction }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<title>{{ d.title }} · {{ d.site }}</title>
</head>
<body style="margin:0;padding:0;background:#fbf9f4;color:#1c1b19;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#fbf9f4;">
<tr><td align="center" style="padding:24px 16px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:640px;text-align:start;">
<tr><td style="font-family:Georgia,serif;font-size:17px;line-height:1.5;">
<p style="margin:0;font-family:Arial,sans-serif;font-size:14px;color:#5a5750;">{{ d.site }}</p>
<h1 style="margin:4px 0 16px;font-size:28px;line-height:1.2;">{{ d.title }}</h1>
{% for paragraph in d.summary %}<p style="margin:0 0 16px;">{{ paragraph }}</p>
{% endfor %}
{% for day in d.days %}<h2 style="{{ label }}">{{ day.date }}</h2>
{% for entry in day.entries %}<h3 style="margin:16px 0 4px;font-size:20px;line-height:1.3;">
{%- if entry.url %}<a href="{{ entry.url }}" style="{{ link }}">{{ entry.title }}</a>
{%- else %}{{ entry.title }}{% endif -%}
</h3>
{% if entry.source %}<p style="{{ small }}">{{ entry.source }}</p>
{% endif %}<p style="{{ small }}">{{ entry.standing }}</p>
<p style="margin:8px 0;">{{ entry.lede }}</p>
{% if entry.before %}<p style="{{ small }}font-weight:bold;">{{ before }}</p>
<ul style="margin:4px 0 0;padding-inline-start:20px;font-size:15px;">
{% for one in entry.before %}<li style="margin:0 0 4px;"><b>{{ one.date }}</b>
 {% if one.url %}<a href="{{ one.url }}" style="{{ link }}">{{ one.text }}</a>{% else %}{{ one.text }}{% endif %}</li>
{% endfor %}</ul>
{% endif %}{% endfor %}{% endfor %}
{% if d.url %}<p style="{{ label }}"><a href="{{ d.url }}" style="{{ link }}">{{ d.url }}</a></p>
{% endif %}</td></tr></table>
</td></tr></table>
</body>
</html>
"""
_SMALL = "margin:0;font-family:Arial,sans-serif;font-size:14px;color:#5a5750;"
_LABEL = "margin:28px 0 0;padding-top:12px;border-top:1px solid #cfcabd;font-family:Arial,sans-serif;font-size:15px;"
_LINK = "color:#8a2b0d;"


def html(digest: Digest) -> str:
    """Return a page for mail: nothing in it is loaded, and every value is escaped."""
    return _mail().render(d=digest, small=_SMALL, label=_LABEL, link=_LINK, before=_before(digest))


def _before(digest: Digest) -> str:
    return words_of(digest.language)("Before")


@lru_cache(maxsize=1)
def _mail() -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(_MAIL)


def markdown(digest: Digest) -> str:
    """Return Markdown; copy is text, so its marks are escaped."""
    return "\n".join(_markdown(digest)) + "\n"


def _markdown(digest: Digest) -> Iterator[str]:
    yield f"# {prose.escape(digest.title)}"
    yield f"\n{prose.escape(digest.site)}"
    yield from (f"\n{_paragraph(paragraph)}" for paragraph in digest.summary)
    for day in digest.days:
        yield f"\n## {prose.escape(day.date)}"
        for entry in day.entries:
            yield f"\n### {_linked(entry.title, entry.url)}"
            yield f"\n{_paragraph(entry.lede)}"
            yield f"\n*{prose.escape('. '.join(part for part in (entry.source, entry.standing) if part))}*"
            if entry.before:
                yield f"\n{_before(digest)}:\n"
                yield from (f"- **{prose.escape(one.date)}** {_linked(one.text, one.url)}" for one in entry.before)
    if digest.url:
        yield f"\n<{digest.url}>"


def _paragraph(words: str) -> str:
    """Return a paragraph that begins no list and no heading, whatever its first word: "1986. A year …"."""
    return _BEGINS_A_BLOCK.sub(r"\1\\\2", prose.escape(words), count=1)


def _linked(words: str, url: str | None) -> str:
    return f"[{prose.escape(words)}]({url})" if url else prose.escape(words)


def text(digest: Digest) -> str:
    """Return plain text in lines of at most 72 columns; an address is never broken."""
    return "\n".join(_text(digest)) + "\n"


def _text(digest: Digest) -> Iterator[str]:
    yield _filled(digest.title)
    yield digest.site
    yield from (f"\n{_filled(paragraph)}" for paragraph in digest.summary)
    for day in digest.days:
        yield f"\n{day.date}\n{'=' * min(len(day.date), _WIDTH)}"
        for entry in day.entries:
            yield f"\n{_filled(entry.title)}"
            yield from (_filled(line) for line in (entry.source, entry.standing) if line)
            if entry.url:
                yield entry.url
            yield f"\n{_filled(entry.lede)}"
            if entry.before:
                yield f"\n{_before(digest)}:"
                yield from (_filled(f"{one.date}: {one.text}", first="- ", then="  ") for one in entry.before)
    if digest.url:
        yield f"\n{digest.url}"


def _filled(words: str, *, first: str = "", then: str = "") -> str:
    return textwrap.fill(
        words, _WIDTH, initial_indent=first, subsequent_indent=then, break_long_words=False, break_on_hyphens=False
    )


def mail(digest: Digest) -> str:
    """Return a mail to be sent (RFC 5322): plain text, and HTML for who prefers it (RFC 2046, 5.1.4).

    Neither sender nor addressee nor day stand in it: who sends it knows them. ``X-Unsent`` has mail programs open it as
    one that is being written. All of it is ASCII, and the boundary is made of what it bounds: equal digests are equal
    bytes.
    """
    page = html(digest)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(f"{digest.title} · {digest.site}".split())
    message["X-Unsent"] = "1"
    message["Content-Language"] = digest.language
    message.set_content(text(digest), cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{hashlib.sha256(page.encode()).hexdigest()}")
    return message.as_bytes().decode("ascii")


FORMS: Mapping[str, Callable[[Digest], str]] = {"markdown": markdown, "text": text, "html": html, "eml": mail}

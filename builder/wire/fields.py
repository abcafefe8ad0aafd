"""What feeds and mails say in a field: one line of text, a moment, a language, paragraphs."""

from __future__ import annotations

import datetime as dt
import html as entities
import re
from email.utils import parsedate_to_datetime

from builder.formats.word_lists import words
from builder.wire.page import dates
from builder.wire.page.pieces import tidy
from builder.wire.printed import when

Moment = dt.datetime | dt.date

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|<!--[^<>]*-->")
# Control characters, halves of a surrogate pair and marks that turn the direction of a line.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ASCTIME = re.compile(
    r"(?:[A-Z][a-z]{2} )?(?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}) (?P<time>\d{1,2}:\d{2}:\d{2})(?: [A-Z]{3,4})?"
    r" (?P<year>\d{4})"
)
_SECONDS = re.compile(r"[1-3]\d{9}")
"""From 2001 to 2096."""
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_LANGUAGES = words(
    "en / de / fr / es / it / pt / nl / pl / cs / sk / uk / ru / tr / sv / da / nb / fi / hu / ro / el / ja / zh"
)
"""Tried in turn for a date whose feed says no language, or the wrong one."""
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z0-9])")


def line(text: str) -> str:
    """Return plain text or HTML as one line of text: no tags, no entities, nothing that moves a cursor."""
    text = _MARKUP.sub(" " if re.search(r"<(?:br|p|div|li)\b", text, re.IGNORECASE) else "", text)
    return tidy(on_one_line(entities.unescape(text)))


def on_one_line(text: str) -> str:
    """Return plain text on one line, whatever breaks lines or turns their direction; every other character stays."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def moment(text: str, code: str | None = None) -> Moment | None:
    """Return the moment that a field gives in any form; naive where it names no zone that means one offset.

    First as machines write, then as people do: in the language given, else in whichever knows the name of the month.
    """
    text = line(text)
    value = dates.parse(text) or _by_c(text) or _of_unix(text)
    if value is not None and not (isinstance(value, dt.datetime) and value.tzinfo is None):
        return value
    # Neither ISO 8601 nor RFC 5322, or in a zone that they do not name (CEST): as a person reads it.
    spoken = _spoken(text, (code or "en").partition("-")[0])
    if value is not None:
        return spoken if isinstance(spoken, dt.datetime) and spoken.tzinfo is not None else value
    return spoken or next((found for other in _LANGUAGES if (found := _spoken(text, other))), None)


def _spoken(text: str, code: str) -> Moment | None:
    stamps = when.stamps(text, code) if text and len(text) <= when.LONGEST_STAMP else ()
    # A day without a year is read as one of a year that stands in for it.
    return stamps[0].value if stamps and str(stamps[0].value.year) in text else None


def _by_c(text: str) -> Moment | None:
    """Return the moment that the C library wrote (asctime): "Tue Mar  4 09:30:00 2025"."""
    found = _ASCTIME.fullmatch(text)
    if found is None:
        return None
    try:
        return parsedate_to_datetime(f"{found['day']} {found['month']} {found['year']} {found['time']}")
    except ValueError:
        return None


def _of_unix(text: str) -> Moment | None:
    """Return the moment that is so many seconds after the beginning of 1970, where a text is such a number."""
    return _EPOCH + dt.timedelta(seconds=int(text)) if _SECONDS.fullmatch(text) else None


def paragraphs(text: str) -> str:
    """Return plain text as HTML: blank lines part paragraphs, entities that nobody resolved are characters."""
    text = entities.unescape(text)
    return "".join(f"<p>{entities.escape(part)}</p>" for part in re.split(r"\n[ \t]*\n", text) if part.strip())


def code_of(tag: str | None) -> str | None:
    """Return a language tag as BCP 47 writes it; ``None`` for what is none."""
    found = _LANGUAGE.match((tag or "").strip())
    if found is None:
        return None
    code, script, region = found.groups()
    return "-".join(part for part in (code.lower(), script and script.title(), region and region.upper()) if part)

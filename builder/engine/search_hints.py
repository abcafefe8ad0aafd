"""What the search is told of a page beside its text: days, subjects, address, and which words count more.

Readers' pages do not carry it: it is written into the copy that is indexed.
"""

from __future__ import annotations

import html as markup
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

LEDE, BACKGROUND = "2.0", "0.4"
"""How much a word counts in the lede, and in what is recalled of other events; elsewhere 1."""

HINTS = f"1 {LEDE} {BACKGROUND}"
"""What the hints are, for whoever keeps an index made with them: another number where other hints are given."""

_PUBLISHED = re.compile(r'<meta property="article:published_time" content="(\d{4})-(\d\d)-(\d\d)')
_RECALLED = re.compile(r'<time datetime="(\d{4})(?:-(\d\d))?(?:-(\d\d))?">')
_SUBJECT = re.compile(r'<meta name="search:tag"[^>]* content="([^"]*)">')
_SLUG = re.compile(r"(?:^|/)(?:\d\d-)?([^/]+)/index\.html$")
_LETTERS = re.compile(r"[^\W_]+")
_TIMELINE = '<ol class="timeline">'
_FIRST_PARAGRAPH = re.compile(r'(<div class="prose prose--briefing"[^>]*>\s*)<p>')


def with_hints(path: str, html: str) -> str:
    """Return a page as it is to be indexed; ``path`` is that of its file in the site.

    A day becomes one word for itself, its month and its year ("19610412", "196104", "1961"), so that a date is found
    in whichever form it is asked for. A subject becomes one word, too; the first is what the briefing is about.
    """
    slug = _SLUG.search(path)
    subjects = [subject_word(markup.unescape(label)) for label in _SUBJECT.findall(html)]
    hints = {
        "published": _days(_PUBLISHED.findall(html)),
        "recalled": _days(day for line in _timelines(html) for day in _RECALLED.findall(line)),
        "subject": " ".join(subjects[:1]),
        "subjects": " ".join(subjects),
        "slug": slug[1].replace("-", " ") if slug else "",
    }
    metas = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{words}">' for name, words in hints.items() if words
    )
    html = html.replace("</head>", f"{metas}</head>", 1)
    html = _FIRST_PARAGRAPH.sub(rf'\1<p data-pagefind-weight="{LEDE}">', html, count=1)
    return html.replace(_TIMELINE, f'{_TIMELINE[:-1]} data-pagefind-weight="{BACKGROUND}">')


def subject_word(label: str) -> str:
    """Return the word for a subject, by its label; overrides/assets/javascripts/query.js makes the same of it."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", label) if not unicodedata.combining(letter))
    return f"zqs{''.join(_LETTERS.findall(plain.lower()))}zq"


def _days(found: Iterable[Sequence[str]]) -> str:
    words = {"".join(day[:length]): None for day in found for length in (1, 2, 3) if all(day[:length])}
    return " ".join(words)


def _timelines(html: str) -> Iterator[str]:
    """Yield what stands in backgrounds; lists in their items are unordered."""
    at = html.find(_TIMELINE)
    while at >= 0:
        end = html.find("</ol>", at)
        yield html[at:end]
        at = html.find(_TIMELINE, end) if end >= 0 else -1

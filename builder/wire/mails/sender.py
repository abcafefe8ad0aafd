"""Who a mail is from: the person and the outlet in its sender, and what its subject says below "Fwd:" and list tags."""

from __future__ import annotations

import re
from email.utils import parseaddr

from builder.formats.word_lists import alternation, words
from builder.wire.page import names

_PREFIXES = """
    re / fw / fwd / aw / wg / tr / rv / res / enc / rif / sv / vs / vb / vl / odp / pd / ynt / ilt / antw / doorst
    na / vá / továbbítva / reenviado / отв / пер / пересл / від / відп
    转发 / 回复 / 答复 / 轉寄 / 回覆 / 転送 / 返信
"""
_PREFIX = re.compile(rf"\s*(?:{alternation(_PREFIXES)}(?:\s?[\[(]\d{{1,3}}[\])])?\s*[:：]\s*)", re.IGNORECASE)
_FORWARDS = """
    fw / fwd / wg / tr / rv / enc / vb / vl / pd / ilt / doorst / vá / továbbítva / reenviado
    пер / пересл / 转发 / 轉寄 / 転送
"""
_FORWARD = re.compile(
    rf"(?:^|.*[:：]\s*|\s*){alternation(_FORWARDS)}(?:\s?[\[(]\d{{1,3}}[\])])?\s*[:：]", re.IGNORECASE
)
_LIST_TAG = re.compile(r"\s*\[[^\[\]]{2,40}\]\s*(?=\S)")
_MOST_PREFIXES = 12

# Offer addresses to anybody: their host says nothing of who writes.
_FREE = frozenset(
    words(
        """
    gmail / googlemail / outlook / hotmail / live / msn / yahoo / ymail / icloud / me / mac / aol / gmx / web / proton
    protonmail / pm / mail / inbox / bk / list / yandex / ya / ukr / i / meta / bigmir / t-online / freenet / posteo
    orange / wanadoo / free / laposte / sfr / libero / virgilio / tiscali / wp / onet / o2 / interia / seznam
    centrum / qq / 163 / 126 / sina / naver / daum / hanmail / rediffmail / zoho / fastmail / tutanota / tuta / hey
    substack / beehiiv / mailchimp / mailchimpapp / buttondown / ghost / convertkit / medium / tinyletter / revue
    sendgrid / mailgun / constantcontact / campaign-archive / googlegroups / groups
"""
    )
)
_SENDING = frozenset(
    words(
        "mail / mails / email / emails / e / em / m / news / newsletter / newsletters / nl / info / mailer"
        " / mailing / mailings"
        " / lists / list / send / sender / mkt / marketing / reply / notify / notifications / updates"
        " / bounce / smtp / www"
    )
)
"""Labels of hosts that only send."""
_SECOND_LEVEL = frozenset(words("co / com / org / net / gov / ac / edu / or / ne"))
_JOINED = re.compile(r"\s+(?:from|via|at|bei|von|de|chez|@|\||–|—|-)\s+|\s*,\s+(?=[^,]+$)", re.IGNORECASE)
_TURNED = re.compile(r"(?P<last>[^\s,]+),\s+(?P<first>[^\s,]+(?:\s[^\s,]+)?)")
"""As address books sort: "Doe, Kim"."""
_OUTLET_WORDS = re.compile(
    r"\b(?:the|news\w*|daily|weekly|monthly|morning|evening|briefing|brief|digest|update|alerts?|times|post|herald|courier"
    r"|today|review|magazine|journal|gazette|press|media|radio|tv|team|office|service|presse\w*|zeitung|nachrichten"
    r"|internet|mail|delivery|group|club|shop|store|support|info|infos|noticias|notizie|новини|новости|пресс?-?служба)\b",
    re.IGNORECASE,
)
LONGEST_SENDER = 1_000
"""Characters of name and address."""
LEAST_IN_HOST = 4
"""Letters. A name that shares such a word with its host is the host's: "Coast Courier", <kim@coastcourier.example>."""
_LONGEST_NAME = 4
"""Words of a person's name in a sender."""


def parted(sender: str) -> tuple[str, str]:
    """Return name and address of a sender as mails write it; both empty where it is too long or too tangled."""
    try:
        return parseaddr(sender) if len(sender) <= LONGEST_SENDER else ("", "")
    except (RecursionError, ValueError, LookupError):
        # The library goes one call deeper for each bracket.
        return "", ""


def bare(subject: str) -> str:
    """Return a subject without "Re:", "Fwd:" and the tags of lists; "[Photos] Bridge closes" is one of a list."""
    text = subject.strip()
    for _ in range(_MOST_PREFIXES):
        found = _PREFIX.match(text) or _LIST_TAG.match(text)
        if found is None or found.end() == len(text):
            break
        text = text[found.end() :]
    return text.strip()


def forwards(subject: str) -> bool:
    """Tell whether a subject says that the mail forwards another one."""
    return bool(_FORWARD.match(subject[:100]))


def signed(name: str, address: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the outlet and the byline that a sender comes to: "Kim Doe from Coast Courier", <news@coast.example>.

    Without a name of an outlet it is the host, unless that host serves everybody.
    """
    host = _host(address)
    outlet: str | None = None
    people: list[str] = []
    name = name.strip(" '\"")
    if found := _TURNED.fullmatch(name):
        name = f"{found['first']} {found['last']}"
    for part in [] if "@" in name else _JOINED.split(name):
        text = part.strip(" '\"()")
        if _is_person(text, host):
            people.append(text)
        elif text and outlet is None:
            outlet = text
    return outlet or host, tuple(people)


def _is_person(text: str, host: str | None) -> bool:
    if not 2 <= len(text.split()) <= _LONGEST_NAME or _OUTLET_WORDS.search(text) or not names.is_name(text):  # noqa: PLR2004 - first and last
        return False
    bare_host = re.sub(r"[\W_]", "", host or "")
    return not any(len(word) >= LEAST_IN_HOST and word in bare_host for word in re.findall(r"\w+", text.casefold()))


def _host(address: str) -> str | None:
    host = address.rpartition("@")[2].casefold().strip(".> ")
    labels = host.split(".")
    if len(labels) < 2 or not all(re.fullmatch(r"[\w-]{1,63}", label) for label in labels):  # noqa: PLR2004 - a name below a top level
        return None
    least = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2  # noqa: PLR2004 - coast.co.uk
    while len(labels) > least and labels[0] in _SENDING:
        labels = labels[1:]
    return None if labels[-least] in _FREE else ".".join(labels)

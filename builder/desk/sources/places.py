"""Where something was said: an interview, a gathering, a page of one's own; set apart, so that the rest reads plainly.

"At a press conference in Tallinn the minister said" names the minister, not a minister in Tallinn, and it names no
outlet; "said on Telegram" names no Telegram.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from builder.desk.sources import kind_words as kinds
from builder.desk.sources import outlet_words as known
from builder.desk.sources import place_words as placed
from builder.desk.sources import source_words as said
from builder.desk.sources.people import CAPITAL, OFFICE
from builder.desk.sources.turns import any_of
from builder.formats.word_lists import alternation

FARTHEST = 7
"""Words between the verb and the place: "said Roman Dziuba, the mayor, on Monday on Telegram"."""


_NAME = rf"[{CAPITAL}][\w.’'-]*(?:\s+(?:of\s+|de\s+|für\s+)?[{CAPITAL}][\w.’'-]*){{0,4}}(?:\s+правда)?"
_KNOWN = rf"(?:(?i:{alternation(known.KNOWN_OUTLETS)})(?![\w-]))"
KNOWN_NAME = rf"(?:{_KNOWN}(?:\s+[A-ZÄÖÜ-]{{3,}}\b)?|{_NAME})"
"""An outlet's name; the known ones first, because "Bild am Sonntag" is more than the Bild."""
DETERMINER = rf"(?:(?!{_KNOWN})(?:(?i:the|der|dem|den|das|die|la|el|le|les|los)\s+|l[’']))?"
"""An article before an outlet's name, but not the one that is part of it: "El País"."""
AGENCY_NOUN = rf"(?!{_KNOWN})(?i:{alternation(known.AGENCIES)})\s+"
"""What an outlet is, before its name, but not the word that is part of it: "Радіо Свобода"."""
_AGENCY = rf"(?:{AGENCY_NOUN}){{0,2}}"
_INTERVIEW = re.compile(rf"{any_of(placed.INTERVIEW)}\s+{DETERMINER}{_AGENCY}(?P<to>{KNOWN_NAME})")
_ON_AIR = re.compile(rf"{any_of(placed.ON_AIR)}\s+{DETERMINER}(?P<to>(?:{alternation(known.BROADCASTERS)}))(?![\w-])")
_WHOSE = rf"(?:{any_of(placed.OF_WHOM)}\s+)*"
_WHEN = rf"(?:\s+(?:in|à|en|у|в|im)\s+[{CAPITAL}][\w-]+|\s+{any_of(placed.DAYS)})*"
_PLACE = re.compile(
    rf"(?:{any_of(placed.ON_PLATFORM)}\s+{_WHOSE}(?P<platform>(?:{alternation(placed.PLATFORMS)}))(?!\w)(?![’'-]\w)"
    rf"(?:[\s-]+{any_of(placed.OF_PLATFORM)})?"
    rf"|(?<!\w)(?i:{alternation(placed.AT_FORUM)})\s*{_WHOSE}(?P<forum>(?i:{alternation(placed.FORUMS)})))(?!\w){_WHEN}"
)
_COVER = re.compile(rf",?\s*{any_of(placed.UNDER_COVER)}(?:,(?=\s))?")
_VERB = any_of(
    f"{said.SAID}\n{said.WROTE}\n{said.REPORTS}\n{said.TOLD}\n{said.TO}\nteilte / teilten / kündigte / kündigten"
)
_SPOKEN = re.compile(rf"{_VERB}(?P<between>[^.;:!?]*)$")
_TOPIC = re.compile(r"^(?:про це|об этом)\s+(?=\S+\s)", re.IGNORECASE)
"""Slavic reports begin with what was said before; without it the speaker or the place comes first."""
_SPEAKING = re.compile(alternation(placed.SPEAKING), re.IGNORECASE)
_SPEAKS_NEXT = re.compile(rf"\s+{_VERB}")
_OFFICE_ALONE = re.compile(rf"(?i:{alternation(kinds.ARTICLES)})\s+{OFFICE.pattern}", re.IGNORECASE)
_DAY = re.compile(
    rf"(?:{any_of(placed.DAYS)}|reporters|journalists|журналістам|журналистам|репортерам|про це|об этом|\s|,)+"
)
_CLAUSE = re.compile(rf"(?<!\w)(?:{alternation(kinds.CLAUSE)}|that|dass|que|что|що)(?!\w)", re.IGNORECASE)
_AFTER_SPEAKER = re.compile(
    rf"(?P<said>{_VERB}[^.;:!?,]*?[{CAPITAL}][\w’'-]+)(?:\s+{any_of(placed.DAYS)})?\s+{any_of(placed.OCCASIONS)}"
    r"(?:[^,.;:!?«»\"“”—]|[«\"“][^«»\"“”]{1,40}[»\"”])*"
)
"""When a speaker spoke, behind the name: Slavic languages put no comma before it."""
_QUOTATION = re.compile(
    r"(?P<open>[«„“])[^«»„“”]*?\s[^«»„“”]*?\s[^«»„“”]*?\s[^«»„“”]*?\s[^«»„“”]*?(?P<close>[^\s«»„“”]?[»“”])"
)
"""Five words and more; a name in quotation marks has fewer."""
_QUOTED = re.compile(rf"[«„“\"]\s?(?P<name>[{CAPITAL}][\w.’'-]*(?:\s[\w.’'-]+){{0,3}})\s?[»“”\"]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A sentence without the circumstances of speaking."""

    sentence: str
    where: str | None = None
    """The gathering, or the page of one's own, in the words of the sentence."""
    to: str | None = None
    """The outlet to which it was said."""
    covered: bool = False
    """They spoke on condition that they would not be named."""


def set_apart(sentence: str, is_outlet: Callable[[str], bool]) -> Setting:
    """Return a sentence with the circumstances of speaking taken out of it.

    A place counts only where somebody speaks there: it begins the sentence, or stands behind a verb of speaking with
    nothing but the speaker and a day between them. "The mayor said a video posted on Telegram was false" says nothing
    of where the mayor spoke.
    """
    # Whom a speaker quotes is no source of the article.
    sentence = _QUOTATION.sub(r"\g<open>…\g<close>", sentence)
    sentence = _QUOTED.sub(lambda m: m["name"] if is_outlet(m["name"]) else m[0], sentence)
    sentence = _TOPIC.sub("", sentence)
    sentence, covers = _COVER.subn("", sentence)
    sentence, to = _heard(sentence, is_outlet)
    where = None
    for match in _PLACE.finditer(sentence):
        before, behind = sentence[: match.start()], sentence[match.end() :]
        if _spoken_here(before) or _SPEAKS_NEXT.match(behind):
            where = match["platform"] or match["forum"]
            sentence = _joined(before, behind)
            break
    sentence = _AFTER_SPEAKER.sub(r"\g<said>", sentence)
    return Setting(sentence=sentence, where=where, to=to, covered=bool(covers))


def _heard(sentence: str, is_outlet: Callable[[str], bool]) -> tuple[str, str | None]:
    """Return the sentence without the interview, and the outlet that asked."""
    for match in _INTERVIEW.finditer(sentence):
        if is_outlet(match["to"]) or re.search(r"\s[TD](?:he|er|ie)\s$", sentence[: match.start("to")]):
            return _joined(sentence[: match.start()], sentence[match.end() :]), match["to"]
    for match in _ON_AIR.finditer(sentence):
        before = sentence[: match.start()]
        if _spoken_here(before):
            return _joined(before, sentence[match.end() :]), match["to"]
    return sentence, None


def _spoken_here(before: str) -> bool:
    stripped = before.strip(" ,")
    if not stripped or _SPEAKING.fullmatch(stripped):
        return True
    spoken = _SPOKEN.search(before)
    if spoken is None:
        return False
    between = spoken["between"].strip(" ,")
    return not between or (len(between.split()) <= FARTHEST and not _CLAUSE.search(between) and not _acts(between))


def _acts(between: str) -> bool:
    """Tell whether what stands between verb and place is more than a speaker, whom a capital marks, and a day."""
    if _OFFICE_ALONE.fullmatch(between):
        return False
    return not _DAY.fullmatch(between) and not re.search(rf"[{CAPITAL}][\w’'-]+$", _DAY.sub(" ", between).strip())


def _joined(before: str, behind: str) -> str:
    before = before.rstrip()
    if not before.strip(" ,") or _SPEAKING.fullmatch(before.strip(" ,")):
        return behind.lstrip(" ,")
    return f"{before}{behind}" if behind[:1] in ',.;:»”"' else f"{before} {behind.lstrip()}"

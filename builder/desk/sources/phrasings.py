"""The turns of phrase by which a sentence names its source: ``who`` speaks, ``to`` is the outlet that hears."""

from __future__ import annotations

import re

from builder.desk.sources import outlet_words as known
from builder.desk.sources import person_words as persons
from builder.desk.sources import source_words as said
from builder.desk.sources.people import CAPITAL
from builder.desk.sources.places import AGENCY_NOUN, DETERMINER, KNOWN_NAME
from builder.desk.sources.turns import any_of, turn
from builder.formats.word_lists import alternation

_LETTER = (
    r"(?:[^,.;:\"“”„«»()!?—–]|\.(?=\w)"
    rf"|(?<=\bDr)\.|(?<=\bProf)\.|(?<=\bSt)\.|(?<=\bSen)\.|(?<=\bRep)\.|(?<=\bGov)\.|(?<=\b[{CAPITAL}])\.)"
)
"""A character of a name; a full stop only inside an address, and behind a title or an initial."""
_WHO = rf"(?P<who>{_LETTER}{{2,80}}?)"
_FROM = (
    r"(?:^|(?<=[,;:»”\"“—–.)])\s*|\b(?i:that|but|and|while|dass|que|що|что|wie|як|как|as|comme|como)\s+"
    r"|\b(?i:про це|об этом)\s+)"
)
"""Where a clause begins."""
_START = r"(?:^|(?<=[,;:»”\"“—–.])\s*)"
_TILL = r"(?=\s*(?:[,.;:—–»”]|$|\s(?:that|dass|що|что)\s))"
_NAME = rf"[{CAPITAL}][\w.’'-]*(?:\s+(?:of\s+|de\s+|für\s+)?[{CAPITAL}][\w.’'-]*){{0,4}}(?:\s+правда)?"
_AGENCY = rf"(?:{AGENCY_NOUN})?"
_TO = rf"{DETERMINER}{_AGENCY}(?P<to>{KNOWN_NAME})"
_NOUNS = (
    r"(?P<who>(?:(?:dem|der|die|das|den|des|ein|eine|einem|einer|eines|von|vom)\s+(?:[a-zäöü]+e[nrm]?\s+)?)?[A-ZÄÖÜ][\w-]*"
    r"(?:\s+(?:(?:(?:al|ad|as|at|el)-)?[A-ZÄÖÜ][\w-]*|(?:des|der|von|vom|für|und|im|in|am|zu)(?=\s+[A-ZÄÖÜ])))*)"
)
"""German says "laut Polizei wurde …" without a comma, and tells nouns by their capitals."""


_ARABIC_CITING = "نقلا عن"
_RULING = rf"(?!(?<!\w)(?i:{alternation(said.RULED)})\s*(?i:{alternation(said.RULED_WHAT)})(?!\w))"
"""Not before a verb that makes something so: "das Gericht erklärte die Klausel für unwirksam"."""
_PREFIXED = r"(?<!\w)(?:[Tt]eilten?(?=[^.]*\smit\b)|[Kk]ündigten?(?=[^.]*\san\b))"
"""Two German verbs that mean something else without the prefix at the end of their clause."""
_PREFIXED_WORDS = "teilte / teilten / kündigte / kündigten"
_SAID_ANY = rf"(?:{any_of(said.SAID)}|{_PREFIXED})"
_SAID_VERB = rf"{_RULING}{_SAID_ANY}"

TO_FIRST = re.compile(rf"(?:à|au|a|al)\s+(?P<to>{KNOWN_NAME})\s")
"""An outlet between verb and subject: "confirmaron a EFE fuentes médicas"."""
UNANSWERED = re.compile(any_of(said.UNANSWERED))
RELAYED = turn(
    rf"{any_of(said.RELAYED_BY)}\s+(?:(?i:the|der|la|el)\s+|l[’'])?(?P<who>{_AGENCY}{_NAME})", said.RELAYED_BY
)
CITING_ON = re.compile(rf",?\s*(?:{any_of(said.RELYING)}|{_ARABIC_CITING})\s+.*$")
CLOSE_TO = re.compile(r",\s+(?:обізнан|близьк|знайом|знаком|близк|осведомл)\w+\s[^,.]{3,60}")
"""What makes people without a name worth hearing, behind a comma that Slavic languages put before it."""
APPOSED = re.compile(rf",\s+(?P<person>[{CAPITAL}][\w’'-]+(?:\s+[{CAPITAL}][\w.’'-]*){{1,3}})(?=\s*[,.]|$)")

_AGENCY_REPORTS = turn(
    rf"(?<!\w)(?i:{alternation(known.AGENCIES)})\s+(?P<who>{KNOWN_NAME})\s+{any_of(said.REPORTS)}",
    said.REPORTS,
)
_CITES = turn(rf"{_FROM}(?P<who>(?:[Tt]he\s+)?{_NAME}),?\s+{any_of(said.RELYING)}", said.RELYING)
_REPORTS = turn(
    rf"{_FROM}(?P<who>(?:[Tt]he\s+|[Dd](?:er|ie|as)\s+|[Ll][ae]\s+|[Ee]l\s+)?{_AGENCY}{_NAME})\s+{any_of(said.REPORTS)}",
    said.REPORTS,
)
_INVERTED_REPORTS = turn(
    rf"(?<=[,»”\"“] ){any_of(said.REPORTS)}\s+"
    rf"(?P<who>(?:(?i:the|der|die|das|la|el|le)\s+|l[’'])?{_AGENCY}{KNOWN_NAME}){_TILL}",
    said.REPORTS,
)
_WIE = turn(
    rf"\b[Ww]ie\s+(?:der|die|das|den)?\s*{_AGENCY}(?P<who>{KNOWN_NAME})\s+[^,.]{{0,90}}?\b(?:berichtet\w*|meldet\w*|schreibt|erfuhr)\b",
    "berichtet / berichtete / berichteten / meldet / meldete / schreibt / erfuhr",
)
"""The verb of a German clause stands at its end."""
_HEARD = turn(
    rf"(?:(?<!\w)(?:{alternation(said.LEARNED)})\s+{DETERMINER}{_AGENCY}(?P<who>{KNOWN_NAME})(?=\s|[,.]|$))",
    said.LEARNED,
)
_HEARS = turn(rf"{_FROM}(?:[Tt]he\s+)?(?P<who>{KNOWN_NAME})\s+(?:{alternation(said.LEARNED)})(?!\w)", said.LEARNED)
OUTLETS = (_REPORTS, _AGENCY_REPORTS, _CITES, _INVERTED_REPORTS, _WIE, _HEARD, _HEARS)
"""Patterns that name an outlet, or nobody."""

TOLD = turn(rf"{_FROM}{_WHO}\s+{any_of(said.TOLD)}\s+(?:(?P<audience>{any_of(said.AUDIENCES)})|{_TO})", said.TOLD)
_SAID_TO = turn(
    rf"{_FROM}{_WHO}\s+(?i:{alternation(said.TO)})\s*(?:(?P<audience>{any_of(said.AUDIENCES)})|{_TO})", said.TO
)
_TO_SAID = turn(rf"(?P<to>{KNOWN_NAME})\s+{any_of(said.SAID)}\s+{_WHO}{_TILL}", said.SAID)
_GERMAN_TO = turn(
    rf"(?:{alternation(said.GERMAN_SAID)})\s+(?P<who>(?:der|die|das|ein|eine)?\s*[A-ZÄÖÜ](?:[\w.-]|\s(?!der\b|dem\b|den\b|gegenüber\b))*)"
    rf"\s+(?:gegenüber\s+)?(?:der|dem|den)\s+{_AGENCY}(?P<to>{KNOWN_NAME})",
    said.GERMAN_SAID,
)
_AGED_TO = turn(
    rf"{_START}(?P<who>[{CAPITAL}][\w’'-]+(?:\s+[{CAPITAL}][\w.’'-]*){{1,3}}),\s+[^,.;:\"“”„«»()!?]{{3,80}},"
    rf"\s+(?i:{alternation(said.TOLD)}|{alternation(said.TO)})\s*{_TO}",
    said.TOLD,
    said.TO,
)
_WEST_TO = turn(
    rf"(?<!\w)(?:{alternation(said.WESTERN_TO)})\s+{_WHO}"
    rf"\s+(?:à\s+|au\s+|a\s+|al\s+){_TO}",
    said.WESTERN_TO,
)
_WEST_TO_FIRST = turn(rf"{any_of(said.SAID)}\s+(?:à\s+|au\s+|a\s+|al\s+)?{_TO}\s+{_WHO}{_TILL}", said.SAID)
SEEN = turn(
    rf"{_FROM}(?:(?i:in|according to|selon|según|dans|en)\s+)?{_WHO}\s*,?\s+{any_of(said.SEEN_BY)}\s+{_TO}",
    said.SEEN_BY,
)
_CONSULTED = turn(
    rf"(?<!\w)(?i:{alternation(said.ACCORDING)})\s*{_WHO}\s+(?:{alternation(said.CONSULTED_BY)})\s+{_TO}",
    said.CONSULTED_BY,
)
_FROM_WHOM = turn(
    rf"(?P<to>{KNOWN_NAME})?\s*(?<!\w)(?:{alternation(said.LEARNED)})\s+(?:{_TO.replace('<to>', '<hears>')}\s+)?"
    rf"(?:про це\s+|об этом\s+)?(?:{alternation(said.LEARNED_FROM)})\s*{_WHO}{_TILL}",
    said.LEARNED,
)
"""``hears`` or ``to``: who learned it."""
TO_WHOM = (TOLD, _AGED_TO, _SAID_TO, _TO_SAID, _GERMAN_TO, _WEST_TO, _WEST_TO_FIRST, SEEN, _CONSULTED)

HELD = (
    re.compile(
        rf",\s+(?:das|der|die|den)\s+(?:der|dem|den)\s+(?P<to>{KNOWN_NAME})\s+(?:vorliegt|vorliegen|vorlag|vorlagen)\b"
    ),
    re.compile(rf",\s+dont\s+(?:l[’']|la\s+|le\s+)?{_AGENCY}(?P<to>{KNOWN_NAME})\s+a\s+(?:obtenu|eu|pu)\b"),
    re.compile(rf",\s+(?:que ha visto|a\w* que ha tenido acceso|a\w* que tuvo acceso)\s+{_TO}"),
    re.compile(rf",\s+which\s+{_TO}\s+has\s+(?:seen|obtained|reviewed)\b"),
    re.compile(rf",\s+(?:с|з|із)\s+(?:котор|як)\w+\s+(?:ознаком|ознайом)\w+\s+{_TO}"),
    re.compile(rf",\s+як\w+\s+(?:бачи|має|отрима)\w+\s+{_TO}"),
)
"""Which outlet holds the paper."""
HELD_PAPER = re.compile(rf"{_FROM}(?:(?i:in|dans|en|в|у)\s+)?{_WHO}(?=,\s+(?:dont|which|que|с\s+котор|з\s+як|як))")
CONTAINED = turn(rf"{any_of(said.CONTAINED_IN)}\s+{_WHO}(?:\s+hervor)?{_TILL}", said.CONTAINED_IN)
SHOWS = turn(rf"{_FROM}{_WHO}\s+{any_of(said.SHOWS)}", said.SHOWS)

_CITING = turn(
    rf"(?:{any_of(said.RELYING)}|{_ARABIC_CITING})\s*{_WHO}(?:\s+(?:berichtet\w*|meldet\w*|schreibt|пише|пишет|сообщает|повідомляє))?{_TILL}",
    said.RELYING,
    "نقلا",
)
_ACCORDING = turn(rf"{any_of(said.ACCORDING)}\s*{_WHO}{_TILL}", said.ACCORDING)
LAUT = turn(
    rf"(?<!\w)(?:[Ll]aut|[Nn]ach (?:Angaben|Aussagen?|Informationen|Recherchen|Erkenntnissen))\s+{_NOUNS}",
    "laut / nach angaben / nach aussage / nach aussagen / nach informationen / nach recherchen / nach erkenntnissen",
)
_ZUFOLGE = turn(
    rf"{_FROM}(?P<who>(?:(?i:dem|der|den|einem|einer)\s+)?[A-ZÄÖÜ](?:[^,.;:\"“”„«»()!?—–]{{2,60}}?))\s+{said.ZUFOLGE}\b",
    said.ZUFOLGE,
)
_KREISE = turn(
    r"\b[Aa]us\s+(?P<who>(?:[a-zäöü]+en\s+)?\w*[Kk]reisen)\b",
    "hieß / erfuhr / verlautet / verlautete / bestätigt / bestätigte / bestätigten",
)
_WHO_IS = r"(?:,\s+(?i:who|whose|which|der|die|das|qui|que|который|которая|які|який|яка)\s[^,]{3,80},)?"
_SAID = turn(rf"{_FROM}{_WHO}{_WHO_IS}\s+{_SAID_VERB}", said.SAID, _PREFIXED_WORDS)
_AGED = turn(
    rf"{_START}(?P<who>[{CAPITAL}][\w’'-]+(?:\s+[{CAPITAL}][\w.’'-]*){{1,3}}),\s+(?:[^\W{CAPITAL}]|(?i:\w*{alternation(persons.ROLE_ENDS)}\b))[^,.;:\"“”„«»()!?]{{3,80}},"
    rf"\s+{_SAID_VERB}",
    said.SAID,
    _PREFIXED_WORDS,
)
"""A name, and between commas what he or she is, which begins with a small letter: a capital may be another name."""
_TITLED = turn(
    rf"{_FROM}{_WHO},\s+[{CAPITAL}][\w’'-]+(?:\s+[{CAPITAL}][\w.’'-]*){{1,3}},\s+(?:{_SAID_VERB}|{any_of(said.TOLD)})",
    said.SAID,
    _PREFIXED_WORDS,
    said.TOLD,
)
"""What he or she is, and between commas the name."""
INVERTED = turn(
    rf"(?:{_SAID_ANY}|cuenta(?!\s+con\b)|{any_of(said.REPORTS)})\s+{_WHO}(?:\s+mit)?{_TILL}",
    said.SAID,
    said.REPORTS,
    "cuenta",
    _PREFIXED_WORDS,
)
GERMAN_INVERTED = turn(
    rf"(?<!\w)(?<!\b[Ee]r )(?<!\b[Ss]ie )(?<!\b[Ee]s )"
    rf"(?:{alternation(said.GERMAN_SAID)}|{_PREFIXED})\s+{_NOUNS}",
    said.GERMAN_SAID,
    _PREFIXED_WORDS,
)
_SO = turn(rf"[,“”\"]\s+so\s+{_NOUNS}(?=\s*[,.]|$)", "so")
"""German names the speaker behind what was said: "so eine Sprecherin"."""
_OUT_OF_OFFICE = turn(
    rf"(?:^|(?<=[,“”\"–—.]\s))(?i:aus|desde)\s+(?:dem|der|el|la)\s+{_WHO}\s+(?:{alternation(said.FROM_OFFICE)})(?!\w)",
    said.FROM_OFFICE,
)
"""An office that speaks without a person: "aus dem Ministerium hieß es"."""
_SAID_IN_OFFICE = turn(rf"(?<!\w)(?:{alternation(said.PLURAL_SAID)})\s+(?:у|в|во)\s+{_WHO}{_TILL}", said.PLURAL_SAID)
_IN_OFFICE = turn(
    rf"(?:^|(?<=[,—–.]\s))(?i:у|в|во)\s+{_WHO}\s+(?:{alternation(said.PLURAL_SAID)})(?!\w)", said.PLURAL_SAID
)
SUBJECT_FIRST = re.compile(r"(?:.*[,:;–—]\s*)?(?:Der|Die|Das|Ein|Eine|der|die|das|ein|eine)\s+\w[^,]*")
"""Before a German verb; what follows is its object."""
VERB_FIRST = (INVERTED, GERMAN_INVERTED)
SUBJECTS = (_SAID, _AGED, _TITLED)
"""Patterns that end with the verb of the one who speaks."""
SOURCES = (
    *(
        _CITING,
        LAUT,
        _SO,
        _ZUFOLGE,
        _KREISE,
        _ACCORDING,
        INVERTED,
        GERMAN_INVERTED,
        _IN_OFFICE,
        _SAID_IN_OFFICE,
        _OUT_OF_OFFICE,
    ),
    _FROM_WHOM,
)
_WROTE = turn(rf"{_FROM}{_WHO}{_WHO_IS},?\s+{any_of(said.WROTE)}", said.WROTE)
_WROTE_INVERTED = turn(rf"{any_of(said.WROTE)}\s+{_WHO}{_TILL}", said.WROTE)
WRITING = (_WROTE, _WROTE_INVERTED)
"""Only where the page is named on which they wrote."""
JAPANESE = re.compile(r"^(?P<who>[^、。は]{2,15})は.*(?:発表した|明らかにした|述べた)")

"""Whether a sentence speaks of the future where it names a day: the nearest verb that tells decides."""

from __future__ import annotations

import re

from builder.formats.word_lists import alternation

# Of all languages together: a word of one that stands for nothing in another does no harm.
_FUTURE_WORDS = """
    will / won't / shall / is to / are to / is due / are due / due to / due on / going to / is next / planned
    plans to / set for / set to
    scheduled / is expected / are expected / expected to / is likely / coming / upcoming / later this / begins
    starts / opens / takes place / take place / hopes to / aims to
    wird / werden / soll / sollen / sollte / kommende* / nächste* / geplant / beginnt / startet
    doit / doivent / devrait / devraient / prévu* / prochain*
    está previsto / está prevista / va a / van a / próxim* / debe / deberá
    prossim* / previst* / dovrebbe / deve / devem / deverá / vai / vão
    zal / zullen / gaat / gaan / wordt / worden / volgende / komende
    ma być / będzie / będą / odbędzie / planuje* / przyszł* / następn*
    буде / будуть / має / мають / планує* / очікується / наступн* / відбудеться
    будет / будут / планиру* / ожидается / следующ* / состоится / намерен* / должен / должна / должны
    -ecek / olacak / yapılacak / gelecek / önümüzdeki
    سوف / المقبل* / القادم* / من المقرر / من المتوقع
"""
_FUTURE_ENDINGS = (
    r"[^\W\d_]{3,}(?:rà|ranno|rá|rán|rão)\b"
    # "s'ouvrira", "reprendront"; the lower case keeps names such as "Ankara" out.
    r"|\b(?:s['’])?[a-zà-ÿ]{2,}(?:[iedvt]ra|ront)\b"
    r"|[а-яіїєґё’']{3,}(?:неться|нётся|нется|дуться|дется|дётся|ається|оится|імуть|еться|ятся|ются)\b"
    r"|[a-ząćęłńóśźż]{3,}(?:nie|ną) się\b|\w+(?:acak|ecek)\b"
    r"|(?<!\w)س(?:ي|ت|ن)\w+|予定|見通し|迫る|控え|来週|来月|将于|将在|将"
)
_PAST_WORDS = """
    said / told / was / were / had / has / have / did / met / took / held / came / went / began / broke / fell / rose
    won / lost / made / gave / found / left
    hat / haben / hatte / hatten / war / waren / wurde / wurden / ist / sind / teilte* / sagte* / kam / ging / gab
    traf*
    had been scheduled / had been planned / had been due / had been set / had been expected / originally scheduled
    originally planned
    a / ont / avait / avaient / était / étaient / est / sont / été
    ha / han / había / fue / fueron / dijo / hubo / hanno / è / aveva / era / erano / foi / foram / disse / havia / teve
    had / hadden / werd / werden / was / waren / heeft / hebben / zei
    dedi / oldu / كان / كانت / قال / قالت
"""
_PAST_ENDINGS = (
    r"\b[a-z]{2,}ed\b|\b[a-zäöüß]{3,}te(?:n)?\b|\b[a-zñü]{2,}(?:ó|aron|ieron)\b|\b[a-zç]{2,}(?:ou|aram|eram)\b"
    r"|\b[a-ząćęłńóśźż]{2,}(?:ł|ła|ło|li|ły)\b|\b[а-яіїєґё’']{3,}(?:ав|ив|ів|ла|ло|ли|лася|лося|лися|вся|ал|ил|ел|лся|лась|лось|лись)\b"
    r"|[しっいん]た(?=。|、|$)|了"
)
_PLAIN_WORDS = (
    r"(?:hundred|need|indeed|speed|seed|feed|exceed|proceed|succeed|shed|united|red|letzten?|ersten?|besten?|heuten?)\b"
)
"""Words that only end like a verb of the past."""
# A participle behind an infinitive tells no time by itself: "will be held", "is to be signed".
_PASSIVE = "(?<!\\bbe )(?<!\\ba )(?<!\\ban )(?<!\\bthe )"
_FUTURE = rf"\b{alternation(_FUTURE_WORDS)}\b|(?-i:{_FUTURE_ENDINGS})"
_PAST = rf"{_PASSIVE}(?:\b{alternation(_PAST_WORDS)}\b|(?!{_PLAIN_WORDS})(?-i:{_PAST_ENDINGS}))"
_VERB = re.compile(rf"(?P<future>{_FUTURE})|(?P<past>{_PAST})", re.IGNORECASE)


def speaks_of_future(sentence: str, start: int, end: int) -> bool:
    """Tell whether what happens on the day named at ``start`` to ``end`` is still to come.

    The nearest verb before it decides ("said it will close on Monday"); where none stands before it, the first after
    it ("On Monday, the council will vote"). A sentence without such a verb tells what has happened.
    """
    before = None
    for before in _VERB.finditer(sentence, 0, start):  # noqa: B007 - the last one is kept
        pass
    verb = before or _VERB.search(sentence, end)
    return verb is not None and verb["future"] is not None

"""Who signs and is no person: news agencies, on which an outlet relies, and organisations by the word in their name."""

from __future__ import annotations

import re

from builder.formats.word_lists import words

_AGENCIES = """
    reuters / afp / agence france-presse / agence france presse / ap / ap news / associated press
    the associated press / dpa / dpa-afx / dpa-infocom / dpa sport / deutsche presse-agentur / epd / kna / sid / apa
    apa-ots / keystone-sda / keystone / sda / ansa / adnkronos / efe / agencia efe / europa press / tass / тасс
    ria novosti / риа новости / interfax / интерфакс / ukrinform / укрінформ / unian / уніан / pa / pa media
    press association / pa news agency / upi / bloomberg / bloomberg news / xinhua / 新华社 / 新華社 / kyodo
    kyodo news
    共同 / 共同通信 / jiji / jiji press / 時事通信 / yonhap / 연합뉴스 / ani / pti / ians / anadolu / anadolu ajansı
    aa
    dha / iha / i̇ha / pap / čtk / ctk / tasr / sita / mti / hina / tanjug / beta / fena / srna / sta / ntb / tt
    ritzau
    stt / bns / elta / leta / belga / anp / lusa / agência lusa / aap / cna / the canadian press / canadian press / cp
    la presse canadienne / presse canadienne / bernama / antara / agerpres / mediafax / ats / agenturen / agencies
    news agencies / agences / agencias / agencia / agenzie / agentury / ajanslar / irna / isna / sana / wafa / وكالات
    رويترز / فرانس برس / أ ف ب / د ب أ / الأناضول / saba / vna / ttxvn / afp-jiji / ap通信 / ロイター / タス通信
"""
AGENCIES = frozenset(words(_AGENCIES))


def is_agency(text: str) -> bool:
    """Tell whether a text is the name of a news agency and nothing else."""
    return " ".join(text.casefold().replace(".", "").split()).strip(" ,;:/()") in AGENCIES


# Words that name a kind of organisation and are hardly anybody's surname.
_ORGANISATION = re.compile(
    r"(?:institut(?:e|o|et|ute|ion)?|istituto|instytut|universit(?:y|ies|ät|é|à|eit|et|y)|universi(?:dad|dade)|uniwersytet|"
    r"hochschule|foundation|fundaci[oó]n|fundação|fondazione|fondation|fundacja|stiftung|stichting|associa(?:tion|zione)|"
    r"asociación|associação|verband|verein|vereinigung|ministry|minist(?:erium|ère|erio|ério|ero|erstwo)|committee|"
    r"comité|commission|kommission|comisión|agency|agentur|netzwerk|network|gmbh|ltd|llc|inc|corporation|gesellschaft|"
    r"rundfunk|zeitung|newspapers?|magazine?|federation|föderation|fédération|department|consortium|initiative|"
    r"observatory|observatorio|think-?tank|ngo|e\.\s?v\.?)(?!\w)|\w{3,}(?:institut|verband|verein|ministerium|stiftung|"
    r"agentur|gesellschaft|redaktion|zeitung)",
    re.IGNORECASE,
)


def is_organisation(text: str) -> bool:
    """Tell whether a name holds the word for a kind of organisation: "Health Institute", "Umweltverband Nord"."""
    return any(_ORGANISATION.fullmatch(word.strip(",()")) for word in text.split())

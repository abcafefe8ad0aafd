"""News agencies, as bylines and credits name them: an outlet relies on them, and they are nobody's first name."""

from __future__ import annotations

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

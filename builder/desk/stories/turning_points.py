"""Words that say a story took another course: a charge, a ruling, a law, a government, an accord, a death, a toll.

Classes of happenings, in the words of courts, parliaments, treaties and emergencies everywhere; no story's own. What
goes on from day to day (a hearing, a clash, a fall of prices) has none of them.
"""

from __future__ import annotations

import re

_STEMS = (
    # Courts and prosecutors.
    r"charged|charges|indict|plead|pleaded|pled|plea|guilty|acquit|convict|sentenc|verdict|ruled|ruling|sued|sues"
    r"|lawsuit|settle|arrest|angeklagt|anklage|urteil|verurteil|freigesprochen|verhaftet|festgenommen|schuldig"
    # Parliaments, governments, offices.
    r"|passe[sd]|approv|ratif|adopt|enact|constitution|elect|vote[sd]|referendum|appoint|resign|sworn|inaugurat|coalition"
    r"|verabschied|beschloss|gebilligt|ratifiz|gewählt|wahl|rücktritt|zurückgetreten|ernannt|vereidigt|regierung"
    # Treaties, wars, states of things.
    r"|sign[es]|treaty|agreed|accord|ceasefire|truce|invad|invasion|captur|surrender|withdr|declar|nationali[sz]|bankrupt"
    r"|unterzeichn|vertrag|einigten|abkommen|waffenruhe|einmarsch|erklärt|insolvenz"
    # Deaths and ends.
    r"|died|dies|dead|toll|sank|sealed|capped"
    r"|starb|gestorben|tote"
)
_TURN = re.compile(rf"\b(?:{_STEMS})\w*", re.IGNORECASE)


def turns(text: str) -> bool:
    """Tell whether a sentence reports a turning point, by its words."""
    return bool(_TURN.search(text))

"""A digest of the published archive, in words."""

from __future__ import annotations

import datetime as dt
import difflib

from builder.errors import BriefingsError
from builder.model.address import filed
from builder.press.digests import digest
from builder.press.digests.forms import FORMS
from builder.press.edition import Edition


def of_days(edition: Edition, since: dt.date | None, until: dt.date | None, *, form: str) -> str:
    """Return what was published from one day to another; ``until`` is the archive's last day where it is not said.

    Raises ``BriefingsError`` where nothing was published then.
    """
    if not edition.listed:
        raise BriefingsError("there is no published briefing here to tell of")
    if since and until and since > until:
        raise BriefingsError(f"--since {since} is later than --until {until}; change them over")
    first, last = filed(edition.listed[0]), filed(edition.listed[-1])
    since, until = since or first, until or last
    made = digest.of_days(edition, since, until)
    if not made.days:
        raise BriefingsError(
            f"nothing was published from {since} to {until}; the archive has briefings from {first} to {last}"
        )
    return FORMS[form](made)


def of_storyline(edition: Edition, name: str, *, form: str) -> str:
    """Return a storyline; raises ``BriefingsError`` where none of a published briefing has that id."""
    known = {told.storyline.id: told for told in edition.stories}
    told = next((story for story in edition.stories if story.storyline.id == name), None)
    if told is None:
        near = difflib.get_close_matches(name, list(known), n=1)
        hint = f'did you mean "{near[0]}"?' if near else "briefings storyline list shows them"
        raise BriefingsError(f'there is no storyline "{name}" with published briefings; {hint}')
    return FORMS[form](digest.of_storyline(edition, told))

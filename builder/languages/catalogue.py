"""What the interface says, in the language of the archive.

A message is its English text, with names in braces where something is filled in. The catalogues beside this file are
gettext's (``uk.po``), so that a translator needs no more than the editors made for them; a language without one, and a
message that one lacks, is English.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ENGLISH = "en"
DOMAIN = "briefings"
"""Of the template from which catalogues are begun, ``briefings.pot``."""


class Words:
    """The messages of one language; ``words_of`` returns it."""

    def __init__(self, language: str, messages: NullTranslations) -> None:
        self.language = language
        """Of the catalogue: "en" where there is none for the archive's language."""
        self._messages = messages
        self._isolates = Locale.parse(language).character_order == "right-to-left"

    def __call__(self, message: str, /, **values: object) -> str:
        """Return a message, with values in the places that it names."""
        said = self._messages.gettext(message) if message else ""
        return self.filled(said, values) if values else said

    def many(self, one: str, more: str, count: int, /, **values: object) -> str:
        """Return the one of two messages, or of as many as the language has, that goes with a number: ``{count}``."""
        return self.filled(self._messages.ngettext(one, more, count), {"count": count, **values})

    def filled(self, said: str, values: Mapping[str, object]) -> str:
        """Fill the places of a message that is translated already.

        In a language written from right to left each value stands apart (Unicode's FSI and PDI): a name in Latin
        letters would otherwise draw the marks beside it to its own side.
        """
        if self._isolates:
            values = {name: _apart(one) if isinstance(one, str) else one for name, one in values.items()}
        return said.format_map(values)

    def listed(self, parts: Sequence[str]) -> str:
        """Return parts as a phrase: "a, b and c"."""
        # British, as the dates: no comma before the last.
        return format_list(list(parts), locale="en_GB" if self.language == ENGLISH else self.language)


def _apart(value: str) -> str:
    # FSI takes its direction from the first letter that is not itself set apart in it. A phrase of ours, a name and a
    # remark both set apart, has no such letter and would run from left to right: RLI says that it does not.
    begin = "\u2067" if "\u2068" in value else "\u2068"
    return f"{begin}{value}\u2069"


def marked(message: str) -> str:
    """Return a message as it is: it is translated elsewhere, and stands here for who gathers the messages."""
    return message


def marked_many(one: str, more: str) -> tuple[str, str]:
    """Return two messages as they are, of which ``many`` takes one."""
    return one, more


@lru_cache(maxsize=32)
def words_of(language: str) -> Words:
    """Return the words of a language by its tag; of ``de-AT`` those of ``de``."""
    for code in (language.replace("-", "_"), language.partition("-")[0]):
        path = files(__package__) / f"{code}.po"
        if code.replace("_", "").isalnum() and path.is_file():
            return Words(code, _read(path.read_bytes(), code))
    return Words(ENGLISH, NullTranslations())


def _read(text: bytes, code: str) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(text), locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)

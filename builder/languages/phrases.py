"""What the scripts of the site say, as data: they fetch it when they first have something to say."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from typing import Any

from babel import Locale
from babel.messages.pofile import read_po

from builder.languages.catalogue import Words, words_of

PHRASES = "phrases.json"
"""Its name at the root of a site that is not in English."""
_SCRIPT = ".js"
_NUMBERS = range(200)
"""Among these every form of every language comes up, but for those of fractions."""


def phrases(language: str) -> dict[str, Any] | None:
    """Return the messages of the scripts.

    ``{language, direction, words: {message: text}, many: {one: {category: text}}}``
    Categories are those of CLDR, as ``Intl.PluralRules`` names them. English scripts need none: then it is ``None``.
    """
    say = words_of(language)
    path = files(__package__) / f"{say.language}.po"
    if not path.is_file():
        return None
    locale = Locale.parse(say.language)
    rule = locale.plural_form
    words: dict[str, str] = {}
    many: dict[str, dict[str, str]] = {}
    for message in read_po(BytesIO(path.read_bytes())):
        if not any(file.endswith(_SCRIPT) for file, _ in message.locations):
            continue
        if isinstance(message.id, str):
            words[message.id] = say(message.id)
        else:
            one, more = message.id
            forms = {rule(n): _raw(say, one, more, n) for n in reversed(_NUMBERS)}
            many[one] = {"other": _raw(say, one, more, _NUMBERS[-1])} | forms
    direction = "rtl" if locale.character_order == "right-to-left" else "ltr"
    return {"language": say.language.replace("_", "-"), "direction": direction, "words": words, "many": many}


def _raw(say: Words, one: str, more: str, number: int) -> str:
    """Return a form with its place for the number."""
    return say.many(one, more, number, count=_Place())


class _Place:
    """Stands for a number that only the script knows."""

    def __format__(self, _spec: str) -> str:
        return "{count}"

"""Messages in templates: ``_("…")`` becomes the words of the archive's language when a template is compiled.

So a page costs what it costs in one language: words that need no value are part of the template's own text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jinja2.ext import Extension
from jinja2.lexer import Token

from builder.languages.catalogue import ENGLISH, Words
from builder.languages.phrases import PHRASES

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.lexer import TokenStream

MESSAGE, MANY = "_", "_n"
"""Names under which templates ask for a message, and for one that goes with a number."""
_FILL = "fill"


class Messages(Extension):
    """``_("text")``, ``_("text with {name}", name=value)`` and ``_n("{count} day", "{count} days", count)``."""

    words: Words

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Translate what stands in ``_(…)``; with values the call stays, of ``fill``."""
        tokens = list(stream)
        at = 0
        while at < len(tokens):
            here = tokens[at]
            if _begins_message(tokens, at):
                said = tokens[at + 2]._replace(value=self.words(tokens[at + 2].value))
                if tokens[at + 3].type == "rparen":
                    yield said
                else:
                    yield from (here._replace(value=_FILL), tokens[at + 1], said, tokens[at + 3])
                at += 4
            else:
                yield here
                at += 1


def _begins_message(tokens: list[Token], at: int) -> bool:
    called = [token.type for token in tokens[at : at + 3]] == ["name", "lparen", "string"]
    return called and tokens[at].value == MESSAGE


def speak(environment: Environment, words: Words) -> None:
    """Let the templates of an environment say their messages in these words. None may be compiled yet."""
    environment.add_extension(Messages)
    extension = environment.extensions[Messages.identifier]
    extension.words = words  # type: ignore[attr-defined]
    environment.globals[_FILL] = lambda said, **values: words.filled(said, values)
    environment.globals["phrases"] = PHRASES if words.language != ENGLISH else ""
    environment.globals[MANY] = words.many

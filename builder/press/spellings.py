"""Words as they are spelt here, from which the search offers one for a word that no briefing has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from builder.press.edition import Edition

LEAST = 4
"""Letters. Shorter words are like too many others."""
_WORD = re.compile(rf"[^\W\d_]{{{LEAST},}}")


def spellings(edition: Edition) -> Sequence[str]:
    """Return the words of headlines and of the names of subjects, in small letters, the most frequent first.

    Texts have too many more: an archive of ten thousand has some five thousand words in headlines, and names of people
    and places, which is what readers misspell, are among them or among the subjects.
    """
    headlines = (briefing.headline for briefing in edition.listed)
    tags = (edition.archive.taxonomy.tags[tag] for tag in edition.by_tag if tag in edition.archive.taxonomy.tags)
    names = (name for tag in tags for name in tag.names())
    count = Counter(word for text in (*headlines, *names) for word in set(_WORD.findall(text.casefold())))
    return sorted(count, key=lambda word: (-count[word], word))

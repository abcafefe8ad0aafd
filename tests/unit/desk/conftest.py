"""A small taxonomy for judgements."""

from __future__ import annotations

import pytest

from builder.desk.tags.tagging import Tagger
from builder.formats import taxonomy_yml

TAGS = """\
geneva: {label: {en: Geneva, de: Genf}, kind: place}
russia: {label: {en: Russia}, aliases: [Russian, Russians], kind: place}
vladimir-putin: {label: {en: Vladimir Putin}, aliases: [Putin], kind: person}
cape-kennedy: {label: {en: Cape Kennedy}, kind: place}
john-f-kennedy: {label: {en: John F. Kennedy}, aliases: [Kennedy], kind: person}
docking: {label: {en: docking}, aliases: [docked], kind: topic}
"""


@pytest.fixture
def tagger() -> Tagger:
    return Tagger(taxonomy_yml.loads(TAGS))

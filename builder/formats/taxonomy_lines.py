"""``tags.yml`` edited in place: tags renamed, changed and taken out, every other line byte for byte as it was."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from builder.errors import MalformedCopy
from builder.formats import strict_yaml, taxonomy_yml, yaml_lines
from builder.formats.front_matter import LANGUAGE, flow
from builder.model.ids import TagId
from builder.model.taxonomy import Tag


def edited(text: str, changed: Mapping[TagId, Tag], gone: Collection[TagId] = ()) -> str:
    """Return the file's text with tags as they are to be, by the ids that they have in it, and without those gone.

    Only keys whose values differ are written; comments stay. Raises ``MalformedCopy`` where the file is no list of
    tags by lines, or where what came out would not be what was meant.
    """
    before = taxonomy_yml.loads(text).tags
    after = text
    try:
        for old, tag in changed.items():
            after = _with(after, before[old], tag)
        for old in gone:
            after = yaml_lines.without(after, old)
    except yaml_lines.NotOnLines as fault:
        raise MalformedCopy("tags cannot be told apart by lines; begin a line with each id", code="TAG001") from fault
    meant = {tag.id: tag for old, known in before.items() if old not in gone for tag in (changed.get(old, known),)}
    if taxonomy_yml.loads(after).tags != meant:
        raise MalformedCopy("it cannot be changed by lines; begin a line with each id and each key", code="TAG001")
    return after


def _with(text: str, before: Tag, tag: Tag) -> str:
    values, written = _values(tag), _values(before)
    lines = {key: f"{key}: {value}\n" for key, value in values.items() if value != written.get(key)}
    gone = [key for key in written if key not in values]
    if lines or gone:
        try:
            text = yaml_lines.within(
                text, before.id, lambda block: yaml_lines.edited(block, lines, gone, order=taxonomy_yml.KEYS)
            )
        except yaml_lines.NotOnLines:
            whole = f"{{{', '.join(f'{key}: {value}' for key, value in values.items())}}}"
            text = yaml_lines.edited(text, {before.id: f"{before.id}: {whole}\n"}, ())
    return text if tag.id == before.id else yaml_lines.rekeyed(text, before.id, tag.id)


def _values(tag: Tag) -> Mapping[str, str]:
    """Return what stands behind each key of a tag, as we write it."""
    lists = {"aliases": tag.aliases, "former": tag.former}
    words = {"kind": str(tag.kind), "parent": tag.parent, "wikidata": tag.wikidata, "mediatopic": tag.mediatopic}
    values = {
        "label": flow({_word(language): label for language, label in tag.labels.items()}),
        **{key: flow(list(names)) for key, names in lists.items() if names},
        **{key: flow(word) for key, word in words.items() if word},
    }
    return {key: values[key] for key in taxonomy_yml.KEYS if key in values}


def _word(language: str) -> str:
    # Norwegian is "no", which other readers of YAML take for false.
    return language if re.fullmatch(LANGUAGE, language) and language != "no" else strict_yaml.quoted(language)

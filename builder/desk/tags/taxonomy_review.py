"""What an editor should know about the taxonomy itself: remarks on ``tags.yml`` that stop nothing."""

from __future__ import annotations

from collections.abc import Iterator

from builder.findings import Finding, Severity
from builder.model.taxonomy import CODES, Taxonomy

_FORM = {"wikidata": "Q and a number, such as Q39", "mediatopic": "medtop: and eight digits, such as medtop:20000065"}


def review(taxonomy: Taxonomy, *, path: str) -> Iterator[Finding]:
    """Yield the findings on the file at ``path``. TAG103: a code that is none; TAG104: a former id that is a tag's."""
    for tag in taxonomy.tags.values():
        for key, form in CODES.items():
            code = getattr(tag, key)
            if code and not form.fullmatch(code):
                message = f'{tag.id}: {key} "{code[:60]}" is no code; write {_FORM[key]}'
                yield Finding(path=path, line=tag.lines.get(key, tag.line), code="TAG103", message=message)
        for old in tag.former:
            if old in taxonomy.tags:
                message = f'{tag.id}: "{old}" is a tag again, and its address its own; take it out of former:'
                line = tag.lines.get("former", tag.line)
                yield Finding(path=path, line=line, code="TAG104", message=message, severity=Severity.WARNING)

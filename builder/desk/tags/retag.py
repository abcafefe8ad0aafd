"""Subjects renamed, merged, split, removed: what becomes of the taxonomy, and which ids briefings are to carry.

A name stays a name: what a tag was called is an alias of what it is called now. An id stays an address: it is kept
among the former ones.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from builder.desk.tags.tagging import Tagger
from builder.errors import BadSettings
from builder.formats import strict_yaml
from builder.formats.faults import ID
from builder.model.archive import Archive
from builder.model.briefing import Briefing
from builder.model.ids import Slug, StorylineId, TagId
from builder.model.taxonomy import CODES, Tag, Taxonomy

_LONGEST = 80
"""Characters of a name. The longest of the IPTC's Media Topics has 53."""
_MARKUP = re.compile(r"[<>{}\[\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recast:
    """What is to be written, and what an editor is told of it."""

    tags: Mapping[TagId, Tag] = field(default_factory=dict)
    """Tags as they are to be, by the ids that they have now."""
    gone: tuple[TagId, ...] = ()
    names: Mapping[TagId, TagId | None] = field(default_factory=dict)
    """For every briefing: the id it carries, and the one it is to carry; ``None`` for none."""
    assigned: Mapping[Slug, TagId] = field(default_factory=dict)
    """Of a split: which of the new tags each briefing is to carry instead."""
    unsure: Mapping[Slug, tuple[TagId, ...]] = field(default_factory=dict)
    """Of a split: briefings that keep the old tag, with those of the new ones that they name: none, or several."""
    stories: tuple[StorylineId, ...] = ()
    """Of a split: storylines that say the old tag; which of the new ones they mean, only an editor knows."""
    told: tuple[str, ...] = ()


def named(taxonomy: Taxonomy, said: str) -> Tag:
    """Return the tag of an id; raises ``BadSettings`` with the nearest one for an id of none."""
    tag = taxonomy.tags.get(TagId(said))
    if tag is None:
        raise BadSettings(f'there is no tag "{said}" in briefings/tags.yml; {_hint(taxonomy, said)}')
    return tag


def found(taxonomy: Taxonomy, said: str) -> Tag | None:
    """Return the tag that an id, a former id or a name means; of names in any case the first in the file."""
    now = taxonomy.former.get(TagId(said), ())
    tag = taxonomy.tags.get(TagId(said)) or (taxonomy.tags[now[0]] if len(now) == 1 else None)
    folded = said.casefold()
    return tag or next((t for t in taxonomy.tags.values() if folded in (n.casefold() for n in t.names())), None)


def _hint(taxonomy: Taxonomy, said: str) -> str:
    now = taxonomy.former.get(TagId(said), ())
    if now:
        return f"it is now {' or '.join(now)}"
    meant = found(taxonomy, said)
    near = [meant.id] if meant else difflib.get_close_matches(said, list(taxonomy.tags), n=1)
    return f'did you mean "{near[0]}"?' if near else "briefings tag list shows them all"


def rename(taxonomy: Taxonomy, old: str, new: str, label: str | None, *, language: str) -> Recast:
    """Return a tag under another id, and with another label in the archive's language if one is given.

    Raises ``BadSettings`` for an id that is unknown, taken, or none, and for a label that is another tag's name.
    """
    tag = named(taxonomy, old)
    if label is not None:
        refuse_unsound(label)
    if new == old and label is None:
        raise BadSettings(f'"{old}" is called so already; give it another id, or another name with --label')
    if new != old:
        refuse_taken(taxonomy, new, of=tag.id)
    holder = taxonomy.holder(label) if label else None
    if holder not in (None, tag.id):
        raise BadSettings(f'"{label}" is already a name of {holder} in briefings/tags.yml; to make them one: tag merge')
    former = tuple(dict.fromkeys(one for one in (*tag.former, tag.id) if one != new))
    renamed = replace(tag, id=TagId(new), former=former)
    if label:
        labels = {**tag.labels, language: label}
        aliases = tuple(name for name in (*tag.aliases, *tag.labels.values()) if name not in labels.values())
        renamed = replace(renamed, labels=labels, aliases=tuple(dict.fromkeys(aliases)))
    if new == old:
        return Recast(tags={tag.id: renamed})
    below = {child: replace(taxonomy.tags[child], parent=renamed.id) for child in taxonomy.narrower.get(tag.id, ())}
    told = (f"/tags/{old}/ leads to /tags/{new}/ from the next build on",)
    return Recast(tags={tag.id: renamed, **below}, names={tag.id: renamed.id}, told=told)


def refuse_unsound(name: str) -> None:
    """Raise ``BadSettings`` for what no text would call a subject: markup, several lines, what cannot be seen."""
    short = name if len(name) <= _LONGEST else name[:_LONGEST] + "…"
    if len(name) > _LONGEST:
        raise BadSettings(f'"{" ".join(short.split())}" is too long for a name; use at most {_LONGEST} characters')
    if not strict_yaml.printable(name) or _MARKUP.search(name) or not name.strip()[:1].isalnum():
        seen = "".join(char if char.isprintable() else "?" for char in name)
        raise BadSettings(f'"{seen}" is no name; write it on one line as texts do, without < > {{ }} [ ] and tabs')


def refuse_taken(taxonomy: Taxonomy, new: str, *, of: TagId | None = None) -> None:
    """Raise ``BadSettings`` for an id that is none, that a tag has, or that another than ``of`` once had."""
    if not re.fullmatch(ID, new):
        raise BadSettings(f'"{new}" is no tag id; use small letters, digits and hyphens')
    if new in taxonomy.tags:
        hint = f"; to make them one: briefings tag merge {of} {new}" if of else ""
        raise BadSettings(f'there is a tag "{new}" already{hint}')
    heirs = taxonomy.former.get(TagId(new), ())
    if heirs not in ((), (of,)):
        raise BadSettings(f'"{new}" was once the id of {" and ".join(heirs)}, and its address leads there')


def merge(taxonomy: Taxonomy, parts: Sequence[str], into: str, *, across: bool = False) -> Recast:
    """Return tags as one: it takes their names and their narrower tags; its own label, kind and codes stay.

    Raises ``BadSettings`` for an unknown id, for tags of several kinds unless it is to go ``across`` them, and where a
    tag would come to stand below itself.
    """
    whole, gone = named(taxonomy, into), _all_named(taxonomy, parts, but=into)
    other = next((tag for tag in gone if tag.kind is not whole.kind), None)
    if other and not across:
        kinds = f"{other.id} is of the kind {other.kind}, and {whole.id} of the kind {whole.kind}"
        raise BadSettings(f"{kinds}; to make them one {whole.kind} nevertheless: --force")
    ids = {tag.id for tag in gone}
    # A parent that goes leaves its own parent.
    parent = next((one for one in taxonomy.broader(whole.id) if one not in ids), None)
    said = dict.fromkeys(name for tag in gone for name in tag.names())
    merged = replace(
        whole,
        parent=parent,
        aliases=(*whole.aliases, *(name for name in said if name not in set(whole.names()))),
        former=tuple(dict.fromkeys((*whole.former, *(old for tag in gone for old in (*tag.former, tag.id))))),
    )
    below = [child for tag in gone for child in taxonomy.narrower.get(tag.id, ()) if child not in {*ids, whole.id}]
    tags = {whole.id: merged, **{child: replace(taxonomy.tags[child], parent=whole.id) for child in below}}
    kept = {key: tag for key, tag in taxonomy.tags.items() if key not in ids}
    circle = Taxonomy(tags={**kept, **tags}).circle()
    if circle:
        raise BadSettings(f"parents would go in a circle: {' → '.join(circle)}; change the parent of one of them first")
    told = [f"/tags/{tag.id}/ leads to /tags/{into}/ from the next build on" for tag in gone]
    told += [
        f"not taken over: {key} {getattr(tag, key)} of {tag.id}"
        for tag in gone
        for key in CODES
        if getattr(tag, key) and getattr(tag, key) != getattr(whole, key)
    ]
    names = {tag.id: whole.id for tag in gone}
    return Recast(tags=tags, gone=tuple(names), names=names, told=tuple(told))


def remove(archive: Archive, old: str) -> Recast:
    """Return the taxonomy without a tag, and briefings that carry it no more.

    Raises ``BadSettings`` for an unknown id, and where narrower tags or storylines stand on it: they would fall.
    """
    taxonomy = archive.taxonomy
    tag = named(taxonomy, old)
    if tag.id in taxonomy.narrower:
        below = ", ".join(taxonomy.narrower[tag.id])
        raise BadSettings(f'"{old}" is broader than {below}; take parent: out of those in briefings/tags.yml first')
    if stories := [story.id for story in archive.storylines.values() if tag.id in story.tags]:
        raise BadSettings(f'the storyline {stories[0]} is made of "{old}"; take the tag out of its file first')
    told = f"/tags/{old}/ leads nowhere from the next build on; to have it lead to another tag: briefings tag merge"
    return Recast(gone=(tag.id,), names={tag.id: None}, told=(told,))


def _all_named(taxonomy: Taxonomy, ids: Sequence[str], *, but: str) -> tuple[Tag, ...]:
    if but in ids:
        raise BadSettings(f'"{but}" is named on both sides; name each tag once')
    return tuple(named(taxonomy, one) for one in dict.fromkeys(ids))


def split(archive: Archive, old: str, into: Sequence[str]) -> Recast:
    """Return which of several tags each briefing of another one is to carry instead.

    A briefing goes to the one whose names its text holds, or that it carries already. Where it names none of them or
    several, it keeps the old tag. Once none is left, the old tag goes, unless others are narrower than it.
    Raises ``BadSettings`` for an unknown id, and for fewer than two.
    """
    taxonomy = archive.taxonomy
    tag, parts = named(taxonomy, old), _all_named(taxonomy, into, but=old)
    if len(parts) < 2:  # noqa: PLR2004 - a split has parts
        raise BadSettings(f'name at least two tags to split "{old}" into; to move all of it: briefings tag merge')
    ids = [part.id for part in parts]
    tagger = Tagger(Taxonomy(tags={part.id: part for part in parts}))
    assigned: dict[Slug, TagId] = {}
    unsure: dict[Slug, tuple[TagId, ...]] = {}
    for briefing in archive.by_tag.get(tag.id, ()):
        carried = [part for part in ids if part in briefing.tags]
        said = set(tagger.known(text_of(briefing)))
        fit = carried[:1] or [part for part in ids if part in said]
        if len(fit) == 1:
            assigned[briefing.slug] = fit[0]
        else:
            unsure[briefing.slug] = tuple(fit)
    stories = tuple(story.id for story in archive.storylines.values() if tag.id in story.tags)
    if unsure or stories:
        return Recast(assigned=assigned, unsure=unsure, stories=stories)
    if tag.id in taxonomy.narrower:
        told = f"{tag.id} stays as what is broader than {', '.join(taxonomy.narrower[tag.id])}"
        return Recast(assigned=assigned, told=(told,))
    return _dissolved(tag, parts, assigned)


def _dissolved(tag: Tag, parts: Collection[Tag], assigned: Mapping[Slug, TagId]) -> Recast:
    heirs = {part.id: replace(part, former=tuple(dict.fromkeys((*part.former, *tag.former, tag.id)))) for part in parts}
    taken = {name for part in parts for name in part.names()}
    lost = [name for name in tag.names() if name not in taken]
    told = [f"{tag.id} is taken out; /tags/{tag.id}/ leads to {' and '.join(heirs)} from the next build on"]
    if lost:
        told.append(f"no name of any tag now: {', '.join(lost)}; add to aliases: what should be one")
    return Recast(tags=heirs, gone=(tag.id,), assigned=assigned, told=tuple(told))


def text_of(briefing: Briefing) -> str:
    """Return what a briefing says, for its subjects to be found in."""
    return f"{briefing.headline}\n{briefing.standfirst or ''}\n{briefing.body}"

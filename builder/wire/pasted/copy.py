"""The body of a pasted article: paragraphs, quotations, lists, labelled parts, and what is mixed in between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.model.article import Block, BlockKind, ListItem, Role
from builder.model.briefing import Image
from builder.wire.printed import captions, labels
from builder.wire.printed.lines import Line

_QUOTED = re.compile(r"[\"“„«‘‚「『](?P<quote>.+?)[\"”“»’」』](?P<after>[^\"”“„«»]*)$", re.DOTALL)
_CAPITAL = "A-ZÀ-ÞА-ЯЁІЇЄҐ"
_DATELINE = re.compile(
    rf"(?P<place>[{_CAPITAL}][{_CAPITAL}.’' /-]{{2,40}}(?:,\s[^()—–]{{2,30}}?)?)"
    r"\s*(?:\((?P<agency>[^)]{2,40})\))?\s*(?:—|–|--?)\s+(?P<rest>\S.*)"
    r"|(?P<town>[^\W\d_]+(?:[ /-][^\W\d_]+){0,3})\s*\((?P<wire>[^)]{2,40})\)\s*(?:—|–|--?)\s*(?P<text>\S.*)",
    re.DOTALL,
)
_QUESTION = re.compile(r"[^\W_][^.!?…\"“”„«»]*\s[^.!?…\"“”„«»]*\s[^.!?…\"“”„«»]*[?？؟]")
"""Of three words or more, and nothing else in its line."""
QUOTED_SHARE = 0.6
"""Of a paragraph's characters: from here on it is a quotation with its speaker, not a sentence that quotes a word."""
LONGEST_AGENCY = 8
"""Words of a credit at the end of a paragraph-long caption; more are the rest of a sentence."""
LONGEST_AGENCY_NAME, SHORTEST_CAPTION = 3, 30
"""Words of an agency above a caption, and characters of that."""
LONGEST_PLACE = 5
"""Words of a dateline in capitals without an agency; more are a shouted sentence."""
LONGEST_SUBHEAD = 110
"""Characters: a line of type."""
WRAPPED = range(45, 101)
"""Characters of a line that a mail program broke: its columns, less the word that did not fit."""


@dataclass(slots=True)
class Copy:
    """What the body holds, gathered line by line."""

    blocks: list[Block] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    other_stories: list[str] = field(default_factory=list)
    dateline: str | None = None
    credited: list[str] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)


def read(lines: Sequence[Line], *, asides: frozenset[int] = frozenset()) -> Copy:
    """Return the blocks of the body; every line gets a role. ``asides`` are numbers of lines beside it."""
    found = Copy()
    in_background = False
    i = 0
    while i < len(lines):
        line = lines[i]
        taken = _aside(lines, i, found) or _left_out(line, found, asides) or _labelled(lines, i, found)
        if not taken:
            taken = _list(lines, i, found) if line.bullet else _paragraph(lines, i, found)
        in_background = _in_background(found, in_background=in_background)
        for other in lines[i : i + taken]:
            given = found.roles.get(other.number, Role.BODY)
            found.roles[other.number] = Role.BACKGROUND if in_background and given is Role.BODY else given
        i += taken
    return found


def _in_background(found: Copy, *, in_background: bool) -> bool:
    last = found.blocks[-1] if found.blocks else None
    if last is None:
        return False
    if last.label or last.kind is BlockKind.HEADING:
        return labels.means_background(last.label or last.text)
    return in_background


def _aside(lines: Sequence[Line], i: int, found: Copy) -> int:
    """Take what stands between the paragraphs but is not the article's text; return how many lines."""
    line = lines[i]
    also = labels.READ_ALSO.fullmatch(line.text)
    if also:
        return _read_also(lines, i, also["rest"], found)
    if not line.is_prose and labels.is_furniture(line.text):
        found.roles[line.number] = Role.FURNITURE
        return 1
    if not line.bullet and captions.is_credit(line.text) and line.size <= captions.LONGEST and not _mid_sentence(line):
        found.images.append(captions.read(line.text))
        found.roles[line.number] = Role.CAPTION
        return 1
    below = lines[i + 1] if i + 1 < len(lines) else None
    if below and _credits(line, below):
        found.images.append(Image(caption=below.text, credit=line.text))
        found.roles[line.number] = found.roles[below.number] = Role.CAPTION
        return 2
    if below and _captions(line, below):
        found.images.append(Image(caption=line.text, credit=captions.read(below.text).credit))
        found.roles[line.number] = found.roles[below.number] = Role.CAPTION
        return 2
    return 0


def _left_out(line: Line, found: Copy, asides: frozenset[int]) -> int:
    """Take a line of a teaser, a box or an advertisement between the paragraphs."""
    if line.number not in asides:
        return 0
    found.roles[line.number] = Role.FURNITURE
    return 1


def _credits(line: Line, below: Line) -> bool:
    """Tell whether a line is the agency of a picture, and nothing else, and its caption stands close below it."""
    agency = len(line.text.split()) <= LONGEST_AGENCY_NAME and labels.ends_with_agency(line.text)
    return (
        agency and line.after_blank and not line.before_blank and below.before_blank and below.size >= SHORTEST_CAPTION
    )


def _captions(line: Line, below: Line) -> bool:
    """Tell whether a line is the caption of the picture whose credit stands alone below it."""
    if line.before_blank or line.ends_sentence or not captions.is_credit(below.text):
        return False
    return captions.read(below.text).caption is None


def _mid_sentence(line: Line) -> bool:
    credit = captions.read(line.text).credit or ""
    return line.is_prose and len(credit.split()) > LONGEST_AGENCY


def _read_also(lines: Sequence[Line], i: int, rest: str | None, found: Copy) -> int:
    if rest:
        found.other_stories.append(rest)
        found.roles[lines[i].number] = Role.OTHER_STORY
        return 1
    found.roles[lines[i].number] = Role.FURNITURE
    taken = 1
    while i + taken < len(lines) and not lines[i + taken - 1].before_blank:
        other = lines[i + taken]
        if other.is_prose:
            break
        found.other_stories.append(other.text)
        found.roles[other.number] = Role.OTHER_STORY
        taken += 1
    return taken


def _labelled(lines: Sequence[Line], i: int, found: Copy) -> int:
    """Take a line that begins with a label of its own: a source, a section as a heading, a section run in."""
    line = lines[i]
    source = labels.SOURCE.fullmatch(line.text)
    if source and not line.bullet:
        found.sources.append(source["rest"].strip())
        found.roles[line.number] = Role.SOURCE
        return 1
    heading = labels.section_heading(line.text)
    if heading and not line.bullet:
        found.blocks.append(Block(kind=BlockKind.HEADING, text=heading))
        return 1
    run_in = labels.section_run_in(line.text)
    if run_in and not line.bullet:
        label, rest = run_in
        found.blocks.append(Block(kind=BlockKind.PARAGRAPH, text=rest, label=label))
        return 1
    return 0


def _list(lines: Sequence[Line], i: int, found: Copy) -> int:
    taken = 1
    while i + taken < len(lines) and lines[i + taken].bullet:
        taken += 1
    found.blocks.append(Block(kind=BlockKind.LIST, items=_nested(lines[i : i + taken])))
    return taken


def _nested(lines: Sequence[Line]) -> tuple[ListItem, ...]:
    items: list[ListItem] = []
    i = 0
    while i < len(lines):
        j = i + 1
        while j < len(lines) and lines[j].indent > lines[i].indent:
            j += 1
        items.append(ListItem(text=lines[i].text, children=_nested(lines[i + 1 : j])))
        i = j
    return tuple(items)


def _paragraph(lines: Sequence[Line], i: int, found: Copy) -> int:
    line = lines[i]
    text, taken = line.text, 1
    while i + taken < len(lines) and _continues(lines[i + taken - 1], lines[i + taken]):
        text += " " + lines[i + taken].text
        taken += 1
    if not any(block.kind is BlockKind.PARAGRAPH for block in found.blocks):
        text = _without_dateline(text, found)
    inside = 0 < i < len(lines) - taken
    if inside and taken == 1 and (_is_subhead(line) or _asks(line, lines[i + 1])):
        kind = BlockKind.HEADING
    else:
        kind = BlockKind.QUOTE if is_quotation(text) else BlockKind.PARAGRAPH
    found.blocks.append(Block(kind=kind, text=text))
    return taken


def _continues(above: Line, line: Line) -> bool:
    """Tell whether a line goes on with the paragraph above, as in text wrapped by a mail program."""
    wrapped = len(above.text) in WRAPPED and not above.ends_sentence and not above.before_blank
    return wrapped and not line.bullet and (line.text[:1].islower() or line.text[:1].isdigit())


def _is_subhead(line: Line) -> bool:
    return line.after_blank and line.before_blank and not line.ends_sentence and line.size <= LONGEST_SUBHEAD


def _asks(line: Line, below: Line) -> bool:
    """Tell whether a line is a question that heads the paragraph below it; one in quotation marks is somebody's."""
    question = _QUESTION.fullmatch(line.text)
    return question is not None and line.before_blank and line.size <= LONGEST_SUBHEAD and below.is_prose


def is_quotation(text: str) -> bool:
    """Tell whether a paragraph is somebody's words, with at most their name behind them."""
    found = _QUOTED.match(text)
    return found is not None and len(found["quote"]) >= QUOTED_SHARE * len(text)


def _without_dateline(text: str, found: Copy) -> str:
    match = _DATELINE.fullmatch(text)
    if not match or (match["place"] and not match["agency"] and len(match["place"].split()) > LONGEST_PLACE):
        return text
    found.dateline = (match["place"] or match["town"]).strip(" ,")
    agency = match["agency"] or match["wire"]
    if agency:
        found.credited.append(agency)
    return match["rest"] or match["text"]

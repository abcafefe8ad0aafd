"""The background of an article: its own section's items, each with its date where it gives one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from builder.desk.when import dates
from builder.formats import markdown_text
from builder.model.article import Block, BlockKind, ListItem
from builder.model.briefing import BackgroundItem
from builder.model.sections import SectionKind, kind_of


def split(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks of the report and those of its background section, the section's own heading left out.

    A background begins at a heading or run-in label of the catalogue and ends at the next heading that is none of
    its own. An article without such a section has no background: none is invented.
    """
    report: list[Block] = []
    background: list[Block] = []
    inside = False
    for block in blocks:
        label = block.text if block.kind is BlockKind.HEADING else block.label
        if label is not None:
            inside = kind_of(label) is SectionKind.BACKGROUND
            if inside and block.kind is BlockKind.HEADING:
                continue
        (background if inside else report).append(block)
    return tuple(report), tuple(background)


def items(blocks: Sequence[Block], published: dt.date, language: str) -> tuple[BackgroundItem, ...]:
    """Return a background's items in the order of the source: list items as they stand, prose a sentence each.

    A sentence without a date belongs to the dated one before it and stays with it.
    """
    result: list[BackgroundItem] = []
    for block in blocks:
        if block.kind is BlockKind.LIST:
            result.extend(_item(item, published, language) for item in block.items)
        elif block.text:
            result.extend(_told(block.text, published, language))
    return tuple(result)


def _item(item: ListItem, published: dt.date, language: str) -> BackgroundItem:
    date = dates.of_item(item.text, published, language)
    return BackgroundItem(
        text=markdown_text.dumps(item.text, opens=date is None),
        date=date,
        children=tuple(_child(child) for child in item.children),
    )


def _child(item: ListItem) -> BackgroundItem:
    """Return a child: it belongs to its parent's date and is given none of its own."""
    return BackgroundItem(text=markdown_text.dumps(item.text), children=tuple(_child(child) for child in item.children))


def _told(text: str, published: dt.date, language: str) -> list[BackgroundItem]:
    told: list[BackgroundItem] = []
    for sentence in dates.sentences(text):
        date = dates.of_item(sentence, published, language)
        if date is None and told:
            before = told[-1]
            told[-1] = BackgroundItem(
                text=f"{before.text} {markdown_text.dumps(sentence, opens=False)}", date=before.date
            )
        else:
            told.append(BackgroundItem(text=markdown_text.dumps(sentence, opens=date is None), date=date))
    return told

"""What the archive says of itself."""

from __future__ import annotations

from builder.formats import prose
from builder.languages.catalogue import marked, words_of
from builder.model.settings import Settings

# Blocks of Markdown: what each begins with, and its text.
_WHAT = (
    (
        "",
        marked(
            "Each page here is a *briefing*: a short account of one development, with the day it was reported, "
            "the outlet that reported it, and the sources it rests on. Briefings do not change quietly. What was "
            "wrong is put right with a dated correction on the page; a briefing that can no longer be stood by is "
            "withdrawn, its page says why, and its address stays."
        ),
    ),
)

_SAMPLE = (
    (
        "",
        marked(
            "**This is a sample.** The makers of this software wrote the texts of its own desk in 2026, to show "
            "what such an archive can do. Their facts come from well-documented history, told as a desk might "
            'have told them on the day. No outlet published them: where a page says "a sample text", that is we. '
            "No address of an original is given because there is none."
        ),
    ),
)

_REST = (
    (
        "## ",
        marked("Who says so"),
    ),
    (
        "",
        marked(
            "Under a headline stands how strong the sources are, then the chain of attribution: the outlet, and "
            "whom it relies on, nearest first. The strongest source that a chain ends in decides, not who passes "
            "it on:"
        ),
    ),
    (
        "1. ",
        marked(
            "**On record**: an office, a named person or a document. Somebody can be asked, or something looked up."
        ),
    ),
    (
        "1. ",
        marked("**Unnamed sources**: people are said to know it at first hand, but nobody can ask them."),
    ),
    (
        "1. ",
        marked("**Second hand**: another outlet reported it, and nothing says on whom that outlet relies."),
    ),
    (
        "1. ",
        marked("**State media only**: nothing but reports of outlets that a state runs."),
    ),
    (
        "1. ",
        marked("**No source is named**: the outlet gives its own word."),
    ),
    (
        "",
        marked(
            "Outlets that a state runs are marked as *state media* wherever they stand. Where several reports "
            "tell of one event, the page says how many of them are originals: reports that rest on the same "
            "agency, statement or document count once. An outlet's page says whom it relied on, and who relied on "
            "it."
        ),
    ),
    (
        "",
        marked("The chain does not say that a statement is true. It says whom you would have to ask."),
    ),
    (
        "## ",
        marked("What came before, and what came later"),
    ),
    (
        "",
        marked(
            "The background of a briefing recalls earlier events by their dates. Where this archive holds a "
            "briefing of that very day that speaks of the same people, places or things, the event links to it; "
            'where two would fit equally well, none is linked. An editor can set a link or take one away. "No '
            'briefing yet" means just that: the archive has none of that event.'
        ),
    ),
    (
        "",
        marked(
            "The earlier briefing in turn shows where it was mentioned later, with the sentence. So a story can "
            "be read in both directions."
        ),
    ),
    (
        "",
        marked(
            "A date is given as precisely as it is known, and no more: a month stays a month, and a question mark "
            "means that the date is uncertain."
        ),
    ),
    (
        "## ",
        marked("Finding and following"),
    ),
    (
        "",
        marked(
            "The search looks through all briefings and storylines, by words and by the names of subjects; what "
            "it finds can be narrowed by subject, by year and, where several are found, by outlet and by how "
            "strong the sources are. Without JavaScript, the [subjects](../tags/), the [dates](../calendar/) and "
            "the [outlets](../outlets/) lead to every page."
        ),
    ),
    (
        "",
        marked(
            "There is a feed of all new briefings ([Atom](../feed.xml), [RSS](../rss.xml), [JSON "
            "Feed](../feed.json)), and one for each subject, storyline and outlet, linked from its page. A feed "
            "reader shows them without an account, and nobody counts who reads. This site loads nothing from "
            "other sites."
        ),
    ),
    (
        "",
        marked(
            "All of it is also there as data, for whoever wants to count or to keep it: [files in "
            "JSON](../api/v1/index.json) with a [description of every key](../api/v1/schema.json), and each "
            "briefing as JSON and as the Markdown that its editor wrote."
        ),
    ),
)


def text(settings: Settings) -> str:
    """Return the Markdown of the page about the archive."""
    say = words_of(settings.language)
    introduction = f"{prose.escape(settings.introduction)}\n\n" if settings.introduction else ""
    blocks = (*(_SAMPLE if settings.sample else ()), *_WHAT, *_REST)
    return introduction + "\n\n".join(f"{lead}{say(said)}" for lead, said in blocks) + "\n"

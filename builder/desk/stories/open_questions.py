"""What a story leaves open, until a later briefing of it answers.

Answers are told by words alone, so the rules lean towards "still open": a reader who is sent to a briefing that does
not answer loses more than one who reads a question that has been answered.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.desk.when.dates import sentences
from builder.desk.wording import significant
from builder.formats import prose
from builder.model.briefing import Briefing
from builder.model.ids import Slug
from builder.model.sections import SectionKind
from builder.model.storyline import Answer

ENOUGH = 0.6
"""Share of what a question's words weigh that a sentence must have in common with it."""
FEWEST = 2
"""Words in common below which nothing is an answer."""
RARE = 0.25
"""Share of the briefings; one of the words in common must stand in no more of them, or all of them speak of it."""
_LEANS = re.compile(r"\b(?:same|such|this|that|these|those|it|they|them|he|she)\b", re.IGNORECASE)
"""What a question leans on stands before it, and cannot be looked for by its words."""

_ASKING = significant(
    "whether will shall should might must able wann warum welche welcher wohin soll sollen kann können müssen"
    " pourquoi comment quand quel quelle quién cuándo dónde cómo podrá коли чому який которая почему когда какой"
)
"""Words by which a question asks, and by which no answer tells of it."""

_MARKS: Mapping[str, str] = {
    "en": r"\b(?:remain(?:s|ed)?|is|was|are|were) (?:still )?"
    r"(?:unclear|uncertain|unknown|not (?:yet |immediately )?(?:clear|known|certain)) "
    r"(?=who|what|when|where|whether|why|how|which|if|from|to|at|in)|\b(?:has|have|had|did|does|do) not"
    r" (?:yet )?(?:said?|say|made clear|make clear|decided?|announced?|disclosed?|explained?)"
    r" (?=who|what|when|where|whether|why|how|which|if)",
    "de": r"\b(?:bleibt|blieb|ist|war) (?:noch |weiterhin |zunächst )?(?:unklar|offen|ungewiss|nicht bekannt|unbekannt)"
    r", (?=wer|was|wann|wo|ob|warum|wie|welche|wohin)|\bUnklar (?:bleibt|blieb|ist|war),",
    "fr": r"\b(?:reste|restait|est|était) (?:encore )?(?:incertain|inconnu|flou)\b|\bon (?:ignore|ignorait|ne sait pas)"
    r" (?=qui|quand|où|si|pourquoi|comment|quel)",
    "es": r"\b(?:sigue|seguía|queda|quedaba) (?:sin estar )?(?:claro|clara|por saber|sin aclarar)\b|\bse desconoce"
    r" (?=quién|cuándo|dónde|si|cómo|qué)|\bno está claro (?=quién|cuándo|dónde|si|cómo|qué)",
    "uk": r"\b(?:залишається|лишається|залишалося|поки) (?:невідомо|незрозуміло)\b|\bнаразі невідомо\b",
    "ru": r"\b(?:оста[её]тся|пока|оставалось) (?:неизвестно|неясно|непонятно)\b",
}
"""Words that leave something open, by language; what follows them is the question."""
_MARK = re.compile("|".join(_MARKS.values()), re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A sentence that leaves something open, and the sentence that closed it."""

    briefing: Slug
    sentence: str
    answered_by: Slug | None = None
    answer: str | None = None
    shared: tuple[str, ...] = ()
    """Beginnings of the words that both sentences have, in order of the alphabet."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a story's briefings say, and how much each word of it tells."""

    by: Sequence[tuple[Briefing, Sequence[str]]]
    weight: Mapping[str, float]
    rare: Collection[str]

    @classmethod
    def of(cls, briefings: Iterable[Briefing]) -> _Said:
        by = [(briefing, tuple(_sentences(briefing))) for briefing in briefings]
        spread = Counter(word for _, said in by for word in significant(" ".join(said)))
        weight = {word: math.log2(1 + len(by) / count) for word, count in spread.items()}
        return cls(by, weight, {word for word, count in spread.items() if count <= max(2, RARE * len(by))})

    def answers(self, asked: frozenset[str], sentence: str) -> frozenset[str]:
        """Return what a sentence has in common with a question that it answers; nothing where it does not."""
        shared = asked & significant(sentence)
        if len(shared) < FEWEST or shared.isdisjoint(self.rare) or _MARK.search(sentence):
            return frozenset()
        return shared if self._weigh(shared) >= ENOUGH * self._weigh(asked) else frozenset()

    def _weigh(self, words: Iterable[str]) -> float:
        # In one order, since floats added in another give another sum.
        return sum(self.weight.get(word, 0.0) for word in sorted(words))


def questions(briefings: Sequence[Briefing], answers: Iterable[Answer] = ()) -> tuple[Question, ...]:
    """Return what the briefings of a story leave open, oldest first; they stand in order of time.

    An editor's answer, which names a question by its first words, rules.
    """
    told = _Said.of(briefings)
    by_hand = {answer.question.casefold(): answer.briefing for answer in answers}
    found: list[Question] = []
    for at, (briefing, said) in enumerate(told.by):
        for sentence in said:
            mark = _MARK.search(sentence)
            if mark:
                word = next((slug for begun, slug in by_hand.items() if sentence.casefold().startswith(begun)), None)
                asked = Question(briefing=briefing.slug, sentence=sentence, answered_by=word)
                found.append(asked if word else _answered(asked, sentence[mark.end() :], told, at + 1))
    return tuple(found)


def _answered(asked: Question, clause: str, told: _Said, after: int) -> Question:
    if _LEANS.search(clause):
        return asked
    words = significant(clause) - _ASKING
    for briefing, said in told.by[after:]:
        for sentence in said:
            shared = told.answers(words, sentence)
            if shared:
                return replace(asked, answered_by=briefing.slug, answer=sentence, shared=tuple(sorted(shared)))
    return asked


def _sentences(briefing: Briefing) -> Iterator[str]:
    """Yield what a briefing says of its own day: not its background, which is of others."""
    for section in briefing.sections:
        if section.kind is not SectionKind.BACKGROUND:
            for paragraph in re.split(r"\n\s*\n", section.text):
                if not paragraph.lstrip().startswith("#"):
                    yield from sentences(prose.plain(" ".join(paragraph.split())))

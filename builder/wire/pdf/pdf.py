"""PDF: press releases and reports with a layer of text; the text is read as if it had been pasted."""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from io import BytesIO

import pypdf
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.model.limits import Limits
from builder.wire.page import names
from builder.wire.pasted import text
from builder.wire.pdf import lines as pdf_lines
from builder.wire.pdf.lines import Line, Paragraph
from builder.wire.printed.addresses import absolute
from builder.wire.quiet import quietly
from builder.wire.reader import Given

NAME = "pdf/1"

MOST_PAGES = 100
"""Pages that are read. A press release has one to five; a hundred take some seconds."""
MOST_OPERATIONS = 200_000
"""Operands and operators of one page. A page of text has a few thousand; a map has more, and no sentences."""
FEWEST_LETTERS = 100
"""Of a document with text. A scan has none, or a stamp's."""
_LARGEST_TEXT = 2_000_000
"""Characters. A page has 3,000."""
_BEGIN = b"%PDF-"
_DATE = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")
_NO_TITLE = re.compile(r"untitled|.*\.(?:docx?|pdf|indd|pages|odt|rtf|qxd|pptx?)|microsoft \w+ - .*|\W*", re.IGNORECASE)
_LIGATURES = str.maketrans(
    {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
)
_EXPORT = "export it again, or copy its text and paste it into a .txt file"
# The library says itself that a broken file can make it raise anything; these are what slips in parsers are made of.
_SLIPS = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, RecursionError,
    TypeError, ValueError, EOFError, OSError, zlib.error,
)  # fmt: skip


def claims(data: bytes, name: str) -> bool:  # noqa: ARG001 - its first bytes tell, whatever it is called
    """Tell whether bytes are a PDF."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[: len(_BEGIN)] == _BEGIN


def read(given: Given) -> Article:
    """Return the article of a document: its text as pasted, its own metadata only where the text says nothing.

    Raises ``UnreadableInput`` for a scan, a locked or broken file, and one that expands beyond the limits.
    """
    with quietly(), _bounded(given.limits):
        document = _document(given.data)
        found, remarks = _lines(document, given.limits)
        said = _metadata(document)
    letters = sum(char.isalnum() for line in found for char in line.text)
    if letters < FEWEST_LETTERS:
        raise UnreadableInput(
            "it holds pictures of pages and no text, as a scan does",
            next_act="have its text recognised (ocrmypdf does), or paste the text into a .txt file",
        )
    kept = pdf_lines.without_furniture(found)
    paragraphs = pdf_lines.paragraphs(kept)
    article = _headed(_article("\n\n".join(pdf_lines.texts(paragraphs)), said, given), paragraphs)
    if article.published is None and said.made:
        remarks.append("the date is that on which the PDF was made; check it")
    return replace(
        article,
        published=article.published or said.made,
        byline=article.byline or names.read([said.author or ""]).people,
        url=article.url or absolute(pdf_lines.printed_from(found) or ""),
        remarks=(*article.remarks, *remarks),
    )


def _article(pasted: str, said: _Said, given: Given) -> Article:
    try:
        article = text.read(pasted.encode("utf-8", "replace"), name=given.name, pasted=given.pasted)
    except UnreadableInput:
        if not said.title:
            raise
        article = text.read(
            f"{said.title}\n\n{pasted}".encode("utf-8", "replace"), name=given.name, pasted=given.pasted
        )
    # Lines of a PDF are its typesetter's; no editor could find them again.
    return replace(article, accounts=())


def _headed(article: Article, paragraphs: Sequence[Paragraph]) -> Article:
    """Return the article under the headline that its letters show; what the words alone suggested stands below it."""
    largest = pdf_lines.headline(paragraphs)
    if largest is None or largest.text == article.headline:
        return article
    return replace(article, headline=largest.text, standfirst=article.standfirst or article.headline)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the document says of itself."""

    title: str | None
    author: str | None
    made: dt.date | None


def _bounded(limits: Limits) -> AbstractContextManager[pypdf.Configuration]:
    return pypdf.apply_configuration(
        zlib_maximum_output_length=limits.expanded,
        lzw_maximum_output_length=limits.expanded,
        run_length_maximum_output_length=limits.expanded,
        brotli_maximum_output_length=limits.expanded,
        array_based_stream_maximum_output_length=limits.expanded,
        stream_decoding_work_maximum_length=2 * limits.expanded,
        stream_parsing_work_maximum_count=MOST_OPERATIONS,
        xform_maximum_invocations_per_extraction=200,
        page_tree_maximum_entries=20_000,
        page_tree_maximum_page_entries=200_000,
        disable_legacy_handling=True,
        jbig2dec_binary=None,
    )


def _document(data: bytes) -> pypdf.PdfReader:
    try:
        document = pypdf.PdfReader(BytesIO(data))
        locked = document.is_encrypted and not document.decrypt("")
    except DependencyError as fault:
        raise UnreadableInput("it is locked", next_act="print it to a new PDF without protection") from fault
    except LimitReachedError as fault:
        raise _too_large() from fault
    except _SLIPS as fault:
        raise UnreadableInput("its structure is broken, or it is cut off", next_act=_EXPORT) from fault
    if locked:
        raise UnreadableInput("it is locked with a password", next_act="print it to a new PDF without protection")
    return document


def _too_large() -> UnreadableInput:
    return UnreadableInput("it expands beyond the limits of a document", next_act=_EXPORT)


def _lines(document: pypdf.PdfReader, limits: Limits) -> tuple[list[Line], list[str]]:
    """Return the lines of all pages, and what an editor should know: pages that were left out."""
    found: list[Line] = []
    failed: list[int] = []
    work = 0
    try:
        pages = len(document.pages)
    except LimitReachedError as fault:
        raise _too_large() from fault
    except _SLIPS as fault:
        raise UnreadableInput("its pages cannot be found, or lead back to themselves", next_act=_EXPORT) from fault
    for number in range(min(pages, MOST_PAGES)):
        try:
            page = document.pages[number]
            contents = page.get_contents()
            work += len(contents.get_data()) if contents is not None else 0
            if work > limits.expanded:
                raise _too_large()
            gathered = _Gathered(number)
            page.extract_text(visitor_text=gathered.take)
            found.extend(gathered.lines())
        except _SLIPS:
            failed.append(number + 1)
        if sum(len(line.text) for line in found) > _LARGEST_TEXT:
            raise _too_large()
    if failed and not found:
        raise UnreadableInput("none of its pages can be read", next_act=_EXPORT)
    remarks = [f"page {number} cannot be read and is left out" for number in failed]
    if pages > MOST_PAGES:
        remarks.append(f"only {MOST_PAGES} of its {pages:,} pages were read")
    return found, remarks


@dataclass(slots=True)
class _Gathered:
    """The runs of text of one page as the library finds them, until they are lines."""

    page: int
    runs: list[tuple[str, float, float, float, bool]] = field(default_factory=list)

    def take(self, run: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        """Take a run: its text, the two matrices that place it (ISO 32000-1, 9.4.4), its font and size."""
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
        name = str(font.get("/BaseFont", "")) if isinstance(font, dict) else ""
        self.runs.append((run, x, y, max(size * scale, 1.0), "bold" in name.lower()))

    def lines(self) -> Iterator[Line]:
        """Yield the lines; each stands where its first letters do, in the size of most of them."""
        begun: list[tuple[str, float, float, float, bool]] = []
        for run, x, y, size, bold in self.runs:
            for i, part in enumerate(run.split("\n")):
                if i:
                    yield from self._line(begun)
                    begun = []
                if part.strip():
                    begun.append((part, x, y, size, bold))
        yield from self._line(begun)

    def _line(self, begun: list[tuple[str, float, float, float, bool]]) -> Iterator[Line]:
        said = " ".join("".join(part for part, *_ in begun).translate(_LIGATURES).split())
        if said:
            _, x, y, *_ = begun[0]
            size = max(begun, key=lambda run: len(run[0]))[3]
            yield Line(text=said, page=self.page, x=x, y=y, size=size, bold=all(run[4] for run in begun))


def _metadata(document: pypdf.PdfReader) -> _Said:
    try:
        said: Mapping[str, object] = document.metadata or {}
        title, author, made = (_one_line(said.get(key)) for key in ("/Title", "/Author", "/CreationDate"))
    except _SLIPS:
        return _Said(title=None, author=None, made=None)
    return _Said(title=title if title and not _NO_TITLE.fullmatch(title) else None, author=author, made=_day(made))


def _one_line(value: object) -> str | None:
    said = " ".join(str(value).split()) if isinstance(value, str) else ""
    return said if 0 < len(said) <= pdf_lines.LONGEST_HEADLINE else None


def _day(said: str | None) -> dt.date | None:
    found = _DATE.match(said or "")
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None

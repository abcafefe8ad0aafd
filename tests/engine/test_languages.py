"""A site in another language: no word of the interface is left in English, on any kind of page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from lxml import html

from builder.languages import catalogue
from builder.languages.catalogue import words_of
from tests.engine.conftest import ROOT, Run

TECHNICAL = {"atom", "bibtex", "csl", "enter", "esc", "feed", "javascript", "json", "markdown", "ris", "rss"}
WORD = re.compile("[a-z]{3,}")
MESSAGES = {
    one.id
    for one in read_po(BytesIO((Path(catalogue.__file__).parent / "briefings.pot").read_bytes()))
    if isinstance(one.id, str) and len(one.id) > 2
}
"""What the interface says in English."""
LESS_USUAL = {
    "1957/11/03-dog-laika-in-orbit.md": "status: withdrawn\nreason: Orbit\n",
    "1957/10/04-first-satellite-in-orbit.md": """\
updated: 1957-10-06
corrections: [{date: 1957-10-05, text: Orbit}]
redirect_from: [sputnik]
url: https://moscow.orbit/a
archived: [{url: 'https://moscow.orbit/b', date: 1957-10-08}]
carried_by: [{outlet: reuters, url: 'https://moscow.orbit/c', date: 1957-10-05}]
byline: [Orbit, Moscow]
standfirst: Orbit
""",
}
"""What no briefing of the sample has, in words that it has: lines of front matter by file."""


@pytest.fixture(scope="module")
def content() -> set[str]:
    """The words of the sample's own texts, names and settings."""
    files = [*(ROOT / "briefings").rglob("*.md"), *(ROOT / "briefings").glob("*.yml"), ROOT / "mkdocs.yml"]
    return set(WORD.findall(" ".join(file.read_text(encoding="utf-8") for file in files).casefold()))


def texts(page: Path) -> Iterator[str]:
    tree = html.fromstring(page.read_bytes())
    for element in tree.xpath("//script | //style | //pre | //meta | //*[@lang='en'][ancestor::body]"):
        element.drop_tree()
    yield from tree.xpath("//text()")
    for attribute in ("aria-label", "title", "placeholder", "alt"):
        yield from tree.xpath(f"//@{attribute}")


@pytest.mark.parametrize("language", ["uk", "ar", "de"])
def test_no_word_of_the_interface_is_left_in_english(
    run: Run, tmp_path: Path, content: set[str], language: str
) -> None:
    root = tmp_path / language
    for name in ("briefings", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    for name, lines in LESS_USUAL.items():
        file = root / "briefings" / name
        file.write_text(file.read_text(encoding="utf-8").replace("---\n", f"---\n{lines}", 1), encoding="utf-8")
    (root / "builder" / "engine").mkdir(parents=True)
    shutil.copy(ROOT / "builder" / "engine" / "hook.py", root / "builder" / "engine")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(re.sub(r"language: en\b", f"language: {language}", settings), encoding="utf-8")
    done = run("--archive", root, "build")
    assert done.returncode == 0, done.stderr
    english = {message for message in MESSAGES if words_of(language)(message) != message}
    left: dict[str, str] = {}
    for page in sorted((root / "site").rglob("*.html")):
        for text in texts(page):
            said = " ".join(text.split())
            # Where letters are Latin, a word does not tell its language: there only whole messages are known.
            words = set() if language == "de" else set(WORD.findall(text.casefold())) - content - TECHNICAL
            if said in english or words:
                left.setdefault(said, page.relative_to(root).as_posix())
    assert left == {}
    home = (root / "site" / "index.html").read_text(encoding="utf-8")
    assert f'lang="{language}"' in home
    assert ('dir="rtl"' in home) == (language == "ar")
    assert words_of(language)("Skip to content") in home
    moved = (root / "site" / "sputnik" / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in moved
    withdrawn = (root / "site/1957/11/03-dog-laika-in-orbit/index.html").read_text(encoding="utf-8")
    assert words_of(language)("This briefing was withdrawn.") in withdrawn
    assert (root / "site" / "phrases.json").is_file()

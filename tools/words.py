"""Gather what the interface says, and bring the catalogues up to date.

    .venv/bin/python tools/words.py [--check]

Writes `builder/languages/briefings.pot`, and into each catalogue beside it the messages that are new, empty until a
translator fills them; what is said no more is taken out. `--check` writes nothing, and says which files are behind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from builder.desk.sources.originals import Reason  # noqa: E402 - found only from here
from builder.desk.sources.sourcing import Strength  # noqa: E402 - as above
from builder.model.outlet import OutletKind  # noqa: E402 - as above
from builder.model.taxonomy import TagKind  # noqa: E402 - as above

FOLDER = ROOT / "builder" / "languages"
TEMPLATE = FOLDER / "briefings.pot"
KEYWORDS = {"say": None, "many": (1, 2), "marked": None, "marked_many": (1, 2), "_": None, "_n": (1, 2)}
PLACES = (
    ("python", "builder/desk/**/*.py"),
    ("python", "builder/formats/*.py"),
    ("python", "builder/press/**/*.py"),
    ("jinja2.ext:babel_extract", "overrides/**/*.html"),
    ("javascript", "overrides/assets/javascripts/*.js"),
)
OPTIONS = {"silent": "false", "encoding": "utf-8", "parse_template_string": "true"}
SPOKEN = (OutletKind, Reason, Strength, TagKind)
"""Kinds whose names are messages."""


def main(*arguments: str) -> int:
    """Write the files that are behind, or with ``--check`` name them; return 1 if any was named."""
    gathered = _gathered()
    wanted = {TEMPLATE: _written(gathered)}
    for path in sorted(FOLDER.glob("*.po")):
        catalogue = read_po(BytesIO(path.read_bytes()), locale=path.stem)
        catalogue.update(gathered, no_fuzzy_matching=True, keep_user_comments=False)
        catalogue.obsolete.clear()
        wanted[path] = _written(catalogue)
    behind = [path for path, content in wanted.items() if not path.is_file() or path.read_bytes() != content]
    for path in behind:
        print(f"{path.relative_to(ROOT)}: {'behind; run tools/words.py' if '--check' in arguments else 'written'}")
        if "--check" not in arguments:
            path.write_bytes(wanted[path])
    return 1 if behind and "--check" in arguments else 0


def _gathered() -> Catalog:
    found = Catalog(project="Briefings", charset="utf-8")
    for message, place in sorted(_messages(), key=lambda pair: (pair[1], str(pair[0]))):
        found.add(message, locations=[(place, 0)])
    return found


def _messages() -> Iterator[tuple[str | tuple[str, ...], str]]:
    for method, pattern in PLACES:
        for path in sorted(ROOT.glob(pattern)):
            with path.open("rb") as file:
                for _, message, _, _ in extract(method, file, KEYWORDS, options=OPTIONS):
                    yield message, path.relative_to(ROOT).as_posix()
    for kind in SPOKEN:
        for one in kind:
            yield str(one), "builder/model"


def _written(catalogue: Catalog) -> bytes:
    """Return a catalogue as text: by message, and without the days on which somebody wrote it."""
    made = BytesIO()
    write_po(made, catalogue, omit_header=False, sort_output=False, include_lineno=False, width=120)
    lines = made.getvalue().decode().splitlines()
    return ("\n".join(line for line in lines if "-Date: " not in line and "Generated-By" not in line) + "\n").encode()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""One run of ingest: what it refuses whole, and what costs one article alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from builder.desk import compose as desk
from builder.engine.cpu_time import TookTooLong
from builder.errors import BriefingsError
from builder.pipeline.ingest import Order, ingest

ARTICLE = "{title}\n\n10 March 2025\n\nThe harbour council put off its vote on the gate, the clerk said on Monday.\n"


def test_an_article_that_takes_too_long_to_compose_is_refused_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compose = desk.compose

    def slow(content: Any, *given: Any, **named: Any) -> Any:
        while content.headline == "Council waits for ever":
            # As a library would that swallows whatever is raised in it, the first time.
            try:
                sum(range(1_000_000))
            except TookTooLong:
                if swallowed:
                    raise
                swallowed.append(1)
        return compose(content, *given, **named)

    swallowed: list[int] = []
    monkeypatch.setattr(desk, "compose", slow)
    (tmp_path / "briefings").mkdir()
    limits = "extra: {briefings: {ingest: {limits: {seconds: 2}}}}\n"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: N\n{limits}", encoding="utf-8")
    names = []
    for number, title in enumerate(("Council waits for ever", "Council waits for a week")):
        names.append(str(tmp_path / f"{number}.txt"))
        Path(names[-1]).write_text(ARTICLE.format(title=title), encoding="utf-8")
    order = Order(names=tuple(names), today=dt.date(2025, 3, 11))
    first, second = ingest(tmp_path, order, told=lambda *_: None)
    assert first.refused is not None
    assert first.refused.startswith("composing it takes more than 2 seconds; ")
    assert first.filed is None
    assert second.filed is not None
    assert second.filed.briefing.headline == "Council waits for a week"


def test_an_outlet_that_is_all_but_a_known_one_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings" / "outlets.yml").write_text("example-courier: {name: Example Courier}\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: N\n", encoding="utf-8")
    given = tmp_path / "0.txt"
    given.write_text(ARTICLE.format(title="Council waits"), encoding="utf-8")

    def taken(outlet: str) -> list[str]:
        order = Order(names=(str(given),), today=dt.date(2025, 3, 11), outlet=outlet)
        return [str(one.filed.briefing.outlet) for one in ingest(tmp_path, order, told=lambda *_: None) if one.filed]

    with pytest.raises(BriefingsError, match='did you mean "Example Courier"'):
        taken("Exampel Courier")
    assert not list((tmp_path / "briefings").rglob("*.md"))
    assert taken("Evening Herald") == ["evening-herald"], "one that is like none is taken, with a finding"


@pytest.mark.parametrize("outlet", ["", " – ", "Courier " * 40])
def test_what_can_be_no_outlet_is_refused_before_anything_is_read(tmp_path: Path, outlet: str) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: N\n", encoding="utf-8")
    given = tmp_path / "0.txt"
    given.write_text(ARTICLE.format(title="Council waits"), encoding="utf-8")
    order = Order(names=(str(given),), today=dt.date(2025, 3, 11), outlet=outlet)
    with pytest.raises(BriefingsError, match=r"nothing was read: .* is no name of an outlet"):
        list(ingest(tmp_path, order, told=lambda *_: None))

"""`make bench` measures on an archive out of thin air: always the same, well-formed, and woven like a real one."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from pathlib import Path

import pytest

from builder.findings import Severity
from builder.formats import briefing_md
from builder.model.briefing import Briefing
from builder.model.ids import Slug
from builder.pipeline import archive
from builder.store.shelf import Shelf
from tools.bench import first_search, generator, measure, report, sizes, stock

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "briefings"
MANY = 400


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(generator.archive(MANY, seed=1, sample=SAMPLE))


@pytest.fixture(scope="module")
def shelf(files: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    root = tmp_path_factory.mktemp("archive")
    for path, text in files.items():
        (root / "briefings" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "briefings" / path).write_text(text, encoding="utf-8")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return archive.load(root)


def loaded(files: dict[str, str]) -> list[Briefing]:
    return [
        briefing_md.loads(text, slug=Slug(Path(path).stem[3:])) for path, text in files.items() if path.endswith(".md")
    ]


def test_a_seed_always_makes_the_same_archive_and_another_seed_another_one(files: dict[str, str]) -> None:
    assert dict(generator.archive(MANY, seed=1, sample=SAMPLE)) == files
    assert dict(generator.archive(MANY, seed=2, sample=SAMPLE)) != files


def test_there_are_as_many_briefings_as_asked_for_and_an_editor_has_nothing_to_mend(shelf: Shelf) -> None:
    assert len(shelf.archive.briefings) == MANY
    found = archive.check(shelf, dt.date(2025, 1, 1))
    # Its sentences come again on other days, of which notes are made.
    assert [finding for finding in found if finding.severity is not Severity.NOTE] == []


def test_a_briefing_has_about_five_hundred_words_and_four_to_six_background_items(files: dict[str, str]) -> None:
    briefings = loaded(files)
    words = [len(briefing.body.split()) for briefing in briefings]
    assert 470 < sum(words) / MANY < 530
    assert {len(briefing.background) for briefing in briefings} == {4, 5, 6}


def test_tags_follow_zipf_over_a_taxonomy_that_grows_more_slowly_than_the_archive(files: dict[str, str]) -> None:
    counts = [n for _, n in Counter(tag for briefing in loaded(files) for tag in briefing.tags).most_common()]
    assert MANY / 5 < counts[0] < MANY / 2
    # The tenth is rarer than the first by the law's (1 + 2.7) / (10 + 2.7), give or take the dice.
    assert 2 < counts[0] / counts[9] < 5
    assert generator.taxonomy_size(1_000) == 253
    assert generator.taxonomy_size(10_000) == 800


def test_more_than_half_of_the_backgrounds_items_tie_to_an_earlier_briefing(shelf: Shelf) -> None:
    ties = archive.ties_of(shelf.archive)
    items = sum(len(briefing.background) for briefing in shelf.archive.briefings)
    assert 0.45 < ties.tied / items < 0.7


def test_the_stock_build_gets_the_same_bodies_with_title_and_tags(files: dict[str, str], tmp_path: Path) -> None:
    path = next(path for path in files if path.endswith(".md"))
    stock.write(tmp_path / "stock", [(path, files[path])], nav=stock.THREE_PAGES, extensions=stock.RECOMMENDED)
    made = (tmp_path / "stock" / "docs" / path).read_text(encoding="utf-8")
    assert made.partition("\n---\n")[2] == files[path].partition("\n---\n")[2]
    assert [line.partition(":")[0] for line in made.partition("\n---\n")[0].splitlines()] == ["---", "title", "tags"]


def test_the_largest_page_and_the_median_leave_out_what_is_no_page(tmp_path: Path) -> None:
    made = {"2024/12/31-a/index.html": 10, "2024/12/index.html": 20, "tags/index.html": 90, "404.html": 99, "a.js": 1}
    for path, size in made.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"x" * size)
    found = sizes.of(tmp_path)
    assert (found.pages, found.site, found.median) == (3, 220, 20)
    assert found.largest == ("2024/12/index.html", 20)
    assert found.indexes == {"tags/index.html": 90}


def measured(
    *,
    cpu: float = 6.0,
    worker: float = 300.0,
    median: int = 100,
    join: float = 1.0,
    peak: float = 500.0,
    first: tuple[float, float, float, float] = (270, 440, 0.4, 2.5),
) -> report.Measured:
    build = report.Build(
        cost=measure.Cost(cpu=cpu, wall=1.0, peaks={measure.WORKER: worker}),
        steps={"stage": {"load": 1.0}, "pages": {"workers": cpu - 1.0}, "search": {"index": 50.0}},
        walls={"stage": 1.0, "pages": 1.0, "search": 1.0},
        pages=1,
        rendered=1,
    )
    size = sizes.Sizes(
        pages=1,
        site=1,
        median=median,
        largest=("a", 100),
        median_briefing=1,
        largest_briefing=1,
        indexes={},
    )
    cost = measure.Cost(cpu=10.0, wall=1.0)
    return report.Measured(
        briefings=1,
        navigation="",
        first=build,
        again=build,
        edited=build,
        join=report.Join(items=5, tied=3, cpu=join, peak=peak),
        stock=cost,
        bare=cost,
        ours=size,
        theirs=size,
        search={
            report.ONE_WORD: first_search.FirstSearch(
                kilobytes=first[0], kilobytes_counted=first[1], here=first[2], slow=first[3], slow_counted=9.0
            )
        },
    )


@pytest.mark.parametrize(
    ("large", "met"),
    [
        (measured(), [True, True, True, True, True]),
        (measured(cpu=6.1), [False, True, True, True, True]),
        (measured(worker=301), [True, False, True, True, True]),
        (measured(join=1.1), [True, True, False, True, True]),
        (measured(peak=501), [True, True, False, True, True]),
        (measured(first=(271, 440, 0.4, 2.5)), [True, True, True, False, True]),
        (measured(first=(270, 441, 0.4, 2.5)), [True, True, True, False, True]),
        (measured(first=(270, 440, 0.5, 2.5)), [True, True, True, False, True]),
        (measured(first=(270, 440, 0.4, 2.6)), [True, True, True, False, True]),
        (measured(median=106), [True, True, True, True, False]),
    ],
)
def test_a_target_is_met_or_missed_by_what_was_measured(large: report.Measured, met: list[bool]) -> None:
    assert [target.met for target in report.targets([measured(), large])] == met


def test_a_command_that_fails_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(measure.Failed, match="out of paper"):
        measure.run(("sh", "-c", "echo out of paper; exit 3"), cwd=tmp_path, environment={})


def test_time_of_processes_below_a_command_counts(tmp_path: Path) -> None:
    busy = "sh -c 'i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done'"
    assert measure.run(("sh", "-c", f"{busy}; true"), cwd=tmp_path, environment={}).cpu > 0.02

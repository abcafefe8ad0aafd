"""What `make bench` does: archives of several sizes out of thin air, and what it costs to build them, ours and stock.

    .venv/bin/python tools/bench.py [--sizes 200,1000] [--keep] [--json FILE]

CPU seconds are the measure; the clock depends on what else the machine does. Ends with 1 if a target is missed, with 2
if something could not be built. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools import sample  # noqa: E402 - found by the line above
from tools.bench import first_search, generator, measure, report, sizes, stock  # noqa: E402 - as above

SIZES = "1000,10000"
DEFAULT_NAVIGATION_UP_TO = 1_000
"""Briefings. Material's own navigation is every page on every page: at ten thousand half an hour and 39 GB."""
MISSED, COULD_NOT_RUN = 1, 2


def main() -> int:
    """Measure every size, print the tables and the targets, return the exit code."""
    arguments = _arguments()
    folder = Path(tempfile.mkdtemp(prefix="briefings-bench-"))
    measured: list[report.Measured] = []
    code = folder / "code"
    for name in ("builder", "tools"):
        # A change in the checkout while this runs would make every cached page worthless, and the second build slow.
        shutil.copytree(ROOT / name, code / name, ignore=shutil.ignore_patterns("__pycache__"))
    try:
        for size in arguments.sizes:
            measured.append(_measured(size, folder / str(size), code, seed=arguments.seed))
            print("\n".join(report.table(measured[-1])), flush=True)
    except measure.Failed as fault:
        print(f"make bench: {fault}", file=sys.stderr)
        return COULD_NOT_RUN
    finally:
        if arguments.keep:
            print(f"kept in {folder}")
        else:
            shutil.rmtree(folder)
    reached = tuple(report.targets(measured))
    for target in reached:
        print(f"{'met   ' if target.met else 'MISSED'}  {target.words}")
    if arguments.json:
        told = {"measured": [asdict(one) for one in measured], "targets": [asdict(one) for one in reached]}
        arguments.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0 if all(target.met for target in reached) else MISSED


def _measured(size: int, folder: Path, code: Path, *, seed: int) -> report.Measured:
    _say(f"{size:,} briefings: writing them")
    archive, plain = folder / "archive", folder / "stock"
    made = dict(generator.archive(size, seed=seed, sample=ROOT / "briefings"))
    plant(archive, made)
    briefings = sorted(path for path in made if path.endswith(".md"))

    _say("building: first, again")
    first, again = _build(archive, code), _build(archive, code)
    ours = sizes.of(archive / "site")
    _say("the join alone")
    join = _join(archive, code)
    _say("building: one edited")
    edit(archive / "briefings" / briefings[size // 2])
    edited = _build(archive, code)

    _say("a reader's first search")
    search = {
        report.ONE_WORD: first_search.first_search(archive / "site", first_search.ONE_WORD),
        report.SEVERAL_WORDS: first_search.first_search(archive / "site", first_search.MORE_WORDS),
    }

    default = size <= DEFAULT_NAVIGATION_UP_TO
    navigation = "default nav" if default else "nav of three pages"
    nav = "" if default else stock.THREE_PAGES
    texts = {path: made[path] for path in briefings}
    _say(f"building: stock Material as its documentation recommends, {navigation}")
    cost = _stock(plain, texts, nav, stock.RECOMMENDED)
    theirs = sizes.of(plain / "site")
    search[report.STOCK] = first_search.first_search(plain / "site", first_search.ONE_WORD[:1], stock=True)
    shutil.rmtree(plain)
    _say("building: stock Material, no extensions named")
    bare = _stock(plain, texts, nav, stock.NO_EXTENSIONS)
    return report.Measured(
        briefings=size,
        navigation=navigation,
        first=first,
        again=again,
        edited=edited,
        join=join,
        stock=cost,
        bare=bare,
        ours=ours,
        theirs=theirs,
        search=search,
    )


def _stock(folder: Path, briefings: Mapping[str, str], nav: str, extensions: str) -> measure.Cost:
    stock.write(folder, briefings.items(), nav=nav, extensions=extensions)
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    return measure.run(command, cwd=folder, environment=stock.QUIET)


def plant(archive: Path, files: dict[str, str]) -> None:
    """Make a folder an archive: generated briefings under this project's settings and templates."""
    for path, text in files.items():
        file = archive / "briefings" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.copyfile(ROOT / "mkdocs.yml", archive / "mkdocs.yml")
    sample.follow(ROOT, archive)


def edit(file: Path) -> None:
    """Change a briefing as an editor does: a word in the lede, which lists show too, and a sentence in the details."""
    head, mark, body = file.read_text(encoding="utf-8").partition("\n---\n")
    body = re.sub(r"^(\w+)", r"\1, as was later corrected,", body, count=1)
    body = body.replace("\n\n## Background", " An editor added this sentence on the second day.\n\n## Background", 1)
    file.write_text(head + mark + body, encoding="utf-8")


def _build(archive: Path, code: Path) -> report.Build:
    told = archive.parent / "steps.json"
    command = (sys.executable, "-m", "tools.bench.ours", str(archive), str(archive / "site"), str(told))
    cost = measure.run(command, cwd=archive.parent, environment={**stock.QUIET, "PYTHONPATH": str(code)})
    steps = json.loads(told.read_text(encoding="utf-8"))
    if steps["findings"]:
        raise measure.Failed(f"{len(steps['findings'])} findings, the first: {steps['findings'][0]}")
    cpu: dict[str, dict[str, float]] = {"stage": {}, "pages": {"workers": steps["workers"]}, "search": {}}
    walls = dict.fromkeys(cpu, 0.0)
    for name, part in steps["parts"].items():
        cpu[part["step"]][name] = part["cpu"]
        walls[part["step"]] += part["wall"]
    known = sum(seconds for parts in cpu.values() for seconds in parts.values())
    cpu["pages"]["rest"] = cost.cpu - known
    walls["pages"] = cost.wall - walls["stage"] - walls["search"]
    return report.Build(cost=cost, steps=cpu, walls=walls, pages=steps["pages"], rendered=steps["rendered"])


def _join(archive: Path, code: Path) -> report.Join:
    told = archive.parent / "join.json"
    command = (sys.executable, "-m", "tools.bench.join", str(archive), str(told))
    cost = measure.run(command, cwd=archive.parent, environment={**stock.QUIET, "PYTHONPATH": str(code)})
    took = json.loads(told.read_text(encoding="utf-8"))
    return report.Join(items=took["items"], tied=took["tied"], cpu=took["cpu"], peak=cost.peaks[measure.MAIN])


def _say(words: str) -> None:
    print(f"==> {words}", file=sys.stderr, flush=True)


def _sizes(text: str) -> Sequence[int]:
    found = sorted({int(number) for number in text.split(",")})
    if found[0] < 1:
        raise ValueError(text)
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure what builds cost.")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help=f"numbers of briefings [default: {SIZES}]")
    parser.add_argument("--seed", type=int, default=1, help="another one makes other briefings [default: 1]")
    parser.add_argument("--keep", action="store_true", help="leave archives and sites where they were made")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was measured to a file as well")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

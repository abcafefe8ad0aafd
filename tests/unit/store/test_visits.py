from __future__ import annotations

from pathlib import Path

from builder.model.validators import Validators
from builder.store.cache import Cache
from builder.store.visits import Visits

URL = "https://news.example/a"
SAID = Validators(url="https://www.news.example/a", etag='"v1"', last_modified=None)


def test_what_an_address_said_is_known_in_the_next_run(tmp_path: Path) -> None:
    with Visits(tmp_path / "visits.sqlite") as visits:
        assert visits.known(URL) is None
        visits.remember(URL, SAID)
    with Visits(tmp_path / "visits.sqlite") as visits:
        assert visits.known(URL) == SAID
        assert visits.known(SAID.url) is None


def test_an_address_that_stops_to_say_anything_is_forgotten(tmp_path: Path) -> None:
    with Visits(tmp_path / "visits.sqlite") as visits:
        visits.remember(URL, SAID)
        visits.remember(URL, None)
        assert visits.known(URL) is None


def test_what_cannot_be_understood_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    with Cache(tmp_path / "visits.sqlite") as cache:
        cache.put_many([(URL, b"[1]"), (URL + "b", b"\xff"), (URL + "c", b'{"url": 1}')])
    with Visits(tmp_path / "visits.sqlite") as visits:
        assert [visits.known(url) for url in (URL, URL + "b", URL + "c")] == [None] * 3


def test_a_broken_file_stops_nothing_and_is_remarked(tmp_path: Path) -> None:
    path = tmp_path / "visits.sqlite"
    path.write_bytes(b"no database" * 500)
    with Visits(path) as visits:
        assert visits.known(URL) is None
        visits.remember(URL, SAID)
        assert visits.known(URL) == SAID
        assert len(visits.findings) == 1

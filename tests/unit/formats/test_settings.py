"""The archive's settings: read from mkdocs.yml, refused with the key and the next act."""

from __future__ import annotations

from typing import Any

import pytest

from builder.errors import BadSettings
from builder.formats import settings
from builder.model.briefing import Status
from builder.model.limits import Limits
from builder.model.settings import Settings


def own(**keys: Any) -> dict[str, Any]:
    return {"extra": {"briefings": keys}}


def test_an_archive_without_settings_has_the_defaults() -> None:
    assert settings.loads({}) == Settings()


def test_every_key_is_read() -> None:
    config = own(
        introduction=" Why. ",
        language="pt-BR",
        zone="Europe/Kyiv",
        sample="courier",
        ingest={"status": "published", "limits": {"seconds": 2.5, "article": 5}},
    )
    assert settings.loads({"site_name": "N", "site_url": "https://example.org/a", "nav": [], **config}) == Settings(
        site_name="N",
        site_url="https://example.org/a/",
        introduction="Why.",
        language="pt-BR",
        zone="Europe/Kyiv",
        sample="courier",
        ingest_status=Status.PUBLISHED,
        limits=Limits(seconds=2.5, article=5),
    )


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (own(langauge="en"), 'unknown key "extra.briefings.langauge"; did you mean "language"?'),
        (own(xyz=1), 'unknown key "extra.briefings.xyz"; known keys: introduction, language, zone, sample, ingest'),
        (own(drafts=True), 'unknown key "extra.briefings.drafts"'),
        (own(ingest={"statsu": "draft"}), 'unknown key "extra.briefings.ingest.statsu"; did you mean "status"?'),
        (own(ingest={"status": "withdrawn"}), 'extra.briefings.ingest.status must be "draft" or "published"'),
        (
            own(ingest={"limits": {"second": 1}}),
            'unknown key "extra.briefings.ingest.limits.second"; did you mean "seconds"?',
        ),
        (own(ingest={"limits": {"parts": "many"}}), "extra.briefings.ingest.limits.parts must be a number above 0"),
        (own(ingest={"limits": {"parts": 0}}), "extra.briefings.ingest.limits.parts must be a number above 0"),
        (own(ingest="published"), "extra.briefings.ingest must be"),
        (own(language="xx-nonsense"), 'extra.briefings.language "xx-nonsense" is no language'),
        (own(language=False), "extra.briefings.language must be text"),
        (own(zone="Mars/Olympus"), 'zone "Mars/Olympus" is no time zone'),
        (own(zone="../../etc/passwd"), "is no time zone"),
        (own(sample=True), "extra.briefings.sample must be the id of an outlet"),
        ({"site_name": ["x"]}, "site_name must be text"),
        ({"site_url": "example.org"}, 'site_url "example.org" is no address'),
        ({"site_url": "javascript:alert(1)"}, "is no address"),
        ({"site_url": "https://[bad"}, "is no address"),
        ({"extra": {"briefings": {"cards": True}}}, "extra.briefings.cards: "),
        ({"extra": {"briefings": {"cards": "on"}}}, "extra.briefings.cards must be true or false"),
        ({"site_url": "https://example.org/{a"}, "is no address"),
        ({"extra": {"briefings": []}}, "extra.briefings must be"),
        ({"extra": "x"}, "extra must be"),
    ],
)
def test_a_bad_setting_is_named_with_the_next_act(config: dict[str, Any], said: str) -> None:
    with pytest.raises(BadSettings) as fault:
        settings.loads(config)
    assert said in str(fault.value)
    assert str(fault.value).startswith("mkdocs.yml: ")

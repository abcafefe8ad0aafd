"""Outlets as a file."""

from __future__ import annotations

import pytest

from builder.errors import MalformedCopy
from builder.formats import outlets_yml
from builder.model.ids import OutletId
from builder.model.outlet import Outlet, OutletKind


def test_outlets_are_read_in_the_order_of_the_file() -> None:
    found = outlets_yml.loads(
        "up:\n  name: Ukrainska Pravda\n  aliases: [UP]\n  domains: [pravda.com.ua]\n  zone: Europe/Kyiv\n  language: uk\n"
        "tass:\n  name: TASS\n  kind: state media\n"
    )
    assert list(found) == ["up", "tass"]
    assert found[OutletId("up")] == Outlet(
        id=OutletId("up"),
        name="Ukrainska Pravda",
        aliases=("UP",),
        domains=("pravda.com.ua",),
        zone="Europe/Kyiv",
        language="uk",
    )
    assert found[OutletId("tass")].kind is OutletKind.STATE_MEDIA
    assert found[OutletId("tass")].line == 7


@pytest.mark.parametrize("zone", ["Europe/Kiew", "../../etc/passwd", "/etc/localtime", "", ".", "a" * 5000, "UTC+2"])
def test_a_zone_is_one_of_the_iana_list(zone: str) -> None:
    with pytest.raises(MalformedCopy, match="is no time zone of the IANA list") as fault:
        outlets_yml.loads(f'a:\n  name: A\n  zone: "{zone}"\n')
    assert (fault.value.line, fault.value.code) == (3, "OUT001")


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("A:\n  name: x\n", 1, '"A" is no outlet id'),
        ("a:\n  kind: agency\n", 1, 'missing key "a.name"'),
        ("a:\n  name: x\n  kind: blog\n", 3, 'key "a.kind"'),
        ("a:\n  name: x\n  domain: e.org\n", 3, 'unknown key "a.domain"; did you mean "domains"?'),
        ("a:\n", 1, 'key "a"'),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(MalformedCopy) as fault:
        outlets_yml.loads(text)
    assert fault.value.line == line
    assert fault.value.code == "OUT001"
    assert fault.value.reason.startswith(reason)


def test_an_outlet_is_added_at_the_end_and_all_else_stays() -> None:
    text = "# ours\nexample-courier: {name: Example Courier}\n"
    outlet = Outlet(
        id=OutletId("kurier-nord"),
        name='Kurier "Nord": täglich',
        kind=OutletKind.STATE_MEDIA,
        aliases=("KN",),
        domains=("kurier.example.org",),
        zone="Europe/Berlin",
        language="de",
    )
    longer = outlets_yml.with_outlet(text, outlet)
    assert longer.startswith(text)
    assert outlets_yml.loads(longer)[OutletId("kurier-nord")] == outlet
    assert list(outlets_yml.loads(longer)) == ["example-courier", "kurier-nord"]


@pytest.mark.parametrize("outlet_id", ["example-courier", "Not An Id"])
def test_an_outlet_whose_id_is_taken_or_is_none_is_not_added(outlet_id: str) -> None:
    with pytest.raises(MalformedCopy, match=outlet_id):
        outlets_yml.with_outlet("example-courier: {name: C}\n", Outlet(id=OutletId(outlet_id), name="X"))


@pytest.mark.parametrize("host", ["pravda.com.ua", "a.io", "xn--mgbh0fb.example", "пример.рф", "x-1.example.org"])
def test_a_host_is_a_host(host: str) -> None:
    assert outlets_yml.host_of(host.upper()) == host.casefold()


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("https://www.example.org/news?x=1", 'did you mean "example.org"?'),
        ("example.org:8080", 'did you mean "example.org"?'),
        ("ex ample.org", "write one such as"),
        ("localhost", "write one such as"),
        ("127.0.0.1", "write one such as"),
        ("-a.org", "write one such as"),
        ("a..org", "write one such as"),
        ("", "write one such as"),
        (f"{'a' * 64}.org", "write one such as"),
    ],
)
def test_what_is_no_host_is_refused_with_what_was_meant(said: str, hint: str) -> None:
    with pytest.raises(ValueError, match="is no host name; ") as fault:
        outlets_yml.host_of(said)
    assert hint in str(fault.value)

"""What pydantic finds, said to an editor in one line."""

from __future__ import annotations

import pytest

from builder.errors import MalformedCopy
from builder.formats import front_matter, taxonomy_yml


def said(text: str) -> tuple[int, str, str]:
    with pytest.raises(MalformedCopy) as fault:
        front_matter.loads(text)
    return fault.value.line, fault.value.code, fault.value.reason


@pytest.mark.parametrize(
    ("text", "line", "code", "reason"),
    [
        ("title: x\ntag: [a]\n", 3, "FM002", 'unknown key "tag"; did you mean "tags"?'),
        ("title: x\nauthor: y\n", 3, "FM002", 'unknown key "author"; did you mean "byline"?'),
        ("headline: x\n", 2, "FM002", 'unknown key "headline"; did you mean "title"?'),
        ("title: x\nzzz: y\n", 3, "FM002", 'unknown key "zzz"; known keys: title, description, date, '),
        (
            "title: x\nattribution:\n  - name: y\n    kid: named\n",
            5,
            "FM002",
            'unknown key "attribution.0.kid"; did you mean "kind"?',
        ),
        ("title: x\nwire: {reader: a, sha256: b, retrieved: 2025-02-21, sha: c}\n", 3, "FM002", 'unknown key "wire.sha"; did'),
        ("title: x\nwire: {reader: a, sha256: b, retrieved: 2025-02-21}\n", 3, "FM004", 'key "wire.sha256": "b" is no SHA-256'),
        ("date: 2025-02-21\n", 2, "FM003", 'missing key "title"'),
        ("title: x\nattribution:\n  - kind: named\n", 4, "FM003", 'missing key "attribution.0.name"'),
        ("title: x\n\ndate: 2025-02-31\n", 4, "FM004", 'key "date": "2025-02-31" is not a date'),
        ("title: x\ndate: 2025-02-21 08:09\n", 3, "FM004", 'key "date": "2025-02-21 08:09" is not a date: write a day'),
        ("title: x\nurl: javascript:alert(1)\n", 3, "FM004", 'key "url": "javascript:alert(1)" is not an http(s) address'),
        ("title: x\nurl: http://[\n", 3, "FM004", 'key "url": "http://[" is not an http(s) address'),
        ("title: x\nurl: https://e.org/a b\n", 3, "FM004", 'key "url": '),
        ("title: x\ntags: [a, B C]\n", 3, "FM004", 'key "tags.1": "B C" is no id; use small letters, digits and hyphens'),
        ("title: x\nstatus: drafted\n", 3, "FM004", 'key "status": input should be \'draft\', \'published\' or \'withdrawn\''),
        ("title: ''\n", 2, "FM004", 'key "title": '),
        ("title: x\ntags: a\n", 3, "FM004", 'key "tags": '),
        ("title: [x]\n", 2, "FM004", 'key "title": '),
        ("title: x\nlanguage: English\n", 3, "FM004", 'key "language": '),
        ("title: x\nattribution:\n  - {name: a, kind: named, count: three}\n", 4, "FM004", 'key "attribution.0.count": '),
    ],
)  # fmt: skip
def test_a_fault_names_line_code_and_key(text: str, line: int, code: str, reason: str) -> None:
    found = said(text)
    assert found[:2] == (line, code)
    assert found[2].startswith(reason)
    assert "pydantic" not in found[2]


def test_an_unknown_key_is_named_before_what_it_made_missing() -> None:
    assert said("titel: x\n")[2] == 'unknown key "titel"; did you mean "title"?'


def test_every_fault_of_a_text_is_told_but_what_a_misspelt_key_explains() -> None:
    with pytest.raises(MalformedCopy) as fault:
        front_matter.loads("titel: x\ndate: soon\nurl: mailto:a@b\ntags: a\n")
    assert [(one.line, one.code) for one in (fault.value, *fault.value.others)] == [
        (2, "FM002"),
        (3, "FM004"),
        (4, "FM004"),
        (5, "FM004"),
    ]
    with pytest.raises(MalformedCopy) as both:
        front_matter.loads("zzz: x\n")
    assert [one.reason for one in both.value.others] == ['missing key "title"']


def test_of_very_many_faults_the_first_twenty_are_told() -> None:
    with pytest.raises(MalformedCopy) as fault:
        front_matter.loads("title: x\n" + "".join(f"k{n}zzz: y\n" for n in range(500)))
    assert len(fault.value.others) == 20
    assert fault.value.others[-1].reason == "480 further faults; mend these first"


def test_a_long_key_does_not_fill_the_screen() -> None:
    assert len(said(f"title: x\n? {'k' * 50_000}\n: y\n")[2]) < 500


def test_a_file_of_its_own_has_a_code_of_its_own() -> None:
    with pytest.raises(MalformedCopy, match=r'^unknown key "nasa.lable"; did you mean "label"\?$') as fault:
        taxonomy_yml.loads("nasa:\n  kind: organisation\n  lable: {en: NASA}\n")
    assert (fault.value.line, fault.value.code) == (3, "TAG001")

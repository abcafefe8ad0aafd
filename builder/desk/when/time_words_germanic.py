"""Words that point to days, in Germanic languages."""

from __future__ import annotations

from collections.abc import Mapping

from builder.desk.when.time_words import TimeWords, Unit

GERMANIC: Mapping[str, TimeWords] = {
    "en": TimeWords(
        days={
            -2: "the day before yesterday / day before yesterday",
            -1: "yesterday",
            0: "today / tonight / this morning / this afternoon / this evening / earlier today / later today",
            1: "tomorrow",
            2: "the day after tomorrow / day after tomorrow",
        },
        units={
            Unit.HOUR: "hour / hours",
            Unit.DAY: "day / days",
            Unit.WEEK: "week / weeks",
            Unit.MONTH: "month / months",
            Unit.YEAR: "year / years",
            Unit.DECADE: "decade / decades",
        },
        ago="{count} {unit} ago / {count} {unit} earlier today / {two} ago",
        ahead="in {count} {unit} / in {count} {unit}' time / {count} {unit} from now / within {count} {unit}",
        past="""
            in the past {count} {unit} / in past {count} {unit} / in the last {count} {unit}
            over the past {count} {unit} / over the last {count} {unit} / during the past {count} {unit}
            within the past {count} {unit} / in recent {unit} / over recent {unit} / over the past {unit}
            in the past {unit} / over the past {one} / in the past {one}
        """,
        one={
            Unit.DAY: "day",
            Unit.WEEK: "week",
            Unit.MONTH: "month",
            Unit.YEAR: "year",
            Unit.DECADE: "decade",
        },
        two={
            Unit.WEEK: "a fortnight / fortnight",
        },
        plural="weeks / months / years",
        last="last / this past",
        this="this / the current",
        next="next / this coming / the coming / coming",
        earlier="earlier this {unit} / earlier in the {unit} / early this {unit}",
        lower=False,
        every="every / each / most / any / a / per / some / many",
        weekend="""
            over the weekend / at the weekend / on the weekend / during the weekend / last weekend / this weekend
        """,
        early="early / early in / beginning of / the beginning of / the start of / start of",
        mid="mid / middle of / the middle of",
        late="late / late in / end of / the end of",
    ),
    "de": TimeWords(
        days={
            -2: "vorgestern",
            -1: "gestern / gestern Abend / gestern Morgen / gestern Nachmittag",
            0: "heute / heute Morgen / heute Abend",
            1: "morgen",
            2: "übermorgen",
        },
        units={
            Unit.HOUR: "Stunde / Stunden",
            Unit.DAY: "Tag / Tage / Tagen",
            Unit.WEEK: "Woche / Wochen",
            Unit.MONTH: "Monat / Monats / Monate / Monaten",
            Unit.YEAR: "Jahr / Jahres / Jahre / Jahren",
            Unit.DECADE: "Jahrzehnt / Jahrzehnte / Jahrzehnten",
        },
        ago="vor {count} {unit} / vor rund {count} {unit} / vor etwa {count} {unit}",
        ahead="in {count} {unit}",
        past="""
            in den vergangenen {count} {unit} / in den letzten {count} {unit} / in den vergangenen {unit}
            in den letzten {unit}
        """,
        plural="Wochen / Monate / Monaten / Jahre / Jahren",
        units_ago={
            (Unit.YEAR, -1): "im Vorjahr",
            (Unit.WEEK, -1): "in der Vorwoche",
            (Unit.MONTH, -1): "im Vormonat",
        },
        last="vergangene* / letzte* / vorige*",
        this="diese* / laufende*",
        next="kommende* / nächste*",
        earlier="""
            Anfang dieses {unit} / Anfang dieser {unit} / Anfang der {unit} / Anfang des {unit} / zu Beginn der {unit}
            zu Beginn des {unit}
        """,
        weekdays=(
            "Montag",
            "Dienstag",
            "Mittwoch",
            "Donnerstag",
            "Freitag",
            "Samstag / Sonnabend",
            "Sonntag",
        ),
        on="am / vom / diesen / bis / seit / ab / für",
        weekday_ends="abend / morgen / vormittag / nachmittag / mittag / nacht / früh",
        lower=False,
        every="jeden / jeder / jedem",
        weekend="am Wochenende / am vergangenen Wochenende / am letzten Wochenende / übers Wochenende",
        early="Anfang / zu Beginn des / Beginn",
        mid="Mitte",
        late="Ende",
    ),
    "nl": TimeWords(
        days={
            -2: "eergisteren",
            -1: "gisteren / gisteravond / gistermiddag",
            0: "vandaag / vanochtend / vanavond / vanmorgen",
            1: "morgen",
            2: "overmorgen",
        },
        units={
            Unit.HOUR: "uur / uren",
            Unit.DAY: "dag / dagen",
            Unit.WEEK: "week / weken",
            Unit.MONTH: "maand / maanden",
            Unit.YEAR: "jaar / jaren",
            Unit.DECADE: "decennium / decennia",
        },
        ago="{count} {unit} geleden",
        ahead="over {count} {unit}",
        past="in de afgelopen {count} {unit} / de afgelopen {count} {unit} / de laatste {count} {unit}",
        plural="weken / maanden / jaren",
        last="afgelopen / vorige / vorig",
        this="deze / dit",
        next="volgende / volgend / komende / komend",
        earlier="eerder deze {unit} / eerder dit {unit} / begin deze {unit}",
        every="elke / iedere / de / een",
        noun_after="de / deze / 's / ’s / elke / een",
        weekend="in het weekend / afgelopen weekend / dit weekend / vorig weekend",
        early="begin",
        mid="half / midden",
        late="eind",
    ),
}

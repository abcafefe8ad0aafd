"""Words that point to days, in Slavic languages."""

from __future__ import annotations

from collections.abc import Mapping

from builder.desk.when.time_words import TimeWords, Unit

SLAVIC: Mapping[str, TimeWords] = {
    "pl": TimeWords(
        days={
            -2: "przedwczoraj",
            -1: "wczoraj",
            0: "dziś / dzisiaj",
            1: "jutro",
            2: "pojutrze",
        },
        units={
            Unit.HOUR: "godzin / godziny / godzinę",
            Unit.DAY: "dzień / dni / dnia",
            Unit.WEEK: "tydzień / tygodnie / tygodni / tygodniu / tygodnia",
            Unit.MONTH: "miesiąc / miesiące / miesięcy / miesiącu / miesiąca",
            Unit.YEAR: "rok / lata / lat / roku",
            Unit.DECADE: "dekady / dekad / dekadę",
        },
        ago="{count} {unit} temu / przed {count} {unit} / {one} temu",
        ahead="za {count} {unit} / za {one}",
        past="w ciągu ostatnich {count} {unit} / w ostatnich {unit} / przez ostatnie {count} {unit}",
        one={
            Unit.DAY: "dzień",
            Unit.WEEK: "tydzień",
            Unit.MONTH: "miesiąc",
            Unit.YEAR: "rok",
        },
        last="""
            zeszły / zeszłym / zeszłego / zeszłą / zeszłej / ubiegły / ubiegłym / ubiegłego / ubiegłą / ubiegłej
            miniony / minionym / minioną / minionej
        """,
        this="ten / tym / tego / tę / bieżącym",
        next="""
            przyszły / przyszłym / przyszłego / przyszłą / przyszłej / następny / następnym / najbliższy / najbliższą
        """,
        earlier="na początku tego {unit} / na początku {unit}",
        weekdays=(
            "poniedziałek / poniedziałku",
            "wtorek / wtorku",
            "środę / środa / środy",
            "czwartek / czwartku",
            "piątek / piątku",
            "sobotę / sobota / soboty",
            "niedzielę / niedziela / niedzieli",
        ),
        on="w / we / od / do / na / z / we wczorajszy",
        every="każdy / każdą / co",
        weekend="w weekend / w miniony weekend / w ubiegły weekend / w ten weekend",
        early="na początku / z początkiem",
        mid="w połowie",
        late="pod koniec / w końcu / na koniec / z końcem",
    ),
    "uk": TimeWords(
        days={
            -2: "позавчора",
            -1: "вчора / учора",
            0: "сьогодні",
            1: "завтра",
            2: "післязавтра",
        },
        units={
            Unit.HOUR: "годин* / добу / доби",
            Unit.DAY: "день / дні / днів / дня",
            Unit.WEEK: "тиждень / тижні / тижнів / тижня / тижню",
            Unit.MONTH: "місяць / місяці / місяців / місяця",
            Unit.YEAR: "рік / роки / років / року / році",
            Unit.DECADE: "десятиліття / десятиліть",
        },
        ago="{count} {unit} тому / {one} тому",
        ahead="через {count} {unit} / за {count} {unit} / через {one}",
        past="""
            за останні {count} {unit} / за минулі {count} {unit} / протягом останніх {count} {unit} / останніми {unit}
            за останні {unit} / за минулу {unit}
        """,
        one={
            Unit.DAY: "день",
            Unit.WEEK: "тиждень",
            Unit.MONTH: "місяць",
            Unit.YEAR: "рік",
        },
        units_ago={
            (Unit.YEAR, -1): "торік / минулоріч",
            (Unit.YEAR, 0): "цьогоріч",
        },
        last="минулого / минулої / минулий / минулу / минулому / минулим",
        this="цього / цієї / цей / цю / цьому",
        next="наступного / наступної / наступний / наступну / наступному",
        earlier="на початку цього {unit} / на початку {unit}",
        weekdays=(
            "понеділок / понеділка",
            "вівторок / вівторка",
            "середу / середа / середи",
            "четвер / четверга",
            "п’ятницю / п'ятницю / п’ятниця / п'ятниця / п’ятниці / п'ятниці",
            "суботу / субота / суботи",
            "неділю / неділя / неділі",
        ),
        on="у / в / від / до / на / з / із / ввечері / вранці",
        every="кожен / кожного / кожну / кожної / що / щодня",
        weekend="на вихідних / у вихідні / минулими вихідними / цими вихідними",
        early="на початку / початку",
        mid="у середині / в середині / всередині / посеред",
        late="наприкінці / у кінці / в кінці / під кінець",
    ),
    "ru": TimeWords(
        days={
            -2: "позавчера",
            -1: "вчера",
            0: "сегодня",
            1: "завтра",
            2: "послезавтра",
        },
        units={
            Unit.HOUR: "час / часа / часов / сутки / суток",
            Unit.DAY: "день / дня / дней / дни",
            Unit.WEEK: "неделю / недели / недель / неделе",
            Unit.MONTH: "месяц / месяца / месяцев / месяце / месяцы",
            Unit.YEAR: "год / года / лет / году / годы",
            Unit.DECADE: "десятилетия / десятилетий / десятилетие",
        },
        ago="{count} {unit} назад / {one} назад / {count} {unit} тому назад",
        ahead="через {count} {unit} / через {one}",
        past="""
            за последние {count} {unit} / за прошедшие {count} {unit} / в последние {count} {unit}
            за последние {unit} / в последние {unit}
        """,
        one={
            Unit.DAY: "день",
            Unit.WEEK: "неделю",
            Unit.MONTH: "месяц",
            Unit.YEAR: "год",
        },
        last="прошлой / прошлом / прошлый / прошлую / прошлого / минувший / минувшую / минувшей / минувшего",
        this="этой / этом / этот / эту / этого / текущего / текущем",
        next="следующей / следующем / следующий / следующую / следующего / будущей / будущем / ближайший / ближайшую",
        earlier="в начале этого {unit} / в начале этой {unit} / в начале {unit}",
        weekdays=(
            "понедельник / понедельника",
            "вторник / вторника",
            "среду / среда / среды",
            "четверг / четверга",
            "пятницу / пятница / пятницы",
            "субботу / суббота / субботы",
            "воскресенье / воскресенья",
        ),
        on="в / во / с / до / на / со / к / вечером / утром",
        every="каждый / каждую / каждое / каждого / по",
        weekend="на выходных / в выходные / в минувшие выходные / в прошлые выходные / в эти выходные",
        early="в начале / начале",
        mid="в середине / середине",
        late="в конце / конце / под конец",
    ),
}

"""Words that point to days, in Romance languages."""

from __future__ import annotations

from collections.abc import Mapping

from builder.desk.when.time_words import TimeWords, Unit

ROMANCE: Mapping[str, TimeWords] = {
    "fr": TimeWords(
        days={
            -2: "avant-hier",
            -1: "hier / hier soir / hier matin",
            0: "aujourd’hui / aujourd'hui / ce matin / ce soir",
            1: "demain",
            2: "après-demain",
        },
        units={
            Unit.HOUR: "heure / heures",
            Unit.DAY: "jour / jours",
            Unit.WEEK: "semaine / semaines",
            Unit.MONTH: "mois",
            Unit.YEAR: "an / ans / année / années",
            Unit.DECADE: "décennie / décennies",
        },
        ago="il y a {count} {unit} / il y a près de {count} {unit} / voici {count} {unit}",
        ahead="dans {count} {unit} / d'ici {count} {unit} / d’ici {count} {unit}",
        past="""
            ces {count} derniers {unit} / ces {count} dernières {unit} / ces derniers {unit} / ces dernières {unit}
            au cours des {count} derniers {unit} / au cours des {count} dernières {unit}
            au cours des derniers {unit}
        """,
        units_ago={
            (Unit.YEAR, -1): "l'an dernier / l’an dernier / l'an passé / l’an passé",
        },
        last="dernier / dernière / passé / passée",
        this="ce / cet / cette",
        next="prochain / prochaine",
        follows=True,
        earlier="""
            plus tôt ce {unit} / plus tôt cette {unit} / plus tôt dans la {unit} / au début du {unit}
            en début de {unit}
        """,
        every="le / les / chaque / tous les / du / un / des",
        weekend="ce week-end / le week-end dernier / pendant le week-end / durant le week-end",
        early="début / au début de / au début du mois de / au début d’ / au début d'",
        mid="mi / à la mi / mi-",
        late="fin / à la fin de / à la fin du mois de / à la fin d’ / à la fin d'",
    ),
    "es": TimeWords(
        days={
            -2: "anteayer / antier",
            -1: "ayer / anoche",
            0: "hoy / esta mañana / esta tarde / esta noche",
            1: "mañana",
            2: "pasado mañana",
        },
        units={
            Unit.HOUR: "hora / horas",
            Unit.DAY: "día / días",
            Unit.WEEK: "semana / semanas",
            Unit.MONTH: "mes / meses",
            Unit.YEAR: "año / años",
            Unit.DECADE: "década / décadas",
        },
        ago="hace {count} {unit} / hace unos {count} {unit} / {count} {unit} atrás",
        ahead="dentro de {count} {unit} / en {count} {unit}",
        past="""
            en los últimos {count} {unit} / en las últimas {count} {unit} / durante los últimos {count} {unit}
            en los últimos {unit} / en las últimas {unit}
        """,
        last="pasado / pasada",
        this="este / esta / presente",
        next="próximo / próxima / que viene",
        follows=True,
        earlier="""
            a principios de este {unit} / a principios de esta {unit} / a comienzos de este {unit}
            a principios de {unit}
        """,
        on="el / este / el día / del",
        every="los / cada / todos los / un",
        noun_after="la / una / cada / esa / esta",
        weekend="el fin de semana / este fin de semana / el pasado fin de semana / el fin de semana pasado",
        early="principios de / comienzos de / inicios de",
        mid="mediados de",
        late="finales de / fines de",
    ),
    "it": TimeWords(
        days={
            -2: "l'altro ieri / l’altro ieri / avantieri",
            -1: "ieri / ieri sera / ieri mattina",
            0: "oggi / stamattina / stasera",
            1: "domani",
            2: "dopodomani",
        },
        units={
            Unit.HOUR: "ora / ore",
            Unit.DAY: "giorno / giorni",
            Unit.WEEK: "settimana / settimane",
            Unit.MONTH: "mese / mesi",
            Unit.YEAR: "anno / anni",
            Unit.DECADE: "decennio / decenni",
        },
        ago="{count} {unit} fa / {count} {unit} or sono",
        ahead="tra {count} {unit} / fra {count} {unit}",
        past="negli ultimi {count} {unit} / nelle ultime {count} {unit} / negli ultimi {unit} / nelle ultime {unit}",
        last="scorso / scorsa / passato / passata",
        this="questo / questa / quest'",
        next="prossimo / prossima",
        follows=True,
        earlier="""
            all'inizio di questo {unit} / all’inizio di questo {unit} / a inizio {unit} / all'inizio della {unit}
        """,
        every="ogni / il / i / di / tutti i / la / le / un",
        weekend="nel fine settimana / nel weekend / lo scorso fine settimana / questo fine settimana",
        early="inizio / a inizio / agli inizi di / all'inizio di / all’inizio di / ai primi di",
        mid="metà / a metà / a metà di",
        late="fine / a fine / alla fine di",
    ),
    "pt": TimeWords(
        days={
            -2: "anteontem",
            -1: "ontem",
            0: "hoje / esta manhã / esta tarde / esta noite",
            1: "amanhã",
            2: "depois de amanhã",
        },
        units={
            Unit.HOUR: "hora / horas",
            Unit.DAY: "dia / dias",
            Unit.WEEK: "semana / semanas",
            Unit.MONTH: "mês / meses",
            Unit.YEAR: "ano / anos",
            Unit.DECADE: "década / décadas",
        },
        ago="há {count} {unit} / há cerca de {count} {unit} / {count} {unit} atrás / faz {count} {unit}",
        ahead="daqui a {count} {unit} / em {count} {unit} / dentro de {count} {unit}",
        past="nos últimos {count} {unit} / nas últimas {count} {unit} / nos últimos {unit} / nas últimas {unit}",
        last="passado / passada / último / última",
        this="este / esta / neste / nesta / deste / desta",
        next="próximo / próxima / que vem",
        follows=True,
        earlier="""
            no início deste {unit} / no início desta {unit} / no começo do {unit} / no início do {unit}
            no início da {unit}
        """,
        weekdays=(
            "segunda-feira / segunda",
            "terça-feira / terça",
            "quarta-feira / quarta",
            "quinta-feira / quinta",
            "sexta-feira / sexta",
            "sábado",
            "domingo",
        ),
        on="na / no / nesta / neste / esta / este / da / do / desta / deste",
        every="às / aos / toda / todo / todas as / todos os / cada / uma / um",
        weekend="no fim de semana / neste fim de semana / no último fim de semana / no fim de semana passado",
        early="início de / começo de / princípio de",
        mid="meados de",
        late="final de / fim de / finais de / fins de",
    ),
}

"""What people are, as it stands beside their names, a line or more for each language."""

from __future__ import annotations

ROLES = """
    mayor / minister / spokesman / spokeswoman / spokesperson / director / head / chief / leader / chairman / chairwoman
    senator / governor / judge / captain / author / lawyer / professor / resident / teacher / farmer / expert / analyst
    directeur / directrice / maire / ministre / avocat / avocate / porte-parole / présidente / président
    director / directora / alcalde / alcaldesa / ministro / ministra / portavoz / abogado / abogada / presidenta
    presidente
    директор* / мер / мера / мерка / міністр* / речни* / адвокат* / президент* / голова / експерт* / очільни*
    мэр / мэра / министр* / представител* / эксперт* / глава / губернатор*
    admiral / colonel / lieutenant / major / brigadier / dr / prof / professor / sir / king / queen / prince / princess
    pope / bishop / archbishop / rabbi / imam / pastor / doctor / physician / nurse / student / activist / campaigner
    dissident / congressman / congresswoman / representative / rep / sen / gov / chief executive / inspector / detective
    general / commissioner / secretary / chancellor / prime minister / coach / manager / sergeant / commander / officer
    ambassador / envoy / founder / economist / researcher / scientist / analyst / executive / advocate / lawmaker
    député / députée / procureur / procureure / préfet / préfète / gouverneur / gouverneure / sénateur / sénatrice
    économiste / chercheur / chercheuse / chef / cheffe / patron / patronne / secrétaire / entraîneur
    fiscal / gobernador / gobernadora / senador / senadora / diputado / diputada / secretario / secretaria
    consejero / consejera / juez / jueza / economista / investigador / investigadora / entrenador / jefe / jefa
    прем* / секретар* / депутат* / голов* / речниц* / начальни* / командувач* / губернатор* / економіст* / аналітик*
    премьер* / мэр* / командующ* / экономист* / аналитик* / глав* / пресс-секретар* / начальник* / адвокат* / депутат*
    президентк* / міністерк* / министерк* / посол* / радни* / юрист* / журналіст* / журналист* / історик* / историк*
    генпрокурор* / прокурор* / представник* / представниц* / председател* / спікер* / спикер* / керівни* / руководител*
    заступни* / заместител* / постпред* / держсекретар* / госсекретар* / генерал* / полковник* / оглядач*
    обозревател* / омбудсмен* / тренер* / ректор*
    мешкан* / жител* / учител* / вчител* / учительк* / resident / residents
    president / vice president / chairman / mr / mrs / ms / premier / deputy / member / founder
    médecin / toxicologue / sociologue / historien / historienne / doctor / doctora / médico / médica / лікар* / врач*
"""
"""What a person is, written small before the name: "директорка музею Олена Гай"."""
ROLE_ENDS = """
    minister / ministerin / sprecher / sprecherin / chef / chefin / präsident / präsidentin / kanzler / kanzlerin
    trainer / trainerin / experte / expertin / forscher / forscherin / politiker / politikerin / leiter / leiterin
    vorsitzender / vorsitzende / vorsitzenden / anwalt / anwältin / professor / professorin / historiker / historikerin
    ökonom / ökonomin / direktor / direktorin / richter / richterin / meister / meisterin / senator / senatorin
    sekretär / sekretärin / beauftragte / beauftragter / gouverneur / gouverneurin / landrat / landrätin / verwalter
    wissenschaftler / wissenschaftlerin / abgeordnete / abgeordneter / botschafter / botschafterin / analyst / analystin
    arzt / ärztin / berater / beraterin / rektor / rektorin / korrespondent / korrespondentin / lehrer / lehrerin
    student / studentin / schüler / schülerin / mitarbeiter / mitarbeiterin / unternehmer / unternehmerin / jurist
    juristin / anwohner / anwohnerin / bewohner / bewohnerin / reporter / reporterin / soziologe / soziologin
    dissident
    koordinator / koordinatorin / gründer / gründerin / verwalterin / vertreter / vertreterin / manager / managerin
    physiker / physikerin / landwirt / landwirtin / pfarrer / pfarrerin / bischof / bischöfin / psychologe / psychologin
    mediziner / medizinerin / biologe / biologin / kommandeur / oberst / kapitän / spieler / spielerin / verteidiger
    kenner / kennerin / banker / bankerin / politologe / politologin / läufer / läuferin / freund / freundin
    kandidat / kandidatin / kandidaten / star / imam / anführer / anführerin / leutnant / inhaber / inhaberin
    handballer / handballerin / fußballer / fußballerin / kommissar / kommissarin / geschäftsführer / geschäftsführerin
    autor / autorin / general
"""
"""How German words end that say what a person is."""
PATRONYMS = "вич / вна / чна / вича / вны / вни"
STATES_OF = """
    України / Росії / Польщі / Молдови / Білорусі / Німеччини / Франції / Італії / Іспанії / Угорщини / Туреччини
    Великої Британії / Британії / Китаю / США / Ізраїлю / Ірану / Грузії / Литви / Латвії / Естонії / Чехії / Румунії
    Украины / России / Польши / Молдавии / Белоруссии / Беларуси / Германии / Франции / Италии / Испании / Венгрии
    Турции / Великобритании / Китая / Израиля / Ирана / Грузии / Литвы / Латвии / Эстонии / Чехии / Румынии / Киргизии
"""
"""Of which country: in Slavic languages the country stands between office and name, and nothing marks its end."""
SURNAMES = "Fuentes / Fuente / Source / Insider"
"""People's names that read like people without a name."""

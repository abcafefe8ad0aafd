"""Words that tell what sort of source a phrase names, and phrases that name none, a line or more for each language."""

from __future__ import annotations

PEOPLE = """
    source / sources / official / officials / diplomat / diplomats / people / person / persons / insider / insiders
    aide / aides / adviser / advisers / advisor / advisors / witness / witnesses / employees / lawmakers / negotiators
    Quelle / Quellen / Insider / Insidern / Diplomaten / Beamte* / Personen / Vertreter* / Kreise / Kreisen
    responsables / diplomate / diplomates / proches / fuente / fuentes / funcionarios / diplomáticos
    джерел* / співрозмовник* / посадовц* / дипломат* / источник* / собеседник* / чиновник* / مصادر
    Regierungskreis* / Sicherheitskreis* / Parteikreis* / Justizkreis* / Unternehmenskreis* / Branchenkreis*
    Verhandlungskreis* / Ermittlerkreis* / Finanzkreis* / Diplomatenkreis* / Militärkreis* / Koalitionskreis*
    altos cargos / осіб / человек / человека / людей
    proche
"""
UNNAMED = """
    familiar with / close to / briefed on / with knowledge / who asked / who spoke / who declined
    on condition of anonymity / anonym* / unnamed / speaking on / source / sources / insider / insiders
    Quelle / Quellen / Insider / Insidern / Kreise / Kreisen / sous couvert / proches / fuente / fuentes
    обізнан* / джерел* / источник* / осведомл*
    Regierungskreis* / Sicherheitskreis* / Parteikreis* / Justizkreis* / Unternehmenskreis* / Branchenkreis*
    Verhandlungskreis* / Ermittlerkreis* / Finanzkreis* / Diplomatenkreis* / Militärkreis* / Koalitionskreis*
    знайом* / знаком* / близьк* / близк*
    proche
"""
DOCUMENTS = """
    text / document / documents / statement / declaration / report / ruling / judgment / verdict / agreement / treaty
    convention / letter / decree / law / bill / draft / filing / filings / memo / transcript / communiqué / resolution
    study
    survey / data / records / indictment
    Gutachten / Bericht / Berichts / Urteil / Dokument / Dokumenten / Schreiben / Studie / Umfrage
    rapport / texte / arrêt / étude / sondage / lettre
    informe / documento / documentos / sentencia / estudio / encuesta / carta
    звіт* / документ* / рішенн* / текст* / лист* / заяв* / отчёт* / отчет* / доклад* / решени* / письм*
    analysis / disclosures / projections / census / poll / estimates
    Berichts / Umfragen / Studien / Auswertung
    recuento
    дослідженн* / опитуванн* / исследовани* / опрос*
    Papier / Papiers / Unterlagen / Akten / Protokoll / Protokolls / дані / данные / encuestas / sondages / datos
    audit / audits / inquiry / memorandum / auditoría
"""
OFFICES = """
    ministry / minister / ministers / government / president / council / office / official / officials / police
    court / company
    commission / committee / parliament / department / agency / authority / institute / university / union / army / navy
    command / service / party / mayor / embassy / coastguard / watch / captain / bank / rail / railway / railways
    airline / airlines / group / corp / corporation / inc / ltd / gmbh / foundation / center / centre / federation
    association / club / museum / library / hospital / school / nations / Kremlin / White House / Pentagon / NASA / NATO
    prosecutor / prosecutors / spokesman / spokeswoman / spokesperson / governor / senator / secretary / master
    clerk / chief
    mayors / city / town / county / port / organisers / organizers / residents / researchers / scientists / experts
    analysts
    director / head / chairman / chairwoman / leader / judge / sheriff / firefighters / authorities / board / operator
    Stadt / Gemeinde / Landkreis / Kreis / Hafen / Forscher / Experten / Veranstalter
    ville / commune / port / chercheurs / experts / ciudad / municipio / puerto / investigadores / expertos
    міста / громад* / город* / експерт* / учені / эксперт* / ученые / учёные
    Ministerium / Ministeriums / Regierung / Rat / Amt / Amts / Landesamt / Landesamts / Polizei / Gericht
    Bürgermeister
    Bürgermeisterin / Sprecher / Sprecherin / Minister / Ministerin / Kanzler / Präsident / Präsidentin / Feuerwehr
    Behörde
    Behörden / Staatsanwaltschaft / Verband / Unternehmen / Konzern / Direktor / Direktorin / Leiter / Leiterin
    Bundesamt
    ministère / ministre / gouvernement / régie / mairie / maire / préfecture / préfet / préfète / police / parquet
    procureur
    porte-parole / président / présidente / tribunal / directeur / directrice / entreprise / compagnie / autorités
    pompiers
    ministerio / ministro / ministra / gobierno / policía / alcalde / alcaldesa / ayuntamiento / fiscalía / portavoz
    presidente
    presidenta / tribunal / director / directora / empresa / autoridades / bomberos
    міністерств* / міністр* / рад* / уряд* / поліці* / мер / мера / мерія / пресслужб* / прокуратур* / президент*
    речни* / суд
    суду / компані* / губернатор* / директор* / командуванн* / служб* / порт / порту
    министерств* / министр* / правительств* / полици* / мэр / мэра / мэрия / пресс-служб* / прокуратур*
    представител* / суд
    суда / губернатор*
    organization / organisation / organizations / force / forces / alliance / bureau / fund / trust / society
    network / coalition / defense / defence / intelligence / rescuers / medics / Downing Street / secretariat
    envoy / ambassador / commissioner / chamber / observatory
    NGO / NGOs / Verein / Vereins / Organisation / Stiftung / Firma / Hersteller / Anbieter / Händler / Betreiber
    Internationalen / Statistischen / Statistischem / Vereinten Nationen / Deutschen Bahn / Europäischen
    organisation mondiale / Insee / procureure / députée / député / syndicat / syndicats / groupe / diplomatie
    organización / secretaría / consejería / generalitat / junta / instituto / fiscal / diputado / diputada
    senador / senadora / gobernador / gobernadora / sindicato / sindicatos / Naciones Unidas / comisión
    Генштаб* / штаб* / Офіс* / Міноборони / МЗС / МВС / СБУ / ДСНС / Генпрокур* / адміністраці*
    Держприкордонслужб* / Повітряні сили / Повітряних сил / Сил* оборони / міськрад* / облрад* / Міненерго / Мінфін*
    інститут* / голов* / очільни* / міськ* / Нацбанк* / ОВА / ОДА
    МЧС / МИД* / МВД / ФСБ / Минобороны / Минфин* / Минздрав* / Минэнерго / Росстат* / Центробанк* / Кремл*
    администраци* / пресс-секретар* / депутат* / институт* / школ* / глав* / завод* / чиновник* / ООН / ВОЗ / ВООЗ
    НАТО
    МАГАТЕ / МАГАТЭ / ЄС / МВФ
    комітет* / комитет* / Verwaltung / Universität / Hochschule / Botschaft / Armee / Bundeswehr / Kirche
    Treasury / Fed / Notenbank / organisateurs / organizadores / US-Behörden
    officer / officers / auditor / auditors / cheffe / chef de / jefe de / jefa de / начальни* / керівни* / руководител*
    заступни* / заместител* / Schulleiter / Schulleiterin / Bahnhofsleiter / Bahnhofsleiterin / Einsatzleiter
    Einsatzleiterin / Projektleiter / Projektleiterin / Amtsleiter / Amtsleiterin / Werksleiter / Betriebsleiter
    utility / utilities / Нацполіці* / поліці* / Росгвард* / полиц*
    нацполіц* / нацполиц* / фундац* / фонд / фонду / фонда
"""
OFFICE_ENDS = """
    behörde / behörden / ministerium / ministeriums / ministerien / amt / amts / amtes / verband / verbands / institut
    instituts / polizei / gericht / gerichts / gerichtshof / gerichtshofs / kammer / anwaltschaft / regierung
    feuerwehr
    wetterdienst / rat / kommission / partei / gewerkschaft / zentrale / werke / klinik / fraktion
    agentur / zentrum / hochschule / universität / klinikum / bank / konzern / bund / gesellschaft / dienst / ausschuss
    senat / parlament / stelle / wehr / botschaft / leitung / verwaltung / präsidium / präsidiums / inspektion
    kommando / kommandos / militär / militärs / küstenwache / streitkräfte / notenbank
    chef / chefin / sprecher / sprecherin
"""
"""How German words end that name an office."""
STATE_AGENCIES = """
    Protection / Intelligence / Service / Services / Security / Space / Energy / Development / Drug / Medicines / Food
    Health
    Tax / Border / Environment / Environmental / Aviation / Crime / Cyber / Water / Transport / Transportation
    Standards
"""
"""Words beside which an "Agency" is an office."""
ARTICLES = """
    the / a / an / their / its / his / her / our
    der / die / das / den / dem / des / ein / eine / einen / einem / einer / eines / le / la / les / el / los / las
    un / une / una
    des / du / unas / unos / von / vom
"""
PRONOUNS = """
    he / she / it / they / who / which / we / you / i / him / her / them / us / me / what
    er / sie / es / wir / ihm / ihr / ihnen / man / ich
    il / elle / ils / elles / on / lui / eux / moi / nous / vous / cela / je / qui
    él / ella / ellos / ellas / yo / nosotros / quien / ello
    він / вона / воно / вони / йому / їй / їм / ним / нею / ними / хто / я / ми
    он / она / оно / они / ему / ей / им / ним / ней / ними / кто / я / мы
"""
BARE_PRONOUNS = """
    this / that / some / many / others / one / both / all
    das / dies / die / der / le / la / les / lo / ce / esto / eso / este / це / про це / это / об этом / він же
"""
"""Pronouns only where they stand alone; before a noun they are articles."""
CLAUSE = """
    was / were / is / are / be / had / has / have / would / will / could / can / should / must / did / does / might
    wurde / wurden / ist / sind / war / waren / wird / werden / hat / haben / sei / seien / habe
    est / sont / était / étaient / ont / avait / sera / seront / es / está / están / fue / fueron / ha / han / había
    será
    that / dass / що / что
    був / була / було / були / буде / будуть / есть / был / была / было / были / будет / будут
"""
"""Verbs that make a clause of a phrase: "said the text was ready"."""
GENERIC = """
    company / president / minister / official / agency / group / bank / spokesman / spokeswoman / spokesperson
    lawyer / judge
    experts / analysts / researchers / scientists / residents / organisers / organizers / authorities / officials
    director / head / chief / leader / captain / school / hospital / club / office / service / party / report
    statement
    Sprecher / Sprecherin / Minister / Ministerin / Unternehmen / Konzern / Präsident / Gericht / Leiter / Leiterin
    Direktor
    président / présidente / ministre / directeur / directrice / entreprise / compagnie / porte-parole / tribunal
    presidente / presidenta / ministro / ministra / director / directora / empresa / portavoz / tribunal
    президент / міністр / директор / компанія / суд / министр / компания
    урядовець / урядовиця / посадовець / посадовиця / міністерка / очільник / речник / речниця / голова
    министр / чиновник / глава / руководитель / представитель / спикер / пресс-секретарь
"""
"""Words that name no one far from the paragraph that introduced them."""
LEADING = """
    on / in / at / by / to / for / from / with / if / when / while / after / before / not / nothing / whether / how
    why / there
    no / that / so / just / more / about / as
    am / im / an / auf / mit / dass / dans / en / sur / à / pour / con / por / para / que / у / в / на / про / об / о
    за / з / із
    с / со / для / що / что
    стало / під / під час / во время / на пресс-конференции / lors / während / bei / al
"""
"""What begins a phrase that is no name."""
ADVERBS = """
    but / and / or / also / now / meanwhile / still / yet / later / earlier / recently / yesterday / today / however
    aber / und / auch / gestern / heute / hier / aujourd’hui / aujourd'hui / mais / et / ayer / hoy / pero / y
    también / este * / про це / об этом
    вчора / учора / сьогодні / але / також / вчера / сегодня / но / также
    wie / як / как / comme / como / так / ainsi / así
    раніше / пізніше / напередодні / нагадаємо / при цьому / водночас / зі свого боку / своєю чергою / наразі
    ранее / позже / накануне / напомним / при этом / в то же время / в свою очередь / со своей стороны
"""
NO_SOURCES = """
    schedule / plan / plans / law / custom / tradition / need / needs / size / age / lo previsto / previsto / la ley
    la loi
    le calendrier / Plan / Gesetz / Bedarf / планом / графіком / плану / графику / закону / законом
"""
"""What something goes according to without having been said."""
VAGUE = """
    Angaben / Medien / Medienberichten / Berichten / Medienangaben / Recherchen / Informationen
    media / the media / media reports / reports / local media / state media / médias / presse / medios / prensa
    СМИ / ЗМІ / медіа
"""
"""What outlets rely on when they do not say on whom."""
MANNER = (
    "statement / post / posts / interview / briefing / press release / website / Facebook / Telegram / letter / email"
)
MANNER_SLAVIC = """
    Telegram / Facebook / своєму / своїй / сайті / заяві / коментарі / ефірі / інтерв'ю / інтерв’ю / своём / своем
    своей
    сайте / заявлении / эфире / комментарии / интервью
    телеграм* / телеграмі / фейсбуці / фейсбуке / твіттері / твиттере / соцмережах / соцсетях / пресконференції
    пресс-конференции / брифінгу / брифінгі / брифинге / каналі / канале / X / ефірі / эфире / соцмережі / інстаграмі
    Instagram / Viber / Twitter
"""
MANNER_WEST = """
    dans un communiqué / dans une déclaration / sur X / sur son site / en un comunicado / en un mensaje
    en rueda de prensa
    in einer Mitteilung / in einer Erklärung / auf seiner Website / am Telefon / auf Anfrage / auf Nachfrage
    also / later / then / simply / only / merely / recently / previously / repeatedly / de que
    que / mit
    am Montag / am Dienstag / am Mittwoch / am Donnerstag / am Freitag / am Samstag / am Sonntag / am Abend
    sur Telegram / sur Facebook / sur Twitter / lors d'une / lors d’une / dans un entretien / dans une interview
    en Telegram / en X / en Facebook / en una entrevista / a través de / en sus redes / este lunes / este martes
    este miércoles / este jueves / este viernes / este sábado / este domingo
    regelmäßig / zuvor / bereits / ebenfalls / immer wieder / erneut / kürzlich / später / zudem / wiederholt / weiter
    in einem Brief / in einem Schreiben / in einem Podcast / in einem Bericht / in einem Gespräch
    auf Telegram / auf X / auf Facebook / bei einer Pressekonferenz / auf einer Pressekonferenz / im Interview
    consultées par / consultada por / consultadas por / consultados por / consultado por
    on Telegram / on X / on Facebook / on Twitter / on Instagram / on Truth Social / on social media
"""
ACRONYMS_NOT = "PDG / CEO / CFO / COO / CTO / PM / MP / AI / KI / IA / ШІ / ИИ / TV / DNA / OK / PS / GPS / ID / FAQ"
"""In capitals, and no office."""
ONE_PERSON = """
    источник / собеседник / чиновник / дипломат / джерело / співрозмовник / співрозмовниця / посадовець / посадовиця
"""
"""One, without an article that would say so."""
OUTLET_REPORTS = """
    report / reports / article / investigation / Bericht / Berichts / Berichten / Recherche / Recherchen / Informationen
    article / enquête / informations / informe / artículo / investigación / información
"""
OUTLET_REPORT_BY = "by / in / from / of / des / der / von / vom / im / in der / de / du / de la / del / d' / d’ / en"
NOMINATIVE = """
    пресс-службе: пресс-служба / прес-службі: прес-служба / пресслужбі: пресслужба / службе: служба / службі: служба
    министерстве: министерство / міністерстві: міністерство / ведомстве: ведомство / відомстві: відомство
    прокуратуре: прокуратура / прокуратурі: прокуратура / генпрокуратуре: генпрокуратура / полиции: полиция
    поліції: поліція / администрации: администрация / адміністрації: адміністрація / компании: компания
    компанії: компанія / мэрии: мэрия / мерії: мерія / посольстве: посольство / посольстві: посольство
    управлении: управление / управлінні: управління / командовании: командование / командуванні: командування
    правительстве: правительство / уряді: уряд / генштабе: Генштаб / генштабі: Генштаб / штабе: штаб / штабі: штаб
    офисе: офис / офісі: Офіс / суде: суд / суді: суд / кремле: Кремль / письме: письмо / листі: лист
    заявлении: заявление / заяві: заява / докладе: доклад / отчете: отчёт / отчёте: отчёт / звіті: звіт
    источника: источник / источников: источники / джерел: джерела / представителя: представитель
    представника: представник / начальника: начальник / генштаба: Генштаб / генштабу: Генштаб
    министерства: министерство / міністерства: міністерство / прокуратуры: прокуратура / прокуратури: прокуратура
    пресс-службы: пресс-служба / прес-служби: прес-служба / пресслужби: пресслужба / правительства: правительство
"""
"""Words with which a source is named in another case than its name stands in: "в пресс-службе сообщили"."""

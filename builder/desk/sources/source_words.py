"""Words by which reports name their sources, a line or more for each language.

All languages stand together: a paragraph quotes across them, and a word of one means nothing in another.
"""

from __future__ import annotations

RELYING = """
    citing / quoting / with reference to / referring to / with a reference to / which cited / which cites / relying on
    unter Berufung auf / mit Verweis auf / unter Verweis auf
    citant / qui cite / qui citent / se fondant sur / s'appuyant sur / s’appuyant sur
    citand / citando a / citando / que cita a / que cita / con riferimento a
    z powołaniem na / powołując się na
    з посиланням на / із посиланням на / зі посиланням на / з покликанням на / посилаючись на / покликаючись на
    со ссылкой на / ссылаясь на
"""
RELAYED_BY = """
    as reported by / as cited by / as quoted by / as relayed by / reported via / zitiert nach / relayé par / repris par
    recogido por / citado por / передає / переказує / передает / передаёт
"""
REPORTS = """
    reported / reports / has reported / have reported / writes / wrote / revealed / first reported
    berichtet / berichtete / berichten / meldet / meldete / schreibt / schrieb
    rapporte / a rapporté / ont rapporté / écrit / a écrit / a révélé / révèle
    informa / informó / publica / publicó / reveló
    повідомляє / повідомив / повідомила / повідомило / пише / сообщает / сообщил / сообщила / сообщило / пишет
"""
SAID = """
    said / says / say / announced / announces / confirmed / warned / stated / told reporters / told journalists
    sagte / sagten / erklärte / erklärten / bestätigte / bestätigten / teilte / teilten / betonte / warnte
    a dit / a déclaré / ont déclaré / a indiqué / ont indiqué / a annoncé / ont annoncé / a affirmé / a expliqué
    a précisé
    dijo / dijeron / afirmó / afirmaron / informó / informaron / anunció / anunciaron / aseguró / aseguran / aseguraron
    confirmó / explicó / declaró / señaló
    сказав / сказала / сказали / заявив / заявила / заявили / повідомив / повідомила / повідомили / повідомило
    повідомляє / розповів / розповіла / розповіли / підтвердив / підтвердила / зазначив / зазначила
    сказал / сказала / сказали / заявил / заявила / заявили / сообщил / сообщила / сообщили / сообщило / сообщает
    рассказал / рассказала / рассказали / подтвердил / подтвердила / отметил / отметила
"""
TOLD = "told / has told / have told / had told"
TO = """
    sagte der / sagte dem / sagten der / sagten dem / erklärte der / erklärte dem
    a déclaré à / a dit à / a indiqué à / a confié à / a affirmé à / ont déclaré à / ont dit à / ont indiqué à
    dijo a / dijo al / dijeron a / declaró a / declaró al / aseguró a / explicó a / confirmó a
"""
"""Verbs with the mark of whom it was said to."""
IN_INTERVIEW = """
    in an interview with / in einem Interview mit / in einem Interview der / dans un entretien à
    dans un entretien avec
    en una entrevista con / en entrevista con
    в інтерв'ю / в інтерв’ю / у коментарі / в коментарі / в интервью / в комментарии
"""
ACCORDING = """
    according to / secondo
    selon / d'après / d’après / según / de acuerdo con
    за словами / за даними / за інформацією / згідно з / по словам / по данным / по информации / согласно
"""
CONTAINED_IN = (
    "йдеться у / йдеться в / говориться у / говориться в / говорится в / geht aus / se desprende de / ressort d'"
)
"""What a document says is in it, rather than said by somebody."""
SEEN_BY = """
    seen by / obtained by / reviewed by / shared with / consulté par / obtenu par / al que tuvo acceso
    a la que tuvo acceso
    vu par / отриманому / has seen
"""
UNANSWERED = """
    did not respond / did not immediately respond / has not responded / have not responded / had not responded
    didn't respond / didn’t respond / did not reply / did not return / declined to comment / declined comment
    refused to comment / could not be reached / was not available for comment / were not available for comment
    request for comment / requests for comment / when asked for comment / contacted for comment / asked for comment
    auf Anfrage nicht / nicht auf Anfrage / nicht auf eine Anfrage / wollte sich nicht / wollten sich nicht
    lehnte eine Stellungnahme ab / ließ eine Anfrage / ließen eine Anfrage / war nicht zu erreichen
    n'a pas répondu / n’a pas répondu / n'ont pas répondu / n’ont pas répondu / n'a pas souhaité / n’a pas souhaité
    n'ont pas souhaité / n’ont pas souhaité / contacté par / contactée par / sollicité par / sollicitée par
    no respondió / no respondieron / no ha respondido / no han respondido / no quiso hacer / declinó hacer
    declinó comentar / solicitud de comentarios
    не відповів / не відповіла / не відповіли / не відповіло / не надав коментар* / не надала коментар*
    відмовився від коментар* / відмовилася від коментар* / відмовилися від коментар* / запит про коментар
    не ответил / не ответила / не ответили / не ответило / отказался от комментари* / отказалась от комментари*
    отказались от комментари* / отказался комментировать / отказалась комментировать / запрос о комментарии
"""
"""Who was asked and gave no answer is no source. The sentence stays in the text, where a reader sees it."""
AUDIENCES = """
    reporters / journalists / a news conference / a press conference / the media / parliament / lawmakers / the court
    Journalisten / Reportern / der Presse / la presse / aux journalistes / la prensa / los periodistas / periodistas
    журналістам / репортерам / журналистам / репортёрам / репортерам
"""
AGENCIES = """
    state news agency / the news agency / news agency / the agency / agency / state-run / the newspaper / newspaper
    broadcaster
    state broadcaster / the daily / the website
    Nachrichtenagentur / Zeitung / Sender / l'agence / l’agence / agence / le journal / le quotidien / la agencia
    agencia
    el diario / el periódico / агентство / агентству / агентства / видання / издание / газета / газеті / телеканал
    телеканалу
"""
KNOWN_OUTLETS = """
    Reuters / AP / Associated Press / AFP / Agence France-Presse / DPA / dpa / APA / Deutsche Presse-Agentur / EFE
    ANSA / Lusa
    PAP / PA / UPI / TASS / ТАСС / Interfax / Интерфакс / Інтерфакс / РИА Новости / RIA Novosti / Ukrinform
    Укрінформ / Xinhua
    Kyodo / Yonhap / Anadolu / Bloomberg / BBC / CNN / NBC / CBS / ABC News / Fox News / MSNBC / NPR / PBS / Sky News
    ITV
    Al Jazeera / Axios / Politico / Semafor / Financial Times / FT / Wall Street Journal / WSJ / New York Times
    Washington Post / Guardian / Times / Sunday Times / Daily Mail / Daily Telegraph / Economist / Le Monde / Le Figaro
    Libération / Mediapart / Le Parisien / Spiegel / Bild / Die Zeit / Welt / FAZ / Süddeutsche Zeitung / ZDF
    ARD / ORF / SRF / El País / El Mundo / ABC / La Vanguardia / El Periódico / La Repubblica / Corriere della Sera
    Gazeta Wyborcza / European Pravda / Ukrainska Pravda / Європейська правда / Українська правда / Суспільне
    Суспільному
    Kyiv Independent / Коммерсантъ / Медуза / Meduza / РБК / РБК-Україна / Би-би-си / Бі-бі-сі / Радіо Свобода
"""
STATE_AGENCIES = """
    Protection / Intelligence / Service / Services / Security / Space / Energy / Development / Drug / Medicines / Food
    Health
    Tax / Border / Environment / Environmental / Aviation / Crime / Cyber / Water / Transport / Transportation
    Standards
"""
"""Words beside which an "Agency" is an office."""
PEOPLE = """
    source / sources / official / officials / diplomat / diplomats / people / person / persons / insider / insiders
    aide / aides / adviser / advisers / advisor / advisors / witness / witnesses / employees / lawmakers / negotiators
    Quelle / Quellen / Insider / Insidern / Diplomaten / Beamte* / Personen / Vertreter* / Kreise / Kreisen
    responsables / diplomate / diplomates / proches / fuente / fuentes / funcionarios / diplomáticos
    джерел* / співрозмовник* / посадовц* / дипломат* / источник* / собеседник* / чиновник* / مصادر
"""
UNNAMED = """
    familiar with / close to / briefed on / with knowledge / who asked / who spoke / who declined
    on condition of anonymity / anonym* / unnamed / speaking on / source / sources / insider / insiders
    Quelle / Quellen / Insider / Insidern / Kreise / Kreisen / sous couvert / proches / fuente / fuentes
    обізнан* / джерел* / источник* / осведомл*
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
"""
OUTLETS = """
    Agency / News / Times / Post / Press / Journal / TV / Radio / Gazette / Tribune / Herald
    Observer / Mail
    Telegraph / Zeitung / Pravda / Правда / правда / Agence / Agencia / Agentur / Presse-Agentur / Rundfunk
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
"""
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
    був / була / було / були / буде / будуть / есть / был / была / было / были / будет / будут
"""
"""Verbs that make a clause of a phrase: "said the text was ready"."""
ROLES = """
    mayor / minister / spokesman / spokeswoman / spokesperson / director / head / chief / leader / chairman / chairwoman
    senator / governor / judge / captain / author / lawyer / professor / resident / teacher / farmer / expert / analyst
    directeur / directrice / maire / ministre / avocat / avocate / porte-parole / présidente / président
    director / directora / alcalde / alcaldesa / ministro / ministra / portavoz / abogado / abogada / presidenta
    presidente
    директор* / мер / мера / мерка / міністр* / речни* / адвокат* / президент* / голова / експерт* / очільни*
    мэр / мэра / министр* / представител* / эксперт* / глава / губернатор*
"""
"""What a person is, written small before the name: "директорка музею Олена Гай"."""
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
"""
"""Words that name no one far from the paragraph that introduced them."""
LEADING = """
    on / in / at / by / to / for / from / with / if / when / while / after / before / not / nothing / whether / how
    why / there
    no / that / so / just / more / about / as
    am / im / an / auf / mit / dass / dans / en / sur / à / pour / con / por / para / que / у / в / на / про / об / о
    за / з / із
    с / со / для / що / что
"""
"""What begins a phrase that is no name."""
ADVERBS = """
    but / and / or / also / now / meanwhile / still / yet / later / earlier / recently / yesterday / today / however
    aber / und / auch / gestern / heute / hier / aujourd’hui / aujourd'hui / mais / et / ayer / hoy / pero / y
    también / este *
    вчора / учора / сьогодні / але / також / вчера / сегодня / но / также
"""
NO_SOURCES = """
    schedule / plan / plans / law / custom / tradition / need / needs / size / age / lo previsto / previsto / la ley
    la loi
    le calendrier / Plan / Gesetz / Bedarf / планом / графіком / плану / графику / закону / законом
"""
"""What something goes according to without having been said."""
MANNER = (
    "statement / post / posts / interview / briefing / press release / website / Facebook / Telegram / letter / email"
)
MANNER_SLAVIC = """
    Telegram / Facebook / своєму / своїй / сайті / заяві / коментарі / ефірі / інтерв'ю / інтерв’ю / своём / своем
    своей
    сайте / заявлении / эфире / комментарии / интервью
"""
MANNER_WEST = """
    dans un communiqué / dans une déclaration / sur X / sur son site / en un comunicado / en un mensaje
    en rueda de prensa
    in einer Mitteilung / in einer Erklärung / auf seiner Website / am Telefon / auf Anfrage / auf Nachfrage
    also / later / then / simply / only / merely / recently / previously / repeatedly / de que
    que / mit
"""

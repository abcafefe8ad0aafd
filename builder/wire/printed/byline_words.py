"""Words by which bylines are known, in the languages we read: who writes, in what role; in lower case, as seen."""

from __future__ import annotations

import re

from builder.formats.word_lists import alternation, words

_BY = """
    by / written by / reported by / reporting by / story by / text by / words by / posted by / published by
    report by
    analysis by / opinion by / review by / interview by / compiled by / submitted by / as told to / by staff writer
    author / authors / author of the article / article by / about the author
    von / text von / ein artikel von / kommentar von / ein kommentar von / kolumne von / analyse von / interview von
    ein beitrag von / beitrag von / gastbeitrag von / ein gastbeitrag von / eine analyse von / eine kolumne von
    ein interview von / eine reportage von / ein essay von / essay von / bericht von / aufgezeichnet von
    protokoll von
    verfasst von / geschrieben von / veröffentlicht von / autor / autorin / autoren
    par / écrit par / rédigé par / publié par / propos recueillis par / un article de / auteur / auteurs / texte de
    por / escrito por / publicado por / redactado por / autora / autores / autoras / un artículo de / firmado por
    di / a cura di / scritto da / testo di / articolo di / intervista di / autore / autrice / da / de / reportagem de
    door / geschreven door / auteur(s) / av / skrevet av / skriven av / text av / af / skrevet af / tekst av
    kirjoittaja / kirjoittanut / autor/ka / napsal / napsala / napísal / napísala / autorka / autoři / autorzy
    przez / przygotował / przygotowała / rozmawiał / rozmawiała / oprac. / opracował / opracowała / napisał / napisała
    piše / pišu / napisao / napisala / autori / avtor / szerző / írta / készítette / scris de / autorul / parašė
    autorius / autore / автор / автори / авторы / автор статьи / автор статті / авторка / підготував / підготувала
    пише / пишува / автор на статията / подготовил / подготовила
    yazar / yazan / muhabir / müəllif / γράφει ο / γράφει η / του / της / από / συντάκτης
    oleh / penulis / ditulis oleh / tác giả / bởi / โดย / ผู้เขียน / mwandishi / imeandikwa na
    מאת / بقلم / الكاتب / كتبه / إعداد / نویسنده / گزارش از / خبرنگار
    लेखक / द्वारा / लेखन / 撰文 / 作者 / 记者 / 記者 / 執筆 / 筆者 / 著者
"""
_NOUNS = """
    written / words / the author / text / texte / texto / tekst / teksti / текст / interview / haber / na / reporter
    כתב / כתבה / كتب / كتبت / 文 / 글
"""
"""What is a word of any sentence as well: a colon must set it off."""
_AND = """
    and / und / et / og / och / sowie / ja / та / і / й / и / və / dan / και / with / with additional reporting by
"""
_PERHAPS_AND = "y / e / i / en / a / ve / și / és / ir / un / in / ter / z / с / med / met"
"""Between names in some languages, within a name or before a place in others."""
_PLACE = """
    in / In / IN / aus / für / for / For / FOR / from / at / of / à / au / aux / en / dans / pour / em / no / na / i
    på / z
    w / we / v / ve
    в / из / із / з / у / te / uit / bij / voor / reporting from / reporting / is / joined / has / writes / was
    covers
    mit / avec / con / com / dal / dalla / da / a / desde / para / til / fra / från / near
"""
_PARTICLES = """
    de / da / di / van / von / der / den / del / della / la / le / du / des / das / do / bin / bint / ibn / al / el
    ter / ten
    zu / zum / af / av / dos / abu / y / e / i / ap / mac / st / op / 't / d’ / d' / vom / ul / ur / md
"""
_ROLES = """
    editor / editors / editor-in-chief / reporter / reporters / correspondent / correspondents / writer / writers
    author
    journalist / journalists / columnist / staff / contributor / contributing / producer / presenter / photographer
    photojournalist / analyst / critic / commentator / freelance / freelancer / chief / senior / deputy / assistant
    associate / managing / executive / director / professor / lecturer / fellow / researcher / economist / lawyer
    agency / agencies / news / desk / team / press / service / bureau / newsroom / digital / political / business
    redaktion / redakteur* / redaktør* / redaktör* / korrespondent* / journalistin / ressort* / ressortleit*
    chefredakt*
    autorin / volontär* / reporterin / wirtschaftsredakteur* / leitend* / stellvertretend* / freie* / kolumnist*
    fotograf* / mitarbeiter* / chefreporter* / chefkorrespondent* / sportredakteur* / politikredakteur* / büroleit*
    correspondant / correspondante / rédact* / journaliste / envoyé / envoyée / chef / cheffe / chroniqueu* / pigiste
    redacción / redactor* / periodista / corresponsal / jefe / jefa / colaborador* / enviado / enviada / editora
    diretor*
    redazione / giornalista / corrispondente / inviato / inviata / caporedattore / repórter / jornalista / redação
    correspondente / redaktor* / dziennikar* / novinář* / redakt* / korespondent* / verslaggever / redacteur
    redactie
    toimittaja / toimitus / journalisti / muhabir* / editör* / haber* / redacc* / redakce / redakcia / redakcja
    редакц* / редактор* / кореспондент* / корреспондент* / журналіст* / журналист* / обозреватель / оглядач*
    δημοσιογράφος / ρεπορτάζ / wartawan / jurnalis / phóng / viên / phóng viên / مراسل / صحفي / محرر / خبرنگار
    expert* / gastautor* / referent* / 記者 / 特派員 / 編集委員 / 支局長 / 기자 / 특파원 / 记者 / 編集部
"""
_DESK = """
    staff / redaktion / redaction / rédaction / redacción / redazione / redactie / redaksjonen / redaktionen
    redakcja
    redakce / newsroom / news desk / desk / web desk / staff reporter / staff writer / agencies / agenturen / toimitus
    редакція / редакция / team / editorial board / the editors / 編集部 / agency / news service / news agency / online
"""

# Before a by-word: "Ein Interview von", "Blog Beitrag von", "Posted on Monday by".
_PIECES = """
    artikel / beitrag / gastbeitrag / interview / kommentar / analyse / bericht / reportage / essay / kolumne / text
    geschrieben / veröffentlicht / erstellt / eingestellt / gepostet / verfasst / publiziert / story / article
    report
    post / posted / published / written / column / opinion / review / submitted / publié / écrit / rédigé / entretien
    publicado / escrito / entrevista / artículo / reportaje / scritto / pubblicato / intervista / skrevet / publisert
    skriven / geschreven / gepubliceerd / geplaatst / dodane / napisane / publicado / enviado
"""
_PLAIN_BY = "by / von / par / por / di / da / door / av / af / przez"
# What stands in menus and above lists: a line with one of these names nobody.
_OF_PAGES = """
    about / access / account / all / also / archive / article / articles / breaking / category / click / close
    comment
    comments / contact / content / cookie / cookies / copyright / details / download / email / events / explore
    facebook
    featured / follow / front / gallery / guide / help / home / image / images / instagram / join / latest / learn
    links / live / log / login / main / menu / more / most / newsletter / newsletters / next / open / photo / photos
    play / podcast / podcasts / points / policy / popular / post / posts / previous / print / privacy / read
    recent / recommended / related / reply / report / reviews / save / search / see / share / show / sign / skip
    sponsored
    stories / story / subscribe / tags / terms / today / top / topics / trending / twitter / updates / video / videos
    view
    watch / website / whatsapp / youtube / shop / forum / blog / magazine
    alle / anzeige / anmelden / ansicht / artikel / beitrag / beiträge / bild / bilder / datenschutz / der / die / das
    diese / dieser / drucken / ein / eine / empfohlen / galerie / ihr / ihre / im / impressum / jetzt / kategorie
    kommentar
    kommentare / kontakt / letzte / mehr / mein / meine / meist / meistgelesen / nächster / nächste / neue / neueste
    profil
    quelle / seite / sie / startseite / suche / teilen / thema / themen / über / verein / vorheriger / weitere
    weiterlesen / wie / was / zum / zur / ähnliche / aktuelle / redaktionelle / inhalt
    accueil / actualités / aussi / commentaires / contenus / dernières / lire / partager
    plus / rubrique / suivre / suite / sujets / toutes / tous / voir
    artículos / comentarios / compartir / inicio / las / leer / los / más / nota / notas / noticia / noticias
    relacionadas / relacionados / seguir / temas / todos / todas / ver / últimas
    altri / articoli / commenti / condividi / gli / leggi / notizie / tutti / tutte / ultime
    artigos / assine / leia / mais / notícias / veja
    alles / artikelen / bekijk / deel / lees / meer / nieuws / reacties / volg / dela / fler / läs / mer / nyheter
    flere / siste / kommentarer / artikler / lisää / uutiset
    artykuły / czytaj / komentarze / najnowsze / polecane / udostępnij / więcej / wszystkie / zobacz
    články / další / komentáře / nejčtenější / více / sdílet / všechny / haberler / ilgili / daha / paylaş / tüm
    автор / все / еще / комментарии / новости / поделиться / читайте / читать / статьи / тема / темы / ещё
    всі / коментарі / новини / поділитися / статті / теми / читати / ще
    المزيد / اقرأ / أيضا / أخبار / الرئيسية / تعليقات / مشاركة / شارك / اخبار
"""

_COLON = r"\s*[:：／|]\s*"
_BY_LINE = re.compile(
    rf"(?:{alternation(_NOUNS)}{_COLON}|{alternation(_BY)}(?:{_COLON}|\s+)"
    rf"|(?:\S+\s+){{0,2}}{alternation(_PIECES)}\s+(?:\S+\s+){{0,2}}?{alternation(_PLAIN_BY)}\s+)(?P<rest>\S.*)",
    re.IGNORECASE,
)
BY_ALONE = re.compile(
    rf"(?:\w+\s)?{alternation(_PLAIN_BY)}|{alternation(_BY)}\s*[:：]?|{alternation(_NOUNS)}\s*[:：]", re.IGNORECASE
)
GLUED = re.compile(
    r"^(?:\w{4,15}\s)?(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|Author|Autor|Автор)(?=[A-ZÀ-ÞА-ЯІЇЄҐ][a-zß-ÿа-яіїєґ.])"
)
"""As copied where the by-word and the name are two elements of the page: "byKim Doe"."""
ROLE = re.compile(rf"(?<!\w){alternation(_ROLES)}(?!\w)", re.IGNORECASE)
DESK = re.compile(rf"(?<!\w){alternation(_DESK)}(?!\w)", re.IGNORECASE)
AND_WORD = alternation(_AND)
AND = re.compile(rf"\s*(?:[,;|&•·+、・]|\s/\s|/|／|\s[–—-]\s|\s{AND_WORD}(?=\s))\s*", re.IGNORECASE)
AND_ALONE = re.compile(rf"{AND_WORD}|{alternation(_PERHAPS_AND)}|[,&;]", re.IGNORECASE)
ARTICLES = frozenset(
    words("the / der / die / das / le / les / la / il / el / los / las / het / een / ein / eine / das / os")
)
OF_PAGES = frozenset(words(_OF_PAGES))
PERHAPS_AND = re.compile(rf"\s{alternation(_PERHAPS_AND)}\s")
PLACE = re.compile(rf"\s{alternation(_PLACE)}\s.*$")
PARTICLE = re.compile(alternation(_PARTICLES), re.IGNORECASE)

_OPENERS = frozenset(phrase.split()[0] for listed in (_BY, _NOUNS, _PIECES) for phrase in words(listed))
_TOKEN = re.compile(r"[\s:：／|]+")
_GIVEN_NAME = re.compile(r"Oleh\s+[^\W\d_][\w’'-]+(?:(?:,|\s+(?:and|та|і|и|und|et|y))\s.*)?")
"""A Ukrainian given name before one more name; Indonesian has a by-word that is spelt alike, before a whole name."""
_WITHIN = 4
"""Words within which a by-word, or the kind of piece before it, begins."""


def by(text: str) -> re.Match[str] | None:
    """Return a line taken apart behind its by-word (``rest``); ``None`` for a line without one.

    Nearly every line has none of the words that could begin it, and the pattern need not be tried.
    """
    if _OPENERS.isdisjoint(_TOKEN.split(text.casefold(), _WITHIN)[:_WITHIN]) or _GIVEN_NAME.fullmatch(text):
        return None
    return _BY_LINE.fullmatch(text)

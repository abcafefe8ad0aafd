"""Words by which outlets mark the parts of a page: bylines, credits, sources, rails, furniture.

Every list is of words as seen in print or on the web, in lower case; a new language is a line more in each list.
"""

from __future__ import annotations

import re
from functools import lru_cache

from builder.formats.word_lists import alternation, words
from builder.model.section_words import REMINDERS
from builder.model.sections import LONGEST_HEADING, SectionKind, kind_of
from builder.wire.printed import around_words as around
from builder.wire.printed.lines import LINES_KEPT

_SOURCE = """
    source / sources / quelle / quellen / fuente / fuentes / fonte / fonti / bron / bronnen
    джерело / джерела / источник / источники / źródło / źródła / zdroj / zdroje
    källa / kilde / lähde / kaynak / المصدر / 出典
"""
_BY = """
    by / written by / reported by / story by / text by / words by / author / authors
    von / text von / ein artikel von / kommentar von / ein kommentar von / kolumne von / analyse von / interview von
    autor / autorin / autoren / text
    par / auteur / por / texto / di / da / de / autore / door / av / af
    автор / автори / авторы / автор статьи / przez / autorzy
    kirjoittaja / yazar / yazan / بقلم / الكاتب
"""
_CREDIT = """
    stock photo / file photo / archive photo / photo credit / photo by / photograph / photo / photos
    picture / image / images / illustration / graphic / graphics / credit / image credit
    symbolfoto / symbolbild / archivfoto / archivbild / foto / fotos / bild / bilder / grafik / montage / quelle foto
    фото / світлина / ілюстрація / иллюстрация / zdjęcie / fot. / fot
    crédit / crédit photo / crédits / fotografía / fotografia / imagen / immagine / beeld
    kuva / fotograf / fotoğraf / الصورة / صورة / 写真
"""
_CAPTION = """
    caption / image caption / media caption / video caption / photo caption / pictured
    legende / bildlegende / bildunterschrift / bildtext / légende / didascalia / pie de foto / legenda
    onderschrift / bildetekst / billedtekst / kuvateksti / підпис / підпис до фото / подпись / подпись к фото
    podpis / popisek / altyazı / التعليق
"""
_UPDATED = """
    last updated / last modified / updated / update / modified
    aktualisiert / zuletzt aktualisiert / stand / bijgewerkt / uppdaterad / oppdatert / opdateret / päivitetty
    mis à jour / mise à jour / modifié / actualizado / actualizada / aggiornato / atualizado
    оновлено / обновлено / zaktualizowano / aktualizacja / aktualizováno
    güncelleme / son güncelleme / 最終更新 / 更新 / تحديث
"""
_TOPICS = """
    topics / related topics / tags / tag / keywords / filed under / categories / category
    themen / schlagworte / schlagwörter / stichwörter / onderwerpen / ämnen / emner / aiheet
    sujets / thèmes / mots-clés / mots clés / temas / etiquetas / argomenti
    теги / тег / теми / темы / тэги / tagi / tematy / štítky / témata
    etiketler / ilgili konular / الكلمات المفتاحية / وسوم / タグ / キーワード
"""

# Whole lines that belong to the page, not to the article. A line counts when it *is* one of these (with a count, an
# arrow or a colon at most), never because it contains one: "share" is also a verb of economics.
_FURNITURE = """
    share / share this / share this article / share on facebook / share on twitter / share on x / copy link
    link copied / print / email / e-mail / save / save article / tweet / comments / comment / leave a comment
    view comments / post a comment / reply / copy / publish / follow / following / follow us / follow us on telegram
    facebook / twitter / x / whatsapp / telegram / linkedin / reddit / instagram / youtube / pinterest / flipboard
    bluesky / threads / messenger / viber / tiktok / rss / google news
    advertisement / advertising / sponsored / menu / search / sign in / sign up / log in / login / log out
    register / subscribe / subscribe now / subscribe today / subscribe to our newsletter / my account / become a member
    support us / donate / newsletter / newsletters / sign up for our newsletter
    enter your email / enter your email address
    home / about us / about / contact / contact us / careers / jobs / help
    privacy / privacy policy / cookie policy / terms of use / terms of service / terms and conditions
    skip to content / skip to main content
    skip to navigation / accept all / accept / reject all / manage choices / manage cookies / settings / close
    listen / listen to this article / play / pause / loading / back to top / next / previous / read more / show more
    load more / more / related internet links / all news / news / video / videos / photos / podcast / podcasts / live
    image / image source / media caption / getty images / view gallery

    anzeige / werbung / menü / suche / startseite / imprint / impressum / datenschutz / zum inhalt springen / zum inhalt
    zur navigation / newsletter abonnieren / teilen / artikel teilen / drucken / merken / kommentare / kommentieren
    vorlesen / anhören / nach oben / mehr / mehr anzeigen / weiterlesen
    publicité / accueil / mentions légales / partager / partager cet article / commentaires / écouter
    publicidad / menú / inicio / compartir / comentarios
    pubblicità / condividi / commenti
    advertentie / delen / annons / annonse / dela / del / reklam / paylaş / yazdır
    реклама / головна / підтримайте нас / поділитися / главная / поделиться
    reklama / udostępnij / komentarze
    ホーム / ログイン / メニュー / シェア / 共有 / اشترك / مشاركة / شارك
"""
# Names of an outlet's departments: furniture in a menu, a topic above the headlines of other stories.
_DEPARTMENTS = """
    weather / sport / sports / business / politics / world / opinion / culture / economy / science / u.s. / local
    technology / health / travel / lifestyle / entertainment / international
    wetter / politik / wirtschaft / kultur / meinung / wissen / panorama
    politique / économie / monde / política / economía / cultura
    політика / економіка / світ / спорт / культура / политика / экономика / мир
    国内 / 国際 / 経済
"""
# With an asterisk where the word may go on ("newsletteranmeldung", "©2025").
_FURNITURE_OPENINGS = """
    ©* / copyright* / (c) / all rights reserved / alle rechte vorbehalten / tous droits réservés
    todos los derechos / усі права / все права / 無断転載*
    share:* / share this / follow us / follow / sign up for / subscribe to / support us / join our
    join the conversation / register for / download our app / get the app / click here / enter your email
    by subscribing / you can unsubscribe / noticed an error / if you notice / found a mistake / see a spelling error
    we use cookies / we and our / this website uses cookies / this site uses cookies / our website uses cookies
    cookies / please enable javascript / skip to / newsletter*
    reporting by / editing by / writing by / additional reporting
    folgen sie / wir verwenden cookies / teile* / abonnieren* / jetzt / nous utilisons des cookies / inscrivez-vous
    abonnez-vous / suscríbete / síguenos / seguici / iscriviti / zapisz się
    поділитися / підписуйтесь / підтримайте / помітили помилку / подписывайтесь / заметили ошибку
"""
# From such a line on, nothing of the article or its rails is expected.
_FOOTER = "about us / privacy policy / impressum / imprint / mentions légales / terms of use / terms of service"
_FOOTER_OPENINGS = "© / copyright / sign up for our newsletter / newsletter / support us / підтримайте"
_CONTACT_WORDS = "reach / contact / kontakt / e-mail / email / follow / write to / erreichbar"

# Picture agencies, as a caption names them at its end; initials count only in capitals.
_AGENCIES = """
    Getty / Getty Images / Reuters / REUTERS / AP / AP Photo / AFP / dpa / DPA / EPA / Unsplash / Pexels / Pixabay
    Shutterstock / IMAGO / Imago / imago images / picture alliance / Keystone / KEYSTONE / NTB / Ritzau / Scanpix / ČTK
    PAP / PA Media / LaPresse / ANSA / EFE / Yonhap / Kyodo / Alamy / iStock / APA / ANP / Belga / Xinhua / Anadolu / AA
"""

BEHIND_AGENCY = 30
"""Characters behind the name of a picture agency: a place, a file's name."""
_AGENCY_REACH = max(map(len, words(_AGENCIES))) + BEHIND_AGENCY + 3
_COLON = r"\s*[:：]"
_REST = r"\s*(?P<rest>\S.*)"

SOURCE = re.compile(rf"{alternation(_SOURCE)}{_COLON}{_REST}", re.IGNORECASE)
BY = re.compile(rf"{alternation(_BY)}(?:{_COLON}\s*|\s+)(?P<rest>\S.*)", re.IGNORECASE)
BY_ALONE = re.compile(rf"{alternation(_BY)}{_COLON}?", re.IGNORECASE)
CREDIT = re.compile(
    rf"(?:^|(?<=[\s.,;|(–—-]))(?:{alternation(_CREDIT)}{_COLON}|©|\(c\))\s*(?P<credit>\S.*)", re.IGNORECASE
)
CAPTION = re.compile(rf"{alternation(_CAPTION)}{_COLON}{_REST}", re.IGNORECASE)
UPDATED = re.compile(rf"(?<!\w){alternation(_UPDATED)}(?!\w)", re.IGNORECASE)
READ_ALSO = re.compile(rf"{alternation(around.READ_ALSO)}\s*(?:[:：>»]\s*(?P<rest>\S.*)?)?", re.IGNORECASE)
RAIL = re.compile(rf"{alternation(around.RAIL)}\s*[:：>»]?", re.IGNORECASE)
RAIL_OPENING = re.compile(rf"{alternation(around.RAIL_OPENINGS)}(?!\w).*[^.!?…。]", re.IGNORECASE)
TALK = re.compile(rf"(?<!\w){alternation(around.TALK)}(?!\w)", re.IGNORECASE)
OFFER = re.compile(rf"(?<!\w){alternation(around.OFFER)}(?!\w)", re.IGNORECASE)
_AGENCY_END = re.compile(
    rf"(?:^|[\s/(.|,–—-]){alternation(_AGENCIES)}(?!\w)(?!\s[a-zà-ÿа-я])[^.!?]{{0,{BEHIND_AGENCY}}}\.?$"
)
TOPICS = re.compile(rf"{alternation(_TOPICS)}\s*(?:[:：]\s*(?P<rest>\S.*)?)?", re.IGNORECASE)
FOOTER = re.compile(rf"{alternation(_FOOTER)}|{alternation(_FOOTER_OPENINGS)}.*|.*all rights reserved.*", re.IGNORECASE)

_IS_NO_TOPIC = re.compile(rf"{alternation(around.NO_TOPIC)}\s|\S*(?:://|www\.)|\d[\d:.,]*(?:\s|$)", re.IGNORECASE)
"""Also an address, the length of a film and a count."""
_REMINDER = re.compile(rf"(?P<label>{alternation(REMINDERS)})\s*,{_REST}")
_COLONS = re.compile("[:：]")
_BEHIND_HEADING = 5
"""Characters behind a section's heading: a colon, a question mark, spaces."""

LONGEST_FURNITURE = 140
"""Characters. A longer line that begins with one of the openings may be a sentence of the article."""
LONGEST_RAIL = 60
"""Characters of the heading above other stories."""
LONGEST_CRUMBS = 90
"""Characters. A breadcrumb fits a line; a sentence with an arrow in it seldom does."""
SHORTEST_MENU = 4
"""Words. From here on a line half of which is menu words is a menu run together; of fewer, all must be."""

_DEPARTMENT = frozenset(words(_DEPARTMENTS))
_BARE = frozenset(words(_FURNITURE)) | _DEPARTMENT
_OPENING = re.compile(rf"{alternation(_FURNITURE_OPENINGS)}(?!\w)")
_EDGE = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_READING_TIME = re.compile(r"\d+\s*(?:min|minutes?|minuten|мин|хв|dk)\b.*")
_CONTACT = re.compile(rf".*{alternation(_CONTACT_WORDS)}.*\S@\S")
_ARROW = re.compile("[>»›/→]")
_CRUMBS = re.compile(r"\S.*?(?:\s[>»›/→]\s|\s*»\s*)\S.*")


def is_department(line: str) -> bool:
    """Tell whether a line names a department of the outlet ("Weather")."""
    return line.casefold().strip(" :") in _DEPARTMENT


@lru_cache(maxsize=LINES_KEPT)
def is_furniture(line: str) -> bool:
    """Tell whether a line is page furniture: a menu word, a share button, a cookie notice, a copyright."""
    folded = line.casefold().strip()
    return _is_menu(folded) or _is_notice(folded) or _is_breadcrumb(line)


def section_heading(line: str) -> str | None:
    """Return the heading that a line is, where it heads a section of an article ("Background:")."""
    return line.rstrip(" :：.") if len(line) <= LONGEST_HEADING + _BEHIND_HEADING and kind_of(line) else None


def section_run_in(line: str) -> tuple[str, str] | None:
    """Return the label and the rest of a line that begins with a section's heading ("Background: The bridge …")."""
    colon = _COLONS.search(line, 0, LONGEST_HEADING + 2)
    label, rest = (line[: colon.start()].rstrip(), line[colon.end() :].strip()) if colon else ("", "")
    if rest and kind_of(label):
        return label, rest
    reminder = _REMINDER.fullmatch(line)
    return (reminder["label"], reminder["rest"]) if reminder else None


def names_topic(line: str) -> bool:
    """Tell whether a few words may be a subject's name: no address, no count, nothing that begins with "after"."""
    return not _IS_NO_TOPIC.match(line)


def heads_other_stories(line: str) -> bool:
    """Tell whether a line is the heading above other stories ("Related", "More from the region")."""
    return bool(RAIL.fullmatch(line) or (len(line) < LONGEST_RAIL and RAIL_OPENING.fullmatch(line)))


def ends_with_agency(line: str) -> bool:
    """Tell whether a line ends in the name of a picture agency, as a caption does."""
    return bool(_AGENCY_END.search(line, max(0, len(line) - _AGENCY_REACH)))


def means_background(label: str) -> bool:
    """Tell whether a label heads a background."""
    return kind_of(label) is SectionKind.BACKGROUND


def _is_menu(folded: str) -> bool:
    bare = _bare(folded)
    if not bare:
        return not folded.isdigit()
    if bare in _BARE or folded in _BARE:
        return True
    row = [_bare(word) in _BARE for word in folded.split()]
    return len(row) > 1 and (all(row) or (len(row) >= SHORTEST_MENU and sum(row) > len(row) // 2))


def _bare(folded: str) -> str:
    """Return a label without the count, the arrow or the colon beside it."""
    if folded[:1].isalpha() and folded[-1].isalpha():
        return folded
    return _EDGE.sub("", folded)


def _is_notice(folded: str) -> bool:
    if len(folded) > LONGEST_FURNITURE:
        return False
    if _OPENING.match(folded) or _READING_TIME.match(folded):
        return True
    return "@" in folded and bool(_CONTACT.match(folded))


def _is_breadcrumb(line: str) -> bool:
    if len(line) > LONGEST_CRUMBS or not _ARROW.search(line):
        return False
    return bool(_CRUMBS.fullmatch(line)) and not line.rstrip().endswith((".", "!", "?"))

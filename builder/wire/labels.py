"""Words by which outlets mark the parts of a page: bylines, credits, sources, rails, furniture.

Every list is of words as seen in print or on the web, casefolded; a new language is a few words in each row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.model.sections import SectionKind, headings_of, kind_of


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_SOURCE = (
    "source", "sources", "quelle", "quellen", "джерело", "джерела", "источник", "источники", "fuente", "fuentes",
    "fonte", "fonti", "źródło", "źródła", "bron", "bronnen", "zdroj", "zdroje", "källa", "kilde", "lähde", "kaynak",
    "المصدر", "出典",
)  # fmt: skip
_BY = (
    "by", "written by", "reported by", "story by", "text by", "words by", "von", "text von", "ein artikel von", "par", "por", "di", "da", "de",
    "door", "av", "af", "texto", "автор", "автори", "авторы", "автор статьи", "author", "authors", "autor", "autorin",
    "autoren", "auteur", "autore", "text", "kirjoittaja", "yazar", "yazan", "przez", "autorzy", "oleh", "بقلم", "الكاتب",
)  # fmt: skip
_CREDIT = (
    "stock photo", "file photo", "archive photo", "symbolfoto", "symbolbild", "archivfoto", "archivbild", "photo credit",
    "photo by", "photograph", "photo", "photos", "picture", "image", "images", "illustration", "graphic", "graphics",
    "credit", "image credit", "foto", "fotos", "bild", "bilder", "grafik", "montage", "quelle foto", "фото", "світлина",
    "ілюстрація", "иллюстрация", "crédit", "crédit photo", "crédits", "fotografía", "fotografia", "imagen", "immagine",
    "zdjęcie", "fot.", "fot", "beeld", "kuva", "fotograf", "fotoğraf", "الصورة", "صورة", "写真",
)  # fmt: skip
_UPDATED = (
    "last updated", "last modified", "updated", "update", "aktualisiert", "zuletzt aktualisiert", "stand", "оновлено",
    "обновлено", "mis à jour", "mise à jour", "actualizado", "actualizada", "aggiornato", "atualizado", "zaktualizowano",
    "aktualizacja", "bijgewerkt", "uppdaterad", "oppdatert", "opdateret", "päivitetty", "güncelleme", "son güncelleme",
    "最終更新", "更新", "تحديث", "modified", "modifié", "aktualizováno",
)  # fmt: skip
_READ_ALSO = (
    "read also", "read more", "also read", "see also", "lesen sie auch", "mehr dazu", "читайте також", "читайте также", "lire aussi",
    "à lire aussi", "lea también", "lee también", "leer también", "leggi anche", "czytaj też", "czytaj także", "zobacz także", "lees ook",
    "läs också", "les også", "läs även", "lue myös", "přečtěte si také", "leia também", "leia mais", "ayrıca oku", "اقرأ أيضا", "اقرأ أيضًا", "あわせて読みたい",
)  # fmt: skip
_RAIL = (
    "related", "related stories", "related articles", "related news", "more on this story", "more stories", "more from",
    "most read", "most popular", "trending", "top stories", "latest news", "latest", "recommended", "you may also like",
    "you might also like", "more on this topic", "in other news", "also on this topic", "other news", "mehr zum thema",
    "auch interessant", "meistgelesen", "das könnte sie auch interessieren", "weitere artikel", "weitere meldungen", "neueste artikel", "sur le même sujet",
    "à lire également", "à découvrir également", "les plus lus", "les plus consultés", "à la une", "articles liés", "relacionado", "relacionadas", "noticias relacionadas", "más noticias", "lo más leído", "más leídas", "te puede interesar",
    "articoli correlati", "più letti", "potrebbe interessarti", "leia mais", "mais lidas", "notícias relacionadas", "за темою", "схожі новини", "інші новини", "останні новини", "популярне", "найпопулярніше", "по теме",
    "похожие новости", "другие новости", "последние новости", "популярное", "zobacz również", "najczęściej czytane", "powiązane", "polecane", "meest gelezen", "lees meer", "mest läst", "mest lest", "läs mer",
    "související", "nejčtenější", "luetuimmat", "ilgili haberler", "benzer haberler", "関連記事", "関連ニュース", "مواضيع ذات صلة", "أخبار ذات صلة", "الأكثر قراءة",
)  # fmt: skip
_TOPICS = (
    "topics", "related topics", "tags", "tag", "keywords", "filed under", "categories", "category", "themen", "schlagworte", "schlagwörter", "stichwörter", "теги", "тег", "теми",
    "темы", "тэги", "sujets", "thèmes", "mots-clés", "mots clés", "temas", "etiquetas", "argomenti", "tagi", "tematy", "onderwerpen", "ämnen", "emner",
    "štítky", "témata", "aiheet", "etiketler", "ilgili konular", "الكلمات المفتاحية", "وسوم", "タグ", "キーワード",
)  # fmt: skip

# Whole lines that belong to the page, not to the article. A line counts when it *is* one of these (with a count, an
# arrow or a colon at most), never because it contains one: "share" is also a verb of economics.
_FURNITURE = (
    "share", "share this", "share this article", "share on facebook", "share on twitter", "share on x", "copy link", "link copied", "print", "email", "e-mail", "save", "save article", "tweet",
    "comments", "comment", "leave a comment", "view comments", "post a comment", "reply", "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "reddit", "instagram", "youtube",
    "pinterest", "flipboard", "bluesky", "threads", "messenger", "viber", "tiktok", "rss", "advertisement", "advertising", "sponsored", "anzeige", "werbung", "publicité", "publicidad",
    "pubblicità", "реклама", "реклама:", "reklama", "reklam", "advertentie", "annons", "annonse", "menu", "menü", "menú", "search", "suche", "sign in", "sign up", "log in", "login",
    "log out", "register", "subscribe", "subscribe now", "my account", "home", "startseite", "accueil", "inicio", "головна", "главная", "about us", "about", "contact", "contact us", "careers", "jobs", "help",
    "privacy", "privacy policy", "cookie policy", "terms of use", "terms of service", "terms and conditions", "imprint", "impressum", "datenschutz", "mentions légales", "skip to content",
    "skip to main content", "skip to navigation", "zum inhalt springen", "zum inhalt", "zur navigation", "accept all", "accept", "reject all", "manage choices", "manage cookies", "settings", "close",
    "newsletter", "newsletters", "newsletter abonnieren", "sign up for our newsletter", "enter your email", "enter your email address", "become a member", "support us", "donate", "follow us",
    "follow us on telegram", "підтримайте нас", "поділитися", "поделиться", "teilen", "artikel teilen", "drucken", "merken", "kommentare", "kommentieren", "partager", "partager cet article", "commentaires", "compartir",
    "comentarios", "condividi", "commenti", "udostępnij", "komentarze", "delen", "dela", "del", "paylaş", "yazdır", "listen", "listen to this article", "vorlesen", "anhören", "écouter", "play", "pause", "loading", "back to top", "nach oben", "next", "previous",
    "read more", "show more", "load more", "mehr anzeigen", "weiterlesen", "related internet links", "more", "mehr", "all news", "news", "video", "videos", "photos", "podcast", "podcasts", "live", "image", "image source", "media caption", "getty images", "view gallery", "subscribe to our newsletter", "follow", "following", "google news", "copy", "publish", "ホーム", "ログイン", "メニュー", "シェア", "共有", "اشترك", "مشاركة", "شارك",
)  # fmt: skip
# Names of an outlet's departments: furniture in a menu, a topic above the headlines of other stories.
_DEPARTMENTS = (
    "weather", "wetter", "sport", "sports", "business", "politics", "world", "opinion", "culture", "economy", "science", "politik", "wirtschaft", "kultur",
    "meinung", "wissen", "politique", "économie", "monde", "política", "economía", "cultura", "política", "політика", "економіка", "світ", "спорт", "культура", "политика", "экономика", "мир",
    "u.s.", "local", "technology", "health", "travel", "lifestyle", "entertainment", "international", "panorama", "国内", "国際", "経済",
)  # fmt: skip
_FURNITURE_OPENINGS = (
    "©", "copyright", "(c) ", "all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos", "усі права", "все права", "無断転載", "share:", "share this", "follow us", "folgen sie", "follow ", "sign up for",
    "subscribe to", "support us", "we use cookies", "we and our", "this website uses cookies", "this site uses cookies", "our website uses cookies", "wir verwenden cookies", "nous utilisons des cookies", "cookies", "noticed an error", "if you notice", "found a mistake", "see a spelling error", "by subscribing", "you can unsubscribe",
    "register for", "join our", "join the conversation", "download our app", "get the app", "click here", "reporting by", "editing by", "writing by", "additional reporting", "please enable javascript", "enter your email", "поділитися", "підписуйтесь", "підтримайте", "помітили помилку", "подписывайтесь", "заметили ошибку", "teile", "abonnieren", "newsletter", "jetzt ", "inscrivez-vous",
    "abonnez-vous", "suscríbete", "síguenos", "seguici", "iscriviti", "zapisz się", "skip to",
)  # fmt: skip

SOURCE = re.compile(rf"(?:{_any(_SOURCE)})\s*[:：]\s*(?P<rest>\S.*)", re.IGNORECASE)
BY = re.compile(rf"(?:{_any(_BY)})(?:\s*[:：]\s*|\s+)(?P<rest>\S.*)", re.IGNORECASE)
BY_ALONE = re.compile(rf"(?:{_any(_BY)})\s*[:：]?", re.IGNORECASE)
CREDIT = re.compile(
    rf"(?:^|(?<=[\s.,;|(–—-]))(?:(?:{_any(_CREDIT)})\s*[:：]|©|\(c\))\s*(?P<credit>\S.*)", re.IGNORECASE
)
UPDATED = re.compile(rf"(?<!\w)(?:{_any(_UPDATED)})(?!\w)", re.IGNORECASE)
READ_ALSO = re.compile(rf"(?:{_any(_READ_ALSO)})\s*(?:[:：>»]\s*(?P<rest>\S.*)?)?", re.IGNORECASE)
RAIL = re.compile(rf"(?:{_any(_RAIL)})\s*[:：>»]?", re.IGNORECASE)
TOPICS = re.compile(rf"(?:{_any(_TOPICS)})\s*(?:[:：]\s*(?P<rest>\S.*)?)?", re.IGNORECASE)

_SECTION = _any(headings_of(SectionKind.BACKGROUND) | headings_of(SectionKind.DETAILS))
RUN_IN = re.compile(rf"(?P<label>{_SECTION})\s*[:：]\s*(?P<rest>\S.*)", re.IGNORECASE)
HEADING = re.compile(rf"(?P<label>{_SECTION})\s*[:：.]?", re.IGNORECASE)
REMINDER = re.compile(r"(?P<label>Нагадаємо|Напомним)\s*[,:]\s*(?P<rest>\S.*)")
"""A background begun in the middle of a sentence, as Ukrainian and Russian desks do ("Recall, …")."""

_BARE = frozenset((*_FURNITURE, *_DEPARTMENTS))
_DEPARTMENT = frozenset(_DEPARTMENTS)
_OPENINGS = tuple(sorted(_FURNITURE_OPENINGS, key=len, reverse=True))
LONGEST_FURNITURE = 140
"""Characters. A longer line that begins with one of the openings may be a sentence of the article."""
_COUNTED = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_READING_TIME = re.compile(r"\d+\s*(?:min|minutes?|minuten|мин|хв|dk)\b.*(?:read|lesezeit|lecture)?", re.IGNORECASE)
_CONTACT = re.compile(
    r"^(?=.{0,140}$).*(?:reach|contact|kontakt|e-?mail|follow|write to|erreichbar).*\S@\S", re.IGNORECASE
)
_CRUMBS = re.compile(r"\S.*?(?:\s[>»›/→]\s|\s*»\s*)\S.*")


def is_department(line: str) -> bool:
    """Tell whether a line names a department of the outlet ("Weather")."""
    return line.casefold().strip(" :") in _DEPARTMENT


def is_furniture(line: str) -> bool:
    """Tell whether a line is page furniture: a menu word, a share button, a cookie notice, a copyright."""
    folded = line.casefold().strip()
    bare = _COUNTED.sub("", folded)
    if not bare and not folded.isdigit():
        return True
    if bare in _BARE or folded in _BARE:
        return True
    words = [_COUNTED.sub("", word) for word in folded.split()]
    known = sum(word in _BARE for word in words)
    row = (len(words) > 1 and known == len(words)) or (len(words) > 3 and known > len(words) // 2)  # noqa: PLR2004 - a menu in one line
    if row or _CONTACT.search(folded):
        return True
    if len(folded) <= LONGEST_FURNITURE and (folded.startswith(_OPENINGS) or _READING_TIME.fullmatch(folded)):
        return True
    return len(folded) <= 90 and bool(_CRUMBS.fullmatch(line)) and not line.rstrip().endswith((".", "!", "?"))  # noqa: PLR2004 - a breadcrumb fits a line


FOOTER = re.compile(
    r"(?:about us|privacy policy|impressum|imprint|mentions légales|terms of (?:use|service)|©.*|copyright.*|sign up for our newsletter|newsletter.*|.*all rights reserved.*|support us.*|підтримайте.*)",
    re.IGNORECASE,
)
"""A line from which on nothing of the article or its rails is expected."""


def means_background(label: str) -> bool:
    """Tell whether a label heads a background."""
    return kind_of(label) is SectionKind.BACKGROUND

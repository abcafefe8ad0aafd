"""Words that outlets print around the date of an article, in the languages we read; in lower case, as seen."""

from __future__ import annotations

import re

from builder.formats.word_lists import alternation

_UPDATED = """
    last updated / last modified / updated / update / modified / last update / edited / last edited / revised
    aktualisiert / zuletzt aktualisiert / letzte aktualisierung / aktualisierung / stand / zuletzt geändert / geändert
    bijgewerkt / laatst bijgewerkt / laatste update / gewijzigd / uppdaterad / uppdaterat / senast uppdaterad
    oppdatert / sist oppdatert / endret / opdateret / sidst opdateret / päivitetty / viimeksi päivitetty / uuendatud
    mis à jour / mise à jour / modifié / modifiée / actualisé / màj / actualizado / actualizada / actualización
    última actualización / modificado / actualitzat / aggiornato / aggiornata / ultimo aggiornamento / aggiornamento
    atualizado / atualizada / atualizado em / última atualização / actualizado em / actualizat / ultima actualizare
    оновлено / останнє оновлення / обновлено / последнее обновление / обновена / изменено / ажурирано
    zaktualizowano / aktualizacja / ostatnia aktualizacja / aktualizováno / aktualizované / upraveno / ažurirano
    posodobljeno / izmjena / frissítve / frissült / atnaujinta / atjaunots / atjaunināts / papildināts
    güncelleme / son güncelleme / güncellendi / güncellenme / yenilənib / ενημέρωση / ενημερώθηκε
    τελευταία ενημέρωση
    最終更新 / 更新 / 更新日 / 更新日時 / 最后更新 / 修改 / 수정 / 업데이트 / 최종수정 / 입력 수정
    تحديث / آخر تحديث / تم التحديث / حُدّث / به‌روزرسانی / بروزرسانی / آخرین به‌روزرسانی / עודכן / עדכון
    अपडेट / अपडेटेड / संशोधित / อัปเดต / อัพเดท / อัปเดตล่าสุด / cập nhật / diperbarui / dikemaskini
    terakhir diperbarui
"""
_PUBLISHED = """
    article published / published / posted / first published / publication date / date published / issued / filed
    release date / posted on / published on / published at / publish date / date / dated / created / online
    artikel veröffentlicht / veröffentlicht / veröffentlicht am / erschienen / erstellt / online seit / publiziert
    erstveröffentlichung / datum / vom / gepubliceerd / gepubliceerd op / geplaatst / publicerad / publicerat
    publicerades
    publisert / publiceret / offentliggjort / udgivet / julkaistu / avaldatud / birt
    publié / publiée / paru / mis en ligne / posté / publicado / publicada / publicación / publicat / creado / fecha
    pubblicato / pubblicata / pubblicato il / publicado em / data / data pubblicazione / publicat / publicat la
    опубліковано / створено / додано / дата публікації / опубликовано / дата публикации / публикация / публикувана
    објављено / opublikowano / publikacja / data publikacji / dodano / publikováno / vydáno / zveřejněno / vydané
    publikované / objavljeno / objava / közzétéve / megjelent / paskelbta / publicēts / publikuota
    yayınlanma / yayınlanma tarihi / yayınlandı / giriş / giriş tarihi / oluşturulma / oluşturulma tarihi / tarih
    haber girişi / dərc edilib / δημοσίευση / δημοσιεύθηκε / δημοσιεύτηκε
    公開 / 公開日 / 掲載 / 配信 / 発行 / 発表 / 发布 / 發布 / 发布时间 / 發布時間 / 发表 / 입력 / 등록 / 게시
    기사입력 / 승인
    نشر / نُشر / نشر في / تم النشر / تاريخ النشر / النشر / تاریخ انتشار / انتشار / منتشر / פורסם / פורסם ב
    प्रकाशित / पब्लिश्ड / เผยแพร่ / เผยแพร่เมื่อ / โพสต์ / đăng / ngày đăng / xuất bản / diterbitkan / dipublikasikan
    terbit
    iliyochapishwa / imechapishwa
"""
# What stands beside a date or a time and says nothing that is kept.
_BESIDE = """
    on / at / since / last / by the / the / and / edition / issue / print edition / today / time / local time / am
    pm
    seit / heute / am / um / uhr / den / der / und / gestern / von heute / le / à / a las / el / a / al / h / hs / hrs
    il / alle / alle ore / ore / às / em / at / kl / klo / kello / ob / ura / v / ve / o / o godz / godz / godzina / g
    r
    о / об / в / год / года / г / р / року / роки / год в / час / op / om / om kl / te / la / ora / óra / d / saat
    saati
    στις / ώρα / เวลา / น / lúc / ngày / pukul / jam / wib / wita / wit / الساعة / في / بتاريخ / ساعت / در / ב / בשעה
    बजे / को / 時 / 分 / 点 / 시 / 분 / 付 / 朝刊 / 夕刊
"""

# What blogs say of an entry below it, beside its date: "This entry was posted on 3 May 2024 and is filed under News."
_FILED = """
    filed under / filed in / posted in / abgelegt unter / veröffentlicht unter / gespeichert unter / classé dans
    publié dans / archivado en / publicado en / archiviato in / pubblicato in / arquivado em / publicado em
    geplaatst in / opgeslagen onder / gearchiveerd onder / publicerat i / skrevet i
    rubriky / опубликовано в рубрике / опубліковано в
"""

FILED = re.compile(rf"(?<!\w){alternation(_FILED)}(?!\w)", re.IGNORECASE)
PUBLISHED = re.compile(rf"(?<![^\W\d_]){alternation(_PUBLISHED)}(?![^\W\d_])", re.IGNORECASE)
UPDATED = re.compile(rf"(?<![^\W\d_]){alternation(_UPDATED)}(?![^\W\d_])", re.IGNORECASE)
BESIDE = re.compile(rf"(?<![^\W\d_]){alternation(_BESIDE)}(?![^\W\d_])\.?", re.IGNORECASE)
UPDATED_ALONE = re.compile(rf"{alternation(_UPDATED)}(?:\s+{alternation(_BESIDE)})?\s*[:：]?", re.IGNORECASE)
PUBLISHED_ALONE = re.compile(rf"{alternation(_PUBLISHED)}(?:\s+{alternation(_BESIDE)})?\s*[:：]?", re.IGNORECASE)
READING_TIME = re.compile(
    r"(?:reading time|read time|estimated reading time|lesezeit|lesedauer|temps de lecture|lecture|tiempo de lectura"
    r"|tempo di lettura|tempo de leitura|leestijd|läsning|czas czytania|время чтения|час читання|doba čtení"
    r"|okuma süresi)"
    r"\s*:?\s*(?:ca\.?\s*)?\d+\s*(?:min\w*|dk|мин\w*|хв\w*|분)?\.?"
    r"|(?<!\w)\d+[\s-]*(?:min(?:ute)?s?|minuti|minutos|минут\w*|хвилин\w*|dk)\.?\s*"
    r"(?:read|di lettura|de lectura|de lecture|de leitura|lezen|läsning|lesezeit|lesedauer|czytania|чтения|читання"
    r"|okuma)\b"
    r"|\b(?:comments off on\b.*|(?:add|leave|post|no|write)\s(?:a\s)?(?:comments?|reply)|hinterlasse einen kommentar"
    r"|keine? kommentare?|kommentar schreiben)"
    r"|(?<!\w)\d+\s*(?:文字|words|comments?|kommentare|commentaires|comentarios|reacties|commenti)\b",
    re.IGNORECASE,
)

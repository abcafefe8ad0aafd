"""A mail forwarded inside another: whose it was, as the mail programs of many languages quote its headers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.formats.word_lists import alternation
from builder.wire import fields
from builder.wire.fields import Moment
from builder.wire.mails import sender as mail_sender

_FROM = """
    from / von / de / da / van / från / fra / lähettäjä / kimden / gönderen / remitente / expéditeur / absender
    mittente
    від / от / кого / od / nadawca / odesílatel / feladó / 发件人 / 寄件者 / 差出人 / 보낸 사람
"""
_DATE = """
    date / sent / datum / gesendet / gesendet am / envoyé / envoyé le / fecha / enviado / enviado el / data / inviato
    дата / надіслано / отправлено / wysłano / verzonden / skickat / sendt / lähetetty / tarih / odesláno / dátum
    日期 / 发送时间 / 日時 / 送信日時 / 날짜
"""
_SUBJECT = """
    subject / betreff / objet / asunto / oggetto / assunto / тема / temat / onderwerp / ämne / emne / aihe / konu
    předmět / tárgy / 主题 / 主旨 / 件名 / 제목
"""
_TO = """
    to / an / à / para / a / per / till / til / aan / do / кому / kime / vastaanottaja / komu / címzett
    收件人 / 宛先 / 받는 사람
    cc / kopie / copie / копія / копия / dw / reply-to / antwort an / répondre à
"""
_MARK = """
    forwarded message / begin forwarded message / original message / weitergeleitete nachricht
    anfang der weitergeleiteten nachricht
    ursprüngliche nachricht / message transféré / début du message transféré / message d'origine / mensaje reenviado
    messaggio inoltrato / inizio messaggio inoltrato / mensagem encaminhada / doorgestuurd bericht
    переслане повідомлення
    пересылаемое сообщение / пересланное сообщение / wiadomość przekazana dalej / początek przekazanej wiadomości
    vidarebefordrat meddelande / videresendt melding / přeposlaná zpráva / iletilen ileti / 转发的邮件 / 転送メッセージ
"""
_FIELD = re.compile(
    rf"\s*[>*|]*\s*\*?(?:(?P<from>{alternation(_FROM)})|(?P<date>{alternation(_DATE)})"
    rf"|(?P<subject>{alternation(_SUBJECT)})|(?P<to>{alternation(_TO)}))\*?\s?[:：]\*?\s*(?P<value>.*)",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"\s*[>-]*[-_*\s]*{alternation(_MARK)}\s*[-_*:：\s]*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_MAILTO = re.compile(r"\[mailto:([^\]\s]+)\]|<mailto:[^>]*>", re.IGNORECASE)
_QUOTE = re.compile(r"^[ \t]*> ?", re.MULTILINE)
MOST_LINES = 400
"""Lines in which the headers of the forwarded mail begin; what stands above is a covering note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """The mail inside."""

    subject: str
    name: str
    address: str
    sent: Moment | None
    text: str
    """What stands below its headers."""


def find(text: str, language: str | None, *, expected: bool) -> Forwarded | None:
    """Return the mail forwarded in a plain text: a mark, then lines with sender and subject.

    ``expected`` says that the subject has "Fwd:"; then the mark may be missing, as Outlook leaves it out.
    """
    lines = text.splitlines()
    marked = False
    for i, printed in enumerate(lines[:MOST_LINES]):
        marked = marked or bool(_MARKED.fullmatch(printed))
        found = _FIELD.match(printed)
        if found and found["from"] and (marked or expected) and (inside := _headers(lines, i, language)):
            return inside
    return None


def is_header(text: str) -> bool:
    """Tell whether a paragraph is the mark, or a header line, of a forwarded mail; several may stand on one line."""
    return bool(_MARKED.match(text)) or bool(_FIELD.match(text))


def _headers(lines: list[str], start: int, language: str | None) -> Forwarded | None:
    values: dict[str, str] = {}
    end, key = start, ""
    for i, printed in enumerate(lines[start : start + 40], start=start):
        found = _FIELD.match(printed)
        if found:
            key = next(name for name in ("from", "date", "subject", "to") if found[name])
            values.setdefault(key, found["value"].strip())
            end = i
        elif not printed.strip(" >*|"):
            # A blank line ends the headers, unless the program put one between every two of them.
            following = next((line for line in lines[i : i + 3] if line.strip(" >*|")), "")
            if not _FIELD.match(following) or {"from", "subject", "date"} <= values.keys():
                break
        elif key in {"subject", "to"} and not values.get(key, "").endswith("."):
            # A header broken by the width of a line.
            values[key] = f"{values[key]} {printed.strip()}".strip()
            end = i
        else:
            break
    if not {"from", "subject"} <= values.keys() or not values["subject"]:
        return None
    sender = _MAILTO.sub(r"<\1>", values["from"]).strip("* ")
    name, address = mail_sender.parted(sender)
    rest = "\n".join(lines[end + 1 :])
    quoted = [one for one in rest.splitlines() if one.strip()]
    if quoted and sum(one.lstrip().startswith(">") for one in quoted) > len(quoted) // 2:
        rest = _QUOTE.sub("", rest)
    return Forwarded(
        subject=fields.on_one_line(values["subject"].strip("* ")),
        name=fields.on_one_line(name or ("" if "@" in sender else sender)),
        address=fields.on_one_line(address if "@" in address else ""),
        sent=fields.moment(values.get("date", "").strip("* "), language),
        text=rest.strip("\n"),
    )

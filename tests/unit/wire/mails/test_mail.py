from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.model.limits import Limits
from builder.wire import readers
from builder.wire.mails import letter as mail_letter
from builder.wire.mails import mail
from builder.wire.mails import text as mail_text
from builder.wire.reader import Given

PASTED = dt.date(2025, 3, 5)
SENTENCES = (
    "The roads office closes the bridge in the harbour from Sunday until the end of February.",
    "A ferry takes cars across every half hour, and nobody has to pay for it.",
    "The deck was laid in 1962 and has not been repaired since, the office says.",
)
PLAIN = "\n\n".join(SENTENCES)
PAGE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
HEADERS = {
    "From": "Kim Doe <kim@coast.example>",
    "To": "desk@paper.example",
    "Subject": "Bridge closes",
    "Date": "Tue, 04 Mar 2025 09:30:00 +0200",
    "Message-ID": "<1@coast.example>",
}


def made(text: str = PLAIN, page: str | None = None, **headers: str) -> bytes:
    message = EmailMessage()
    for name, value in {**HEADERS, **{key.replace("_", "-"): value for key, value in headers.items()}}.items():
        message[name] = value
    message.set_content(text)
    if page is not None:
        message.add_alternative(page, subtype="html")
    return message.as_bytes()


def raw(body: str, *headers: str) -> bytes:
    given = headers or tuple(f"{name}: {value}" for name, value in HEADERS.items())
    return ("\r\n".join(given) + "\r\n\r\n" + body).encode()


def read(data: bytes, limits: Limits | None = None) -> list[Article]:
    found = list(mail.read(Given(data=data, name="a.eml", pasted=PASTED, limits=limits or Limits())))
    assert all(isinstance(article, Article) for article in found)
    return [article for article in found if isinstance(article, Article)]


def one(data: bytes) -> Article:
    (article,) = read(data)
    return article


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def test_a_mail_is_an_article_with_its_subject_sender_and_date() -> None:
    article = one(made())
    assert article.headline == "Bridge closes"
    assert article.byline == ("Kim Doe",)
    assert article.outlet == "coast.example"
    assert article.published == dt.datetime(2025, 3, 4, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert article.language == "en"
    assert texts(article) == list(SENTENCES)


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("Re: Fwd: Bridge closes", "Bridge closes"),
        ("[Coast News] AW: WG: Bridge closes", "Bridge closes"),
        ("Re[2]: Bridge: a closure", "Bridge: a closure"),
        ("Re: [Photos] Bridge closes", "Bridge closes"),
        ("Returns: a bridge closes", "Returns: a bridge closes"),
        ("=?utf-8?q?Br=C3=BCcke_gesperrt?=", "Brücke gesperrt"),
    ],
)
def test_a_headline_is_the_subject_without_what_mail_programs_put_before_it(subject: str, headline: str) -> None:
    assert one(raw(PLAIN, "From: kim@coast.example", f"Subject: {subject}", "MIME-Version: 1.0")).headline == headline


def test_line_breaks_in_an_encoded_subject_or_name_make_no_second_line() -> None:
    article = one(
        raw(
            PLAIN,
            "From: =?utf-8?q?Kim=0Aevil=3A_1_Doe?= <kim@coast.example>",
            "Subject: =?utf-8?q?a=0Ab=0A---=0Aevil=3A_1=E2=80=AE?=",
            "Message-ID: <1@x>",
        )
    )
    assert article.headline == "a b --- evil: 1"
    assert "\n" not in f"{article.outlet}{article.byline}"


def test_the_page_is_preferred_where_it_says_as_much() -> None:
    article = one(made("It says this in HTML only.", f"<h1>Bridge closes</h1>{PAGE}<script>alert(1)</script>"))
    assert texts(article) == list(SENTENCES)


def test_a_page_that_cannot_be_read_gives_way_to_the_text() -> None:
    assert texts(one(made(PLAIN, f"{'<div>' * 300}{PAGE}"))) == list(SENTENCES)


def test_a_footer_in_html_does_not_displace_the_text() -> None:
    assert texts(one(made(PLAIN, "<p>Sent by a list.</p>"))) == list(SENTENCES)


def test_lines_that_the_mail_program_broke_are_joined() -> None:
    long = " ".join(SENTENCES)
    broken = (
        "The roads office closes the bridge in the harbour from Sunday until the\n"
        "end of February. A ferry takes cars across every half hour, and nobody\n"
        "has to pay for it. The deck was laid in 1962 and has not been repaired\n"
        "since, the office says."
    )
    assert " ".join(texts(one(made(f"{broken}\n\n{broken}\n\n-- \nKim Doe\nCoast Courier")))) == f"{long} {long}"


def test_a_text_is_unwrapped_only_where_its_lines_were_broken() -> None:
    broken = (
        "A word that did not fit into the width of sixty-four characters\nstands below.\n- It is one item.\nA line."
    )
    assert mail_text.unwrapped(broken).splitlines() == [
        "A word that did not fit into the width of sixty-four characters stands below.",
        "- It is one item.",
        "A line.",
    ]
    assert mail_text.unwrapped("Kim Doe\nCoast Courier\n=====") == "Kim Doe\nCoast Courier\n"


def test_a_signature_is_no_part_of_the_article() -> None:
    assert texts(one(made("The bridge closes.\n\n-- \nKim Doe\nCoast Courier"))) == ["The bridge closes."]


def test_bytes_are_read_as_declared_and_as_what_they_are_where_they_are_not() -> None:
    subject = "Subject: Brücke gesperrt"
    text = "Die Straßenbehörde sperrt die Brücke im Hafen ab Sonntag bis Ende Februar, heißt es."
    for declared in ("utf-8", "us-ascii", "rot13", "nonsense"):
        data = raw(
            text, "From: a@b.example", subject, "MIME-Version: 1.0", f"Content-Type: text/plain; charset={declared}"
        )
        assert texts(one(data)) == [text]
        assert one(data).headline == "Brücke gesperrt"
    latin = raw(text, "From: a@b.example", "Subject: B", "Content-Type: text/plain; charset=iso-8859-1", "X-Mailer: x")
    assert texts(one(latin.decode().encode("latin-1"))) == [text]


@pytest.mark.parametrize(
    ("sender", "outlet", "byline"),
    [
        ("Coast Courier <news@mail.coast.example>", "Coast Courier", ()),
        ("Kim Doe <kim@gmail.com>", None, ("Kim Doe",)),
        ('"Doe, Kim" <kim@news.coast.example>', "coast.example", ("Kim Doe",)),
        ("Kim Doe from The Coast Courier <hello@substack.com>", "The Coast Courier", ("Kim Doe",)),
        ("Coast Line <a@coastline.example>", "Coast Line", ()),
        ("kim@coast.co.uk", "coast.co.uk", ()),
    ],
)
def test_a_sender_is_an_outlet_or_a_person_at_one(sender: str, outlet: str | None, byline: tuple[str, ...]) -> None:
    article = one(made(From=sender))
    assert (article.outlet, article.byline) == (outlet, byline)


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Tue, 04 Mar 2025 09:30:00 -0000", dt.datetime.fromisoformat("2025-03-04T09:30:00")),
        ("Sun, 30 Jun 3609 15:33:50 +0600", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("soon", None),
    ],
)
def test_a_date_is_believed_only_where_a_mail_can_have_been_sent(date: str, published: dt.datetime | None) -> None:
    assert one(raw(PLAIN, "From: a@b.example", "Subject: B", f"Date: {date}", "X-Mailer: x")).published == published


@pytest.mark.parametrize(
    ("subject", "text", "above"),
    [
        (
            "Fwd: Bridge closes",
            PLAIN,
            """For the morning!

---------- Forwarded message ---------
From: Robin Roe <robin@harbour.example>
Date: Mon, 3 Mar 2025 at 10:15
Subject: Bridge in the harbour closes
To: <kim@coast.example>

""",
        ),
        (
            "WG: Brücke",
            PLAIN,
            """Von: Robin Roe [mailto:robin@harbour.example]
Gesendet: Montag, 3. März 2025 10:15
An: Kim Doe
Betreff: Bridge in the harbour closes

""",
        ),
        (
            "Brücke",
            "\n> \n".join(f"> {sentence}" for sentence in SENTENCES),
            """Begin forwarded message:

> From: Robin Roe <robin@harbour.example>
> Subject: Bridge in the harbour closes
> Date: 3 March 2025 at 10:15:00 CET
> To: Kim Doe <kim@coast.example>
>
""",
        ),
    ],
)
def test_a_forwarded_mail_is_its_first_senders(subject: str, text: str, above: str) -> None:
    article = one(made(above + text, Subject=subject))
    assert article.headline == "Bridge in the harbour closes"
    assert article.byline == ("Robin Roe",)
    assert article.outlet == "harbour.example"
    assert article.published is not None
    assert article.published.isoformat().startswith("2025-03-03")
    assert texts(article) == list(SENTENCES)


def test_a_forwarded_page_loses_the_note_and_the_headers_above_it() -> None:
    note = (
        "<div>For the morning!<br><br><div class='quote'>---------- Forwarded message ---------<br>"
        "From: <b>Robin Roe</b> &lt;robin@harbour.example&gt;<br>Date: Mon, 3 Mar 2025 at 10:15<br>"
        f"Subject: Bridge in the harbour closes<br>To: &lt;kim@coast.example&gt;<br></div><br>{PAGE}</div>"
    )
    article = one(made("see below", note, Subject="Fwd: Bridge"))
    assert article.headline == "Bridge in the harbour closes"
    assert texts(article) == list(SENTENCES)


def test_a_tangled_sender_of_a_forwarded_mail_is_left_out() -> None:
    above = f"Begin forwarded message:\n\nFrom: Robin {'(' * 900}\nSubject: Bridge in the harbour closes\n\n"
    assert one(made(f"{above}{PLAIN}")).headline == "Bridge in the harbour closes"


def test_a_mail_attached_to_an_empty_one_is_read_in_its_place() -> None:
    inside = EmailMessage()
    inside["From"], inside["Subject"] = "Robin Roe <robin@harbour.example>", "Bridge in the harbour closes"
    inside.set_content(PLAIN)
    outer = EmailMessage()
    outer["From"], outer["Subject"], outer["To"] = "Kim Doe <kim@coast.example>", "Fwd: see this", "desk@paper.example"
    outer.set_content("fyi\n")
    outer.add_attachment(inside)
    article = one(outer.as_bytes())
    assert article.headline == "Bridge in the harbour closes"
    assert article.byline == ("Robin Roe",)


def test_a_subject_that_credits_an_agency_gives_it_up() -> None:
    article = one(made(f"{PLAIN}\n\nReuters was told so on Monday.", Subject="Bridge in the harbour closes – Reuters"))
    assert article.headline == "Bridge in the harbour closes"
    assert article.credited == ("Reuters",)


def test_a_short_text_is_kept_whole() -> None:
    assert texts(one(made("Hi,\n\nthe bridge closes.\n\nKim"))) == ["Hi,", "the bridge closes.", "Kim"]


def test_a_mail_without_a_subject_is_headed_by_its_first_sentence() -> None:
    assert one(raw(PLAIN, "From: a@b.example", "Message-ID: <1@x>")).headline == SENTENCES[0]


def multipart(depth: int, inner: str = "Content-Type: text/plain\r\n\r\nx\r\n") -> bytes:
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n" for i in range(depth))
    return f"From: a@b.example\r\nSubject: B\r\nMIME-Version: 1.0\r\n{opened}{inner}".encode()


@pytest.mark.parametrize(
    ("hostile", "reason"),
    [
        (multipart(1_500), "more than 100 parts"),
        (multipart(90), "the parts of the mail nest more than 50 deep"),
        (multipart(1, "Content-Type: text/plain\r\n\r\nx\r\n--b0\r\n" * 101), "more than 100 parts"),
        (multipart(90, "x\n" * 300_000), "too many lines for its parts"),
        (multipart(1, "\r\n--b0\r\n" * 100_000), "more than 100 parts"),
        (raw("<div>" * 300 + "x", "From: a@b.example", "Content-Type: text/html"), "nests more than 200 elements"),
        (
            raw(PLAIN, f"Subject: {'a' * 1_001}", "From: a@b.example"),
            "header Subject has 1,0.. characters, more than the 1,000",
        ),
        (raw(PLAIN, "From: " + "a@b.example, " * 100), "header From has 1,[0-9]{3} characters"),
        (raw(PLAIN, f"Content-Type: text/plain; x={'(' * 5_000}"), "header Content-Type has 5,0.. characters"),
        (
            raw("x", "From: a@b.example", "Content-Type: image/png; name=bridge.png"),
            "holds no text, only bridge.png; save and",
        ),
        (
            raw("x", "From: a@b.example", "Content-Type: multipart/mixed; boundary=a"),
            "the line between its parts does not",
        ),
        (raw("", "From: a@b.example", "Subject: B"), "the mail holds no text; ask its sender"),
    ],
)
def test_a_mail_that_cannot_be_read_says_why(hostile: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        read(hostile, Limits(nesting=50))


def test_a_long_header_that_nobody_reads_does_no_harm() -> None:
    assert one(made(References=" ".join(f"<{n}@coast.example>" for n in range(500)))).headline == "Bridge closes"


@pytest.mark.parametrize("header", ["From: =?x?b?////?= <", 'From: "', "Date: 99", "Subject: =?utf-8?b?/?=", "Content-Type: ;;=", "From: a@[", "From: " + "(" * 900, "Content-Disposition: \x00"])  # fmt: skip
def test_broken_headers_cost_nothing_but_themselves(header: str) -> None:
    assert texts(one(raw(PLAIN, header, "To: a@b.example", "MIME-Version: 1.0"))) == list(SENTENCES)


def test_what_is_attached_is_named() -> None:
    data = raw("x", "From: a@b.example", "Content-Type: application/pdf; name*=utf-8''..%2Fa%0Ab.pdf")
    assert mail_letter.letter(data, Limits()).attached == ("../a b.pdf",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("From: Kim Doe\nTo: Desk\nSubject: Bridge\n\nIt closes.", "x.txt"),
        ("From: the harbour to the hills\n\nA walk.", "walk.txt"),
        ("Update: the bridge closes\nBackground: it is old\n\nText.", "x.txt"),
        ("Bridge closes\n\nReceived: nothing\nMessage-ID: none", "x.eml"),
        (
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nContent-Type: multipart/related\r\n\r\n",
            "x",
        ),
        ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\nSubject: B\r\n\r\n", "x"),
        ("<p>From: a</p>", "x.eml"),
    ],
)
def test_a_text_that_begins_as_a_mail_does_and_a_page_saved_in_parts_are_no_mails(text: str, name: str) -> None:
    assert not mail.claims(text.encode(), name)


def test_a_mail_is_known_by_the_headers_that_programs_write_and_by_one_reader_only() -> None:
    for data, name in ((made(), "a.txt"), (made(), "a.html"), (raw(PLAIN, "From: a@b.example", "Subject: B"), "a.eml")):
        assert [one.name for one in readers.claiming(data, name)] == [mail.NAME]
    assert mail.claims(b"From kim@coast.example\r\n" + made(), "a")
    assert mail.claims(raw(PLAIN, "Received: from a", "\tby b", "From: a@b.example"), "a")

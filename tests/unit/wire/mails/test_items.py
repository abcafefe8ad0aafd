from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

from builder.model.article import Article
from builder.wire.mails import mail
from builder.wire.reader import Given

TEASER = "The roads office closes the bridge in the harbour from Sunday until the end of February."
HEADS = ("Bridge in the harbour closes", "Ferry sails twice an hour", "Fish market moves to the pier")


def read(text: str, page: str | None = None) -> list[Article]:
    message = EmailMessage()
    message["From"], message["Subject"] = "Coast Courier <news@coast.example>", "The week on the coast"
    message["Date"], message["List-Unsubscribe"] = "Tue, 04 Mar 2025 09:30:00 +0200", "<https://coast.example/u>"
    message.set_content(text)
    if page is not None:
        message.add_alternative(page, subtype="html")
    found = list(mail.read(Given(data=message.as_bytes(), name="a.eml", pasted=dt.date(2025, 3, 5))))
    assert all(isinstance(article, Article) for article in found)
    return [article for article in found if isinstance(article, Article)]


def box(*parts: str) -> str:
    return f"<table><tr><td>{''.join(f'<div>{part}</div>' for part in parts)}</td></tr></table>"


def test_a_newsletter_gives_an_article_for_each_headed_item_with_its_link() -> None:
    items = "".join(
        box(f"<h2><a href='https://coast.example/{n}'>{head}</a></h2>", f"<p>{TEASER}</p>")
        for n, head in enumerate(HEADS)
    )
    page = (
        box("<a href='https://coast.example/v'>View in browser</a>")
        + items
        + box("<a href='https://x.example/u'>Unsubscribe</a>")
    )
    found = read("in HTML only", page)
    assert [article.headline for article in found] == list(HEADS)
    assert [article.url for article in found] == [f"https://coast.example/{n}" for n in range(3)]
    assert {article.outlet for article in found} == {"Coast Courier"}
    assert {article.published for article in found} == {
        dt.datetime(2025, 3, 4, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    }
    assert all(article.summary_only for article in found)
    assert [[block.text for block in article.blocks] for article in found] == [[TEASER]] * 3


def test_an_item_may_have_its_link_in_the_words_that_lead_on() -> None:
    items = "".join(
        f"<p><b>{head}</b></p><p>{TEASER}</p><p><a href='https://coast.example/{n}'>Read more</a></p>"
        for n, head in enumerate(HEADS)
    )
    found = read("in HTML only", items)
    assert [(article.headline, article.url) for article in found] == [
        (head, f"https://coast.example/{n}") for n, head in enumerate(HEADS)
    ]


def test_an_item_printed_whole_is_no_teaser() -> None:
    items = "".join(
        f"<h2><a href='https://coast.example/{n}'>{head}</a></h2>{f'<p>{TEASER * 5}</p>' * 4}"
        for n, head in enumerate(HEADS)
    )
    assert not any(article.summary_only for article in read("in HTML only", items))


def test_an_article_with_subheads_or_with_a_list_of_other_stories_is_one() -> None:
    subheads = "".join(f"<h2>{head}</h2><p>{TEASER}</p>" for head in HEADS)
    assert len(read("in HTML only", subheads)) == 1
    rail = "".join(f"<p><a href='https://coast.example/{n}'>{head}</a></p>" for n, head in enumerate(HEADS))
    assert len(read("in HTML only", f"<p>{TEASER}</p><p>{TEASER} Again.</p>{rail}")) == 1


def test_a_link_that_runs_something_makes_no_item() -> None:
    items = "".join(f"<h2><a href='javascript:{n}'>{head}</a></h2><p>{TEASER}</p>" for n, head in enumerate(HEADS))
    (article,) = read("in HTML only", items)
    assert article.headline == "The week on the coast"
    assert article.url is None


def test_a_newsletter_in_plain_text_gives_its_items_as_well() -> None:
    items = "\n\n".join(f"{head}\n\n{TEASER}\n\nRead more: https://coast.example/{n}" for n, head in enumerate(HEADS))
    found = read(f"Good morning!\n\n=====\n\n{items}\n\n=====\nUnsubscribe: https://coast.example/u\n")
    assert [(article.headline, article.url) for article in found] == [
        (head, f"https://coast.example/{n}") for n, head in enumerate(HEADS)
    ]
    assert all(article.summary_only for article in found)


def test_words_about_the_mailing_are_no_part_of_an_article() -> None:
    page = f"<p>View this email in your browser</p><p>{TEASER}</p><p>{TEASER} Again.</p><p>Unsubscribe</p>"
    (article,) = read("in HTML only", page)
    assert [block.text for block in article.blocks] == [TEASER, f"{TEASER} Again."]

from __future__ import annotations

from lxml.html import document_fromstring

from builder.wire.page import html, loss

WORDS = " ".join(f"word{n}" for n in range(300))


def remarks(markup: str, parsed: str | None = None) -> tuple[str, ...]:
    root = document_fromstring(parsed or markup)
    loss.strip(root)
    return loss.remarks(markup, root)


def test_text_that_the_tree_lost_is_remarked_with_how_much() -> None:
    whole = f"<html><body><p>{WORDS}</p><p>{WORDS}</p></body></html>"
    assert remarks(whole, whole.replace(f"<p>{WORDS}</p>", "", 1)) == (
        "300 of 600 words of the page were lost in reading it: compare it with the page",
    )


def test_scripts_comments_and_attributes_are_no_text() -> None:
    noise = f"<script>if (a < b) {{ '{WORDS}' }}</script><style>{WORDS}</style><!-- {WORDS} --><template><b>{WORDS}</b></template>"
    assert remarks(f"<html><body>{noise}<p title='a > {WORDS}'>{WORDS}</p></body></html>") == ()


def test_a_whole_page_and_a_whole_fragment_are_not_remarked_on() -> None:
    data = f"<html><head><title>Harbour plan agreed</title></head><body><p>{WORDS}.</p></body></html>".encode()
    assert html.read(data, name="page.html").remarks == ()
    assert html.read_fragment(f"<p>{WORDS}</p>", headline="Harbour plan agreed").remarks == ()


def test_a_space_written_as_an_entity_is_no_word() -> None:
    assert remarks(f"<html><body><p>{WORDS}</p>{'<p>&nbsp;</p>' * 40}</body></html>") == ()

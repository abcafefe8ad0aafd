"""Social cards: what can be drawn is drawn whole, and what cannot is not drawn."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from builder.engine.cards import draw, drawable
from builder.engine.letters import face_of
from builder.press.cards import HEIGHT, WIDTH, Card

CARD = Card("Apollo and Soyuz dock, Stafford and Leonov shake hands", "Sample Desk", "17 July 1975", "Orbit & Accord")
PAPER, ACCENT = (0xFB, 0xF9, 0xF4), (0x8A, 0x2B, 0x0D)


def picture(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(draw(card)))


@pytest.mark.parametrize(
    ("headline", "can"),
    [
        ("Зеленський і Трамп говорили", True),
        ("Mỹ và Liên Xô ký hiệp định – “50 %”", True),
        ("Ο Γκαγκάριν σε τροχιά", True),
        ("e\u0301te\u0301 \u00adsoft", True),
        ("加加林绕地球飞行", False),
        ("غاغارين يدور حول الأرض", True),
        ("مُحَمَّدٌ: گاگارین می‌چرخد، NASA 11؟", True),
        ("غاغارين 加加林", False),
        ("גגרין מקיף את כדור הארץ", False),
        ("गगारिन", False),
        ("A rocket \U0001f680 flies", False),
        ("x\u0336 struck through", False),
        ("a\x07bell", False),
        ("", False),
    ],
)
def test_only_what_the_font_has_and_stands_in_a_row_is_drawn(headline: str, *, can: bool) -> None:
    assert drawable(replace(CARD, headline=headline)) is can
    assert drawable(replace(CARD, site=headline or "Ώ")) is (can or not headline)


def test_a_card_is_a_small_picture_of_the_size_that_programs_ask_for() -> None:
    data = draw(CARD)
    made = Image.open(io.BytesIO(data))
    assert (made.format, made.size) == ("PNG", (WIDTH, HEIGHT))
    assert len(data) < 60_000
    colours = made.convert("RGB")
    assert colours.getpixel((5, 300)) == PAPER
    assert colours.getpixel((100, 5)) == ACCENT
    assert draw(CARD) == data, "the same card is the same bytes"
    assert draw(replace(CARD, date="18 July 1975")) != data


@pytest.mark.parametrize(
    "headline", ["W", "Gagarin", "word " * 400, "W" * 500, "W" * 40 + " and", "Зустріч " * 12, "Talks " + "W" * 500]
)
def test_no_headline_leaves_its_room(headline: str) -> None:
    grey = picture(replace(CARD, headline=headline)).convert("L").point(lambda value: 255 if value < 200 else 0)
    left, _, right, _ = grey.crop((0, 130, WIDTH, HEIGHT - 120)).getbbox() or (0, 0, 0, 0)
    assert left >= 76
    assert right <= WIDTH - 76
    assert grey.crop((0, 500, WIDTH, HEIGHT - 120)).getbbox() is None, "nothing on the rule below"
    assert grey.crop((0, 125, WIDTH, 160)).getbbox() is None, "nothing on the name above"


def test_arabic_is_joined_turned_and_stands_on_the_right() -> None:
    face = face_of("غ")
    # Lam and alef are one glyph, and what is read first stands last.
    assert face.shaped("لا ب") == "\ufefb \ufe8f"
    assert face.in_row("\ufefb \ufe8f", rtl=True) == "\ufe8f \ufefb"
    assert face.in_row("\ufefb 11 (NASA)", rtl=True) == "(NASA) 11 \ufefb"
    arabic = Card("لا", "ب", "11", "ت", rtl=True)
    ink = picture(arabic).convert("L").point(lambda value: 255 if value < 150 else 0).crop((0, 20, WIDTH, 500))
    left, _, right, _ = ink.getbbox() or (0, 0, 0, 0)
    assert left > WIDTH / 2
    assert right in range(WIDTH - 100, WIDTH - 70)
    assert picture(arabic).convert("RGB").getpixel((WIDTH - 100, 5)) == ACCENT


def test_lines_are_of_nearly_one_length() -> None:
    grey = picture(replace(CARD, headline="Ford and Brezhnev agree on an outline of arms limits")).convert("L")
    ink = grey.point(lambda value: 255 if value < 120 else 0).crop((0, 165, WIDTH, 490))
    rows = [ink.crop((0, y, WIDTH, y + 1)).getbbox() for y in range(ink.height)]
    widths: list[int] = []
    for row, before in zip(rows, [None, *rows], strict=False):
        if row and not before:
            widths.append(0)
        if row:
            widths[-1] = max(widths[-1], row[2] - 80)
    assert len(widths) > 1
    assert min(widths) > 0.6 * max(widths)

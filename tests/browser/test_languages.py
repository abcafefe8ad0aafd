"""The sample archive with its interface in Arabic, as a reader finds it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import BUILD_SECONDS, ROOT, Serve
from tests.browser.test_reading import DESK, KINDS, PHONE, violations


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    root = tmp_path_factory.mktemp("arabic")
    for name in ("briefings", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    (root / "builder" / "engine").mkdir(parents=True)
    shutil.copy(ROOT / "builder" / "engine" / "hook.py", root / "builder" / "engine")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(re.sub(r"language: en\b", "language: ar", settings), encoding="utf-8")
    command = [sys.executable, "-m", "builder", "--archive", root, "build"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=BUILD_SECONDS)
    return serve(Path(root, "site"))


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(page: Page, arabic: str) -> None:
    said = []
    # Without what only the inbox brings.
    for kind, path in ((kind, path) for kind, path in KINDS.items() if kind != "briefing in German"):
        page.goto(arabic + path)
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > size["width"]:
                said.append(f"{kind}: {wide} px wide")
        said += [f"{kind}: {one}" for one in violations(page, contrast=kind == "home")]
        expect(page.locator("html")).to_have_attribute("lang", "ar")
    assert said == []


def test_the_search_speaks_arabic_and_finds_names(page: Page, arabic: str) -> None:
    page.goto(arabic)
    page.keyboard.press("/")
    page.keyboard.type("Leonov")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_contain_text("موجزات")
    expect(dialog.get_by_role("group", name="الموضوعات")).to_be_visible()
    expect(dialog.get_by_role("link", name="Leonov leaves Voskhod 2 for the first walk in space")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="الألوان").click()
    expect(page.get_by_role("button", name="الألوان: فاتح")).to_be_visible()

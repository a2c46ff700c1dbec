"""The page of the docs with every screen shows the pictures that are there, and no other."""

from __future__ import annotations

from pathlib import Path

from tests.browser.schermblad import blad

_DOCS = Path(__file__).parents[2] / "docs"
_MEEST = 150_000  # bytes of a sheet


def test_the_page_of_screens_shows_every_picture() -> None:
    assert (_DOCS / "schermen.md").read_text(encoding="utf-8") == blad(_DOCS / "beelden" / "schermen", _DOCS)


def test_no_picture_of_a_screen_is_too_large() -> None:
    beelden = list((_DOCS / "beelden" / "schermen").glob("*/*.png"))
    assert len(beelden) > 100
    assert [beeld.name for beeld in beelden if beeld.stat().st_size > _MEEST] == []

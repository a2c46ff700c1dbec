"""What the documents point at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
STUKKEN = [WORTEL / "README.md", WORTEL / "CHANGELOG.md", *sorted((WORTEL / "docs").rglob("*.md"))]


@pytest.mark.parametrize("stuk", STUKKEN, ids=lambda pad: pad.relative_to(WORTEL).as_posix())
def test_every_file_a_document_links_to_exists(stuk: Path) -> None:
    doelen = re.findall(r"\]\(([^)#\s]+)", stuk.read_text(encoding="utf-8"))
    eigen = [doel for doel in doelen if "://" not in doel and not doel.startswith("mailto:")]
    assert [doel for doel in eigen if not (stuk.parent / doel).exists()] == []


def test_every_picture_is_shown_by_a_page() -> None:
    """A picture that no page shows is weight that every clone carries."""
    teksten = "".join(
        stuk.read_text(encoding="utf-8") for stuk in (*STUKKEN, WORTEL / "README.nl.md") if stuk.is_file()
    )
    beelden = sorted((WORTEL / "docs" / "beelden").rglob("*.png"))
    assert [pad.relative_to(WORTEL).as_posix() for pad in beelden if pad.name not in teksten] == []

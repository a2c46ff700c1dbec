"""The life of a promise: found, then accepted or declined by a person."""

from __future__ import annotations

from enum import StrEnum


class Toezeggingstatus(StrEnum):
    """`voorgesteld` is found by the program; a person makes it `openstaand` or `afgewezen`."""

    VOORGESTELD = "voorgesteld"
    OPENSTAAND = "openstaand"
    AFGEWEZEN = "afgewezen"

"""The closed set of errors. Doors translate them once, to a page, a fragment or problem+json."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Fout(Exception):  # noqa: N818 - a Dutch noun, like its five kinds
    """What went wrong, as a Dutch sentence that says what to do."""

    bericht: str

    def __str__(self) -> str:
        return self.bericht


class NietGevonden(Fout):
    """The thing asked for does not exist, or may not be known to this person."""


class NietToegestaan(Fout):
    """The person may not do this, in this role or in this status."""


class Ongeldig(Fout):
    """Input that cannot be accepted: a bad file, number, date or field."""


class TeGroot(Fout):
    """Input above a stated limit."""


@dataclass
class Verouderd(Fout):
    """Someone else saved first. Carries both texts, so that nothing is lost."""

    versie: int = 0
    hun_tekst: str = ""
    mijn_tekst: str = field(default="")

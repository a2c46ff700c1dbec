"""The closed set of errors. Doors translate them once, to a page, a fragment or problem+json."""

from __future__ import annotations


class Fout(Exception):  # noqa: N818 - a Dutch noun, like its kinds
    """What went wrong, as a Dutch sentence that says what to do.

    `tekst` is the sentence as the catalogue has it, with `%(naam)s` where one of `feiten` belongs; `veld` is the field of
    the form that must be looked at, where it is one.
    """

    def __init__(self, tekst: str, *, veld: str = "", **feiten: object) -> None:
        super().__init__(tekst)
        self.tekst, self.veld, self.feiten = tekst, veld, feiten

    @property
    def bericht(self) -> str:
        """The sentence with its facts filled in."""
        return self.tekst % self.feiten if self.feiten else self.tekst

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


class Bezet(Fout):
    """Too much of this goes on at this moment; the same again succeeds a little later."""


class Onbereikbaar(Fout):
    """What the program stands on is away for a moment: the database, the disk."""


class Verouderd(Fout):
    """Someone else saved first. Carries both texts, so that nothing is lost."""

    def __init__(
        self,
        tekst: str,
        *,
        veld: str = "",
        versie: int = 0,
        hun_tekst: str = "",
        mijn_tekst: str = "",
        **feiten: object,
    ) -> None:
        super().__init__(tekst, veld=veld, **feiten)
        self.versie, self.hun_tekst, self.mijn_tekst = versie, hun_tekst, mijn_tekst

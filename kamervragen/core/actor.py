"""Who acts, with which roles and from where, and the form that he sends."""

from __future__ import annotations

from dataclasses import dataclass, field

from kamervragen.domain.rollen import Handeling, Rol, mag


class AlGedaan(Exception):  # noqa: N818 - no fault: the very same form was sent before, and acted
    """What this form asks was done when it was sent the first time."""


@dataclass(slots=True)
class Formulier:
    """The form that a request sends, known by its hash; `gedaan` once an act of this request was committed for it.

    `welke` is that act, `object` what its audit line names, and `ongedaan` the number under which it can be undone.
    """

    sleutel: str
    gedaan: bool = False
    welke: Handeling | None = None
    ongedaan: int | None = None
    object: str = ""


@dataclass(frozen=True, slots=True)
class Wie:
    """Who acts, with which roles, from where. `gebruiker_id` is None for the command line.

    `mist_stap`: a role of his demands a second step at log-in and he set none, so that he may do nothing else first.
    """

    naam: str
    rollen: frozenset[Rol]
    oorsprong: str
    gebruiker_id: int | None = None
    formulier: Formulier | None = field(default=None, compare=False, repr=False)
    mist_stap: bool = False

    @property
    def mag_innemen(self) -> bool:
        """Whether this person may take documents in, in any status."""
        return mag(self.rollen, Handeling.DOCUMENT_INNEMEN)

    @property
    def mag_beoordelen(self) -> bool:
        """Whether this person may say what an earlier answer is worth."""
        return mag(self.rollen, Handeling.EERDER_BEOORDELEN)

    @property
    def mag_passages(self) -> bool:
        """Whether this person may keep standard passages."""
        return mag(self.rollen, Handeling.PASSAGES_BEHEREN)

    @property
    def mag_audit(self) -> bool:
        """Whether this person may look into the whole trail."""
        return mag(self.rollen, Handeling.AUDIT_ZIEN)

    @property
    def mag_rechten(self) -> bool:
        """Whether this person may see who has which rights."""
        return mag(self.rollen, Handeling.RECHTEN_ZIEN)

    @property
    def mag_accounts(self) -> bool:
        """Whether this person may let others in."""
        return mag(self.rollen, Handeling.GEBRUIKERS_BEHEREN)

    @property
    def mag_beheer(self) -> bool:
        """Whether this person may keep the registers."""
        return mag(self.rollen, Handeling.AMBTEN_BEHEREN)

    @property
    def mag_onderhouden(self) -> bool:
        """Whether this person may have what is derived made anew."""
        return mag(self.rollen, Handeling.ONDERHOUDEN)

    @property
    def mag_cijfers(self) -> bool:
        """Whether the figures are of his daily work: for who assigns it."""
        return mag(self.rollen, Handeling.TOEWIJZEN)

    @property
    def mag_werk_overdragen(self) -> bool:
        """Whether this person may hand over the work of a colleague."""
        return mag(self.rollen, Handeling.WERK_OVERDRAGEN)

    @property
    def mag_lijn(self) -> bool:
        """Whether this person may keep the parafenlijnen, the register of laws and the lists of words."""
        return mag(self.rollen, Handeling.LIJN_BEHEREN) and mag(self.rollen, Handeling.WETTEN_BEHEREN)


OPDRACHTREGEL = Wie("opdrachtregel", frozenset(Rol), "opdrachtregel")

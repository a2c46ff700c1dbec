"""How documents name members, office holders and a set: in the ministry's words and in those of print.

*Bron:* letters of ministries and the printed Aanhangsels of the Tweede Kamer ('beiden SP', 'allen GroenLinks').
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kamervragen.catalogue import datum
from kamervragen.domain.vragenset import Bewindspersoon, Lid, Vragenset, opsomming


def leden(vragers: Sequence[Lid]) -> tuple[tuple[str, bool], ...]:
    """'de leden Boswijk (CDA) en Helder (BBB)' in pieces; True marks a surname, which print sets in bold.

    Neighbours of one fractie share it: 'Mutluer, Lahlah (GroenLinks-PvdA)', 'Temmink en Van Nispen (beiden SP)'.
    """
    if not vragers:
        return (("uw Kamer", False),)
    groepen = [(fractie, list(groep)) for fractie, groep in groupby(vragers, key=lambda lid: lid.fractie)]
    samen = len(groepen) == 1 and len(vragers) > 1
    uit: list[tuple[str, bool]] = [("het lid " if len(vragers) == 1 else "de leden ", False)]
    for plaats, lid in enumerate(vragers):
        if plaats:
            uit.append((" en " if plaats == len(vragers) - 1 else ", ", False))
        uit.append((lid.naam, True))
        laatste = plaats == len(vragers) - 1 or vragers[plaats + 1].fractie != lid.fractie
        if lid.fractie and laatste:
            allen = ("beiden " if len(vragers) == 2 else "allen ") if samen else ""
            uit.append((f" ({allen}{lid.fractie})", False))
    return tuple(uit)


def leden_tekst(vragers: Sequence[Lid]) -> str:
    """The members in one line of plain words."""
    return "".join(tekst for tekst, _ in leden(vragers))


def ambt(persoon: Bewindspersoon, *, druk: bool = False) -> str:
    """The bare office: 'minister van Justitie en Veiligheid'; in print with a capital."""
    tekst = str(Bewindspersoon(persoon.functie, None, persoon.portefeuille))
    return f"{tekst[:1].upper()}{tekst[1:]}" if druk else tekst


def ambten(personen: Sequence[Bewindspersoon], *, druk: bool = False) -> str:
    """'de minister van A en de staatssecretaris van B'; in print '... aan de Ministers van A en voor B en de ...'."""
    if not druk:
        return opsomming([f"de {ambt(p)}" for p in personen])
    delen = []
    for functie, groep in groupby(personen, key=lambda p: p.functie):
        rij = list(groep)
        meer = f"{functie[:1].upper()}{functie[1:]}" + (
            {"minister": "s", "staatssecretaris": "sen"}.get(functie, "") if len(rij) > 1 else ""
        )
        namens = [ambt(p).removeprefix(functie).strip() for p in rij]
        delen.append(f"de {meer} {opsomming(namens)}".rstrip())
    return opsomming(delen)


def vragen_van(s: Vragenset, *, vragers: bool = True) -> str:
    """'De vragen van het lid X (Y) aan de minister van Z over ... (2026Z08701, ingezonden 24 april 2026)'.

    Without `vragers` what follows the members: ' aan de minister van Z over ... (...)'.
    """
    aan = f" aan {ambten(s.gericht_aan)}" if s.gericht_aan else ""
    over = f" over {s.onderwerp}" if s.onderwerp else ""
    ingezonden = f"ingezonden {datum(s.ingezonden)}" if s.ingezonden else ""
    kenmerk = ", ".join(filter(None, (str(s.zaaknummer or ""), ingezonden)))
    wie = f"De vragen van {leden_tekst(s.indieners)}" if vragers else ""
    return f"{wie}{aan}{over}" + (f" ({kenmerk})" if kenmerk else "")


def midden(zin: str) -> str:
    """A sentence as it stands inside another: 'De vragen ...' -> 'de vragen ...'."""
    return zin[:1].lower() + zin[1:]


def als_zin(toelichting: str) -> tuple[str, ...]:
    """What someone wrote, as a sentence with its full stop; nothing when he wrote nothing."""
    if not toelichting:
        return ()
    return (toelichting if toelichting.endswith((".", "!", "?")) else f"{toelichting}.",)

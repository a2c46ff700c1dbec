"""The work list: every promise and cited motion that was found and waits for a person, decided one by one or many at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.toezegging import BESLOTEN, Toezeggingfeit, Toezeggingstatus
from kamervragen.register.rows import ToezeggingfeitRij
from kamervragen.register.store import moties, toezeggingen
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import overzichten


class Besluit(StrEnum):
    """What a person says of a proposal."""

    VOORGESTELD = "voorgesteld"
    AANGENOMEN = "aangenomen"
    AFGEWEZEN = "afgewezen"
    BUITEN_SCOPE = "buiten_scope"


_STATUS = {
    Besluit.VOORGESTELD: Toezeggingstatus.VOORGESTELD,
    Besluit.AANGENOMEN: Toezeggingstatus.OPENSTAAND,
    Besluit.AFGEWEZEN: Toezeggingstatus.AFGEWEZEN,
    Besluit.BUITEN_SCOPE: Toezeggingstatus.BUITEN_SCOPE,
}
_HOOGSTENS = 500  # decisions in one act


@dataclass(frozen=True, slots=True)
class Werkregel:
    """A proposal on the list. `sleutel` names it with the version one saw; `directie` answered the set."""

    sleutel: str
    is_motie: bool
    zin: str
    signaal: tuple[str, ...]
    dag: date | None
    vragenset: VragensetRij
    label: str
    directie: str
    behandelaar: str
    reden: str
    actor: str


def lijst(
    huis: Huis, wie: Wie, *, besluit: Besluit = Besluit.VOORGESTELD, directie: str = ""
) -> tuple[tuple[Werkregel, ...], tuple[str, ...]]:
    """The proposals with this decision, soonest day first, narrowed to a directie; and all directies on the whole list."""
    with inzage(huis, wie, Handeling.TOEZEGGINGEN_ZIEN) as sessie:
        gevonden = [
            (t, v, label) for t, v, label in toezeggingen.lijst(sessie, (_STATUS[besluit].value,)) if v is not None
        ]
        gekoppeld = [(m, k, v) for m, k, v in moties.lijst(sessie) if k.besluit == besluit]
        sleutels = {v.sleutel for _, v, _ in gevonden} | {v.sleutel for _, _, v in gekoppeld}
        waar = overzichten.behandelingen(sessie, sleutels)
    regels = [
        Werkregel(
            f"t-{t.id}-{t.versie}",
            False,
            t.zin,
            tuple(t.signaal),
            t.interne_dag or t.venster_einde,
            v,
            label,
            waar[v.sleutel].directie or "",
            waar[v.sleutel].behandelaar or "",
            t.reden or "",
            t.actor or "",
        )
        for t, v, label in gevonden
    ] + [
        Werkregel(
            f"m-{m.id}-{k.antwoord_id}",
            True,
            k.zin,
            (m.kamerstuk or m.indieners,),
            m.gevraagde_dag,
            v,
            "",
            waar[v.sleutel].directie or "",
            waar[v.sleutel].behandelaar or "",
            k.reden or "",
            k.actor or "",
        )
        for m, k, v in gekoppeld
    ]
    regels.sort(key=lambda r: (r.dag is None, r.dag or date.max, r.vragenset.sleutel, r.sleutel))
    directies = tuple(sorted({r.directie for r in regels if r.directie}))
    return tuple(r for r in regels if not directie or r.directie == directie), directies


def beslis(
    huis: Huis,
    wie: Wie,
    sleutels: Collection[str],
    besluit: Besluit,
    *,
    reden: str = "",
    interne_dag: date | None = None,
) -> int:
    """One decision about all of these, with one reason: all or none. Returns how many.

    :raises Ongeldig: nothing chosen, no reason to decline, or a promise without an end and without a day of our own.
    :raises Verouderd: someone decided about one of them meanwhile.
    """
    gekozen = _gelezen(sleutels)
    reden = " ".join(reden.split())
    if besluit is Besluit.VOORGESTELD:
        raise Ongeldig("Kies aannemen, afwijzen of buiten scope.")
    if besluit is not Besluit.AANGENOMEN and not reden:
        raise Ongeldig("Geef een reden: die geldt voor alle gekozen voorstellen.", veld="reden")
    with handeling(
        huis, wie, Handeling.TOEZEGGING_BESLISSEN, "werklijst", herroepbaar=besluit is not Besluit.AANGENOMEN
    ) as werk:
        if interne_dag is not None and interne_dag < werk.dag:
            raise Ongeldig("De gekozen dag ligt in het verleden. Kies een dag vanaf vandaag.", veld="interne_dag")
        for soort, een, twee in gekozen:
            if soort == "m":
                moties.besluit(
                    werk.sessie,
                    een,
                    twee,
                    van=(Besluit.VOORGESTELD,),
                    naar=besluit,
                    reden=reden or None,
                    actor=wie.naam,
                )
            else:
                _weeg(werk, een, twee, besluit, reden, interne_dag)
        werk.object = f"werklijst: {len(gekozen)} {besluit.value}"
    return len(gekozen)


def heropen(huis: Huis, wie: Wie, sleutels: Collection[str], *, reden: str) -> int:
    """Takes decisions back: the proposals wait again. Returns how many.

    :raises Ongeldig: nothing chosen, no reason, or a promise to which something happened since. :raises Verouderd: changed.
    """
    gekozen = _gelezen(sleutels)
    if not (reden := " ".join(reden.split())):
        raise Ongeldig("Geef de reden van het heropenen.", veld="reden")
    with handeling(huis, wie, Handeling.TOEZEGGING_BESLISSEN, "werklijst") as werk:
        for soort, een, twee in gekozen:
            if soort == "m":
                besloten = [lid for lid in Besluit if lid is not Besluit.VOORGESTELD]
                moties.besluit(
                    werk.sessie, een, twee, van=besloten, naar=Besluit.VOORGESTELD, reden=reden, actor=wie.naam
                )
                continue
            rij = toezeggingen.op_id(werk.sessie, een)
            if rij is None or rij.antwoord_id is None or rij.status not in BESLOTEN:
                raise Ongeldig("Alleen een besluit over een voorstel is te heropenen. Vernieuw de pagina.")
            if any(f.soort != Toezeggingfeit.HEROPEND for f in toezeggingen.feiten(werk.sessie, [een])[een]):
                raise Ongeldig(
                    "Met deze toezegging is al iets gebeurd. Leg op haar eigen pagina vast wat er verandert."
                )
            toezeggingen.voeg_feit_toe(
                werk.sessie,
                ToezeggingfeitRij(
                    toezegging_id=een,
                    soort=Toezeggingfeit.HEROPEND.value,
                    datum=werk.dag,
                    reden=reden,
                    actor=wie.naam,
                    moment=werk.moment,
                ),
            )
            toezeggingen.zet(werk.sessie, een, versie=twee, status=Toezeggingstatus.VOORGESTELD.value, reden=None)
        werk.object = f"werklijst: {len(gekozen)} heropend"
    return len(gekozen)


def _weeg(werk: Werk, id: int, versie: int, besluit: Besluit, reden: str, interne_dag: date | None) -> None:
    rij = toezeggingen.op_id(werk.sessie, id)
    zonder_einde = rij is not None and rij.venster_einde is None
    if besluit is Besluit.AANGENOMEN and zonder_einde and interne_dag is None:
        raise Ongeldig(
            "Een gekozen zin noemt geen einddatum: “%(zin)s”. Kies zelf een uiterste dag.",
            zin=rij.zin[:120] if rij else "",
        )
    toezeggingen.beslis(
        werk.sessie,
        id,
        status=_STATUS[besluit].value,
        versie=versie,
        actor=werk.wie.naam,
        reden=reden or None,
        interne_dag=interne_dag if besluit is Besluit.AANGENOMEN and zonder_einde else None,
    )


def _gelezen(sleutels: Collection[str]) -> list[tuple[str, int, int]]:
    """What was ticked, in one order for everyone: two who decide at once would else wait for each other."""
    uit: list[tuple[str, int, int]] = []
    for sleutel in sorted(set(sleutels)):
        soort, een, twee = (*sleutel.split("-"), "", "", "")[:3]
        if soort not in ("t", "m") or not all(d.isascii() and d.isdigit() and len(d) < 10 for d in (een, twee)):
            raise Ongeldig("Deze keuze is niet te lezen. Vernieuw de pagina.")
        uit.append((soort, int(een), int(twee)))
    if not uit or len(uit) > _HOOGSTENS:
        raise Ongeldig("Kies ten minste één en ten hoogste %(hoogstens)s voorstellen.", hoogstens=_HOOGSTENS)
    return uit

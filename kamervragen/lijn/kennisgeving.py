"""Who hears of a step in the line: the one it waits for, with a link that brings him straight to it."""

from __future__ import annotations

from collections.abc import Collection

from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.catalogue.codes import label
from kamervragen.core.act import Huis, Werk
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.parafenlijn import aan_de_beurt
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Terugstuurreden
from kamervragen.lijn.store import route
from kamervragen.mensen import post
from kamervragen.mensen.store import accounts, vervangingen
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import afscherming


def toegewezen(huis: Huis, werk: Werk, rij: VragensetRij, behandelaar_id: int | None) -> None:
    """The behandelaar hears that a set, or some of its questions, is his to accept or refuse."""
    if behandelaar_id is not None:
        _schrijf(
            huis,
            werk,
            rij,
            {behandelaar_id},
            _("Aan u toegewezen: %(onderwerp)s"),
            _("%(wie)s heeft u deze vragen toegewezen. U kunt ze aanvaarden, of met een reden weigeren."),
        )


def wacht_op_paraaf(huis: Huis, werk: Werk, rij: VragensetRij) -> None:
    """Those whose turn it now is: the person of the step, or everyone with its role who may know of the set."""
    stappen = [route.als_stap(stap) for stap in route.laatste_ronde(werk.sessie, rij.id)]
    wie_nu: set[int] = set()
    for stap in aan_de_beurt(stappen):
        wie_nu |= {stap.gebruiker_id} if stap.gebruiker_id else accounts.met_rol(werk.sessie, stap.rol, werk.dag)
    _schrijf(
        huis,
        werk,
        rij,
        wie_nu,
        _("Wacht op uw paraaf: %(onderwerp)s"),
        _("%(wie)s heeft het concept aan u voorgelegd. U kunt paraferen, of het terugsturen met wat er anders moet."),
    )


def teruggestuurd(huis: Huis, werk: Werk, rij: VragensetRij, reden: Terugstuurreden, toelichting: str) -> None:
    """The behandelaar hears what must change."""
    if rij.behandelaar_id is not None:
        _schrijf(
            huis,
            werk,
            rij,
            {rij.behandelaar_id},
            _("Teruggestuurd: %(onderwerp)s"),
            _("%(wie)s heeft het concept teruggestuurd.") + f" {label(reden).capitalize()}: {toelichting}",
        )


def rectificatie(huis: Huis, werk: Werk, rij: VragensetRij, id: int, rollen: Collection[Rol], tekst: str) -> None:
    """Whoever has one of these roles hears that a correction waits for him."""
    aan = frozenset().union(*(accounts.met_rol(werk.sessie, rol, werk.dag) for rol in rollen))
    _schrijf(huis, werk, rij, aan, _("Rectificatie: %(onderwerp)s"), tekst, pad=f"/rectificaties/{id}")


def _schrijf(
    huis: Huis, werk: Werk, rij: VragensetRij, aan: Collection[int], onderwerp: str, tekst: str, pad: str = ""
) -> None:
    """To these people and who stands in for them, each who may know of the set; nobody hears of what he did himself.

    `onderwerp` and `tekst` name the subject of the set and who acted. Without `pad` the link brings one to the step.
    """
    naam = platte_tekst(rij.onderwerp or "") or rij.sleutel
    nummer = f"{rij.zaaknummer or rij.sleutel}" + (
        f", {_('ingezonden')} {datum(rij.ingezonden)}" if rij.ingezonden else ""
    )
    voor = vervangingen.vervangen(werk.sessie, aan, werk.dag)
    for lezer in sorted({*aan, *voor} - {werk.wie.gebruiker_id}):
        if afscherming.mag_weten(werk.sessie, rij.id, lezer):
            erbij = (
                ""
                if lezer in aan
                else "\n\n" + _("U krijgt dit omdat u waarneemt voor %(wie)s.") % {"wie": voor[lezer]}
            )
            post.schrijf_aan(
                huis,
                werk.sessie,
                lezer,
                onderwerp % {"onderwerp": naam},
                f"{tekst % {'wie': werk.wie.naam}}{erbij}\n\n{naam} ({nummer})",
                pad=pad or f"/vragensets/{rij.sleutel}/te-doen",
                vragenset_id=rij.id,
            )

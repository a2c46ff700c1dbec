"""Accounting: the four tables of the budget annex."""

from __future__ import annotations

from kamervragen.catalogus import datum
from kamervragen.catalogus import gettext as _
from kamervragen.catalogus.codes import label
from kamervragen.documents.markdown import platte_tekst
from kamervragen.documents.writers import overzicht
from kamervragen.documents.writers.aanhangsel import SJABLOON
from kamervragen.domain.motie import OPEN, Motiestatus
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.toezegging import LOPEND, Toezeggingstatus
from kamervragen.language.verwijzingen import citeer
from kamervragen.settings import SJABLONEN
from kamervragen.storage import moties, toezeggingen
from kamervragen.storage.tables import MotiefeitRij, MotieRij, ToezeggingfeitRij, ToezeggingRij, VragensetRij
from kamervragen.usecases.handeling import Huis, Wie, handeling
from kamervragen.usecases.toezeggingen import vindplaats
from kamervragen.usecases.uitvoer import Bestand

_AF = (Toezeggingstatus.VOLDAAN, Toezeggingstatus.VERVALLEN)
_MOTIE_AF = (Motiestatus.AFGEDAAN, Motiestatus.NIET_UITGEVOERD)


def bijlage(huis: Huis, wie: Wie) -> Bestand:
    """The annex of today: (moties | toezeggingen) x (in behandeling | afgerond), as Word."""
    with handeling(huis, wie, Handeling.EXPORTEREN, "bijlage-moties-en-toezeggingen") as werk:
        lijst = toezeggingen.lijst(werk.sessie)
        gebeurd = toezeggingen.feiten(werk.sessie, [rij.id or 0 for rij, *_rest in lijst])
        beloofd = [(rij, _toezegging(rij, vragenset, gebeurd[rij.id or 0])) for rij, vragenset, _label in lijst]
        gevraagd = [(m, _motie(m, moties.feiten(werk.sessie, m.id or 0))) for m in moties.alle(werk.sessie)]
        dag = werk.dag
    tabellen = (
        overzicht.Tabel(_("Moties in behandeling"), tuple(r for m, r in gevraagd if Motiestatus(m.status) in OPEN)),
        overzicht.Tabel(_("Afgeronde moties"), tuple(r for m, r in gevraagd if Motiestatus(m.status) in _MOTIE_AF)),
        overzicht.Tabel(_("Toezeggingen in behandeling"), tuple(r for t, r in beloofd if t.status in LOPEND)),
        overzicht.Tabel(_("Afgeronde toezeggingen"), tuple(r for t, r in beloofd if t.status in _AF)),
    )
    titel = _("Moties en toezeggingen, stand per %(dag)s") % {"dag": datum(dag)}
    data = overzicht.render(titel, tabellen, SJABLONEN / SJABLOON)
    return Bestand(f"moties-en-toezeggingen-{dag.isoformat()}.docx", data)


def _toezegging(rij: ToezeggingRij, vragenset: VragensetRij | None, gebeurd: list[ToezeggingfeitRij]) -> overzicht.Rij:
    laatste = gebeurd[-1] if gebeurd else None
    dag = rij.interne_dag or rij.venster_einde
    if rij.status in _AF or rij.status == Toezeggingstatus.DEELS_VOLDAAN:
        stand = _afgedaan(label(Toezeggingstatus(rij.status)), laatste)
    else:
        stand = _("In behandeling; uiterlijk %(dag)s.") % {"dag": datum(dag)} if dag else _("In behandeling.")
    return overzicht.Rij(platte_tekst(rij.zin), vindplaats(rij, vragenset, ""), stand)


def _motie(rij: MotieRij, gebeurd: tuple[MotiefeitRij, ...]) -> overzicht.Rij:
    wat = rij.verzoek or rij.onderwerp or ""
    omschrijving = _("Motie %(indieners)s: %(wat)s") % {"indieners": rij.indieners, "wat": wat}
    return overzicht.Rij(
        omschrijving.rstrip(": "),
        citeer(rij.kamerstuk) if rij.kamerstuk else "",
        _afgedaan(label(Motiestatus(rij.status)), gebeurd[-1] if gebeurd else None),
    )


def _afgedaan(stand: str, laatste: ToezeggingfeitRij | MotiefeitRij | None) -> str:
    if laatste is None:
        return f"{stand.capitalize()}."
    stuk = f" ({citeer(laatste.kamerstuk)})" if laatste.kamerstuk else ""
    reden = f" {laatste.reden}" if laatste.reden else ""
    return f"{stand.capitalize()}, {datum(laatste.datum)}{stuk}.{reden}"

"""Giving the contribution that was asked: written here or in Word, with an account or through a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from kamervragen.catalogus import gettext as _
from kamervragen.documents.lezing import Lezing
from kamervragen.documents.markdown import canoniek, platte_tekst
from kamervragen.documents.writers import bijdrage as formulier_writer
from kamervragen.documents.writers.aanhangsel import SJABLOON
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, TeGroot
from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.domain.status import OPEN, status_van
from kamervragen.domain.vragenset import Noot, Vragenset, merken_in
from kamervragen.settings import SJABLONEN
from kamervragen.storage import afscherming, bijdragen, vragensets
from kamervragen.storage.tables import BijdrageRij, BijdrageverzoekRij, VragensetRij
from kamervragen.usecases import koppelingen, post
from kamervragen.usecases.antwoorden import MAX_TEKENS
from kamervragen.usecases.bijdragen import gevraagden, namen
from kamervragen.usecases.handeling import Huis, Werk, Wie, handeling, inzage
from kamervragen.usecases.inname import gelezen
from kamervragen.usecases.uitvoer import Bestand

_WEG = "Dit verzoek om een bijdrage bestaat niet, of is niet aan u. Vraag de afzender om een nieuwe link."


@dataclass(frozen=True, slots=True)
class Gast:
    """Someone who came by a link: he acts as a lezer would, for this one request."""

    wie: Wie
    verzoek_id: int


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """What the page of a contribution shows: the questions, the answers so far when they may be seen, what was given."""

    verzoek: BijdrageverzoekRij
    rij: VragensetRij
    vragenset: Vragenset
    gegeven: Mapping[str, BijdrageRij]
    kan: bool


def gast(huis: Huis, koppeling: str, oorsprong: str) -> Gast:
    """Who came by this link. :raises NietGevonden: it is none, it is past its day, or nothing is asked any more."""
    verzoek_id = koppelingen.lees(huis, koppelingen.Soort.BIJDRAGE, koppeling)["verzoek"]
    wie = Wie("via een link", frozenset({Rol.LEZER}), oorsprong)
    with inzage(huis, wie, Handeling.BIJDRAGE_LEVEREN) as sessie:
        verzoek = _vind(sessie, huis, wie, verzoek_id)
        if afscherming.van_set(sessie, verzoek.vragenset_id) is not None or verzoek.besluit == "ingetrokken":
            raise NietGevonden("Dit verzoek is ingetrokken. U hoeft niets meer te doen.")
        return Gast(replace(wie, naam=f"{verzoek.aan} (via een link)"), verzoek_id)


def toon(huis: Huis, wie: Wie, verzoek_id: int) -> Gevraagd:
    """A request as whoever was asked sees it. :raises NietGevonden: there is none, or it is to another."""
    with inzage(huis, wie, Handeling.BIJDRAGE_LEVEREN) as sessie:
        verzoek = _vind(sessie, huis, wie, verzoek_id)
        rij = vragensets.op_id(sessie, verzoek.vragenset_id)
        vragenset = vragensets.laad(sessie, verzoek.vragenset_id)
        labels = {vraag.id: vraag.label for vraag in vragensets.vragen(sessie, verzoek.vragenset_id)}
        gegeven = {
            labels[b.vraag_id]: b
            for b in reversed(bijdragen.bij_vragen(sessie, [id for id in labels if id is not None]))
            if b.verzoek_id == verzoek_id and b.besluit != "vervallen"
        }
        kan = verzoek.besluit in (None, "geleverd") and _is_open(sessie, verzoek)
        return Gevraagd(verzoek, rij, _deel(vragenset, verzoek), gegeven, kan)


def lever(
    huis: Huis, wie: Wie, verzoek_id: int, teksten: Mapping[str, str], *, toelichting: str = "", auteur: str = ""
) -> int:
    """Gives texts (label -> Markdown) to questions that were asked about. Returns how many were new.

    :raises Ongeldig: nothing was written, or the set is no longer written. :raises TeGroot: above 100.000 characters.
    """
    geschreven = {label: tekst.strip() for label, tekst in teksten.items() if tekst.strip()}
    if not geschreven:
        raise Ongeldig("U hebt nog niets geschreven. Vul bij minstens één vraag uw bijdrage in.")
    return _lever(huis, wie, verzoek_id, geschreven, {}, dict.fromkeys(geschreven, toelichting.strip()), auteur, None)


def lever_document(huis: Huis, wie: Wie, verzoek_id: int, data: bytes, naam: str, *, auteur: str = "") -> int:
    """Gives what stands in a Word or .odt file under the headings of the questions, with its notes and remarks.

    :raises Ongeldig: none of the questions is found in it, or nothing was added to what was sent.
    """
    lezing = gelezen(data, naam)
    toegestaan = toon(huis, wie, verzoek_id).vragenset
    was = {label: platte_tekst(a.tekst) for a in toegestaan.antwoorden for label in a.labels}
    teksten = {
        label: antwoord.tekst
        for antwoord in lezing.vragenset.antwoorden
        for label in antwoord.labels
        if antwoord.tekst.strip() and platte_tekst(antwoord.tekst) != was.get(label)
    }
    bekend = {label: tekst for label, tekst in teksten.items() if any(v.label == label for v in toegestaan.vragen)}
    if not bekend:
        raise Ongeldig(
            f"In {naam} staat geen bijdrage bij {namen([v.label for v in toegestaan.vragen])}. Schrijf in het formulier "
            "onder de kop 'Antwoord op vraag' en laat de koppen staan, of plak uw tekst hieronder."
        )
    noten = {noot.id: noot for noot in lezing.vragenset.noten}
    opmerkingen = {label: _opmerkingen(lezing, label) for label in bekend}
    return _lever(huis, wie, verzoek_id, bekend, noten, opmerkingen, auteur, naam)


def weiger(huis: Huis, wie: Wie, verzoek_id: int, *, reden: str, auteur: str = "", versie: int) -> None:
    """Says that no contribution will come, and why; it stays in view. :raises Ongeldig: without a reason."""
    if not reden.strip() or len(reden) > 2_000:
        raise Ongeldig("Schrijf in hooguit 2.000 tekens waarom u niet kunt bijdragen; de opsteller leest het.")
    with handeling(huis, wie, Handeling.BIJDRAGE_LEVEREN) as werk:
        verzoek = _eis(werk, huis, verzoek_id)
        aan, door = verzoek.actor_id, auteur.strip() or wie.naam
        bijdragen.beslis_verzoek(
            werk.sessie, verzoek_id, besluit="geweigerd", reden=reden.strip(), actor=door, moment=werk.moment,
            versie=versie,
        )  # fmt: skip
        _meld(huis, werk, aan, verzoek_id, _("Geen bijdrage: %(onderwerp)s"), f"{door}: {reden.strip()}")


def formulier(huis: Huis, wie: Wie, verzoek_id: int) -> Bestand:
    """The Word form for this request: its questions, with room to write under each."""
    gevraagd = toon(huis, wie, verzoek_id)
    verzoek, s = gevraagd.verzoek, gevraagd.vragenset
    with handeling(huis, wie, Handeling.EXPORTEREN, gevraagd.rij.sleutel):
        pass  # what leaves the house leaves a line
    data = formulier_writer.render(
        s, verzoek.labels, gevraagd=verzoek.gevraagd, uiterlijk=verzoek.uiterlijk, op=verzoek.moment.date(),
        met_concept=verzoek.met_concept, sjabloon=SJABLONEN / SJABLOON,
    )  # fmt: skip
    return Bestand(f"bijdrage-{s.zaaknummer or gevraagd.rij.sleutel}.docx", data)


def _lever(
    huis: Huis, wie: Wie, verzoek_id: int, teksten: Mapping[str, str], noten: Mapping[str, Noot],
    toelichtingen: Mapping[str, str], auteur: str, herkomst: str | None,
) -> int:  # fmt: skip
    if any(len(tekst) > MAX_TEKENS for tekst in (*teksten.values(), *toelichtingen.values())):
        raise TeGroot("Een bijdrage mag hooguit 100.000 tekens hebben. Lever de rest als bijlage.")
    with handeling(huis, wie, Handeling.BIJDRAGE_LEVEREN) as werk:
        verzoek = _eis(werk, huis, verzoek_id)
        vragen = {v.label: v.id or 0 for v in vragensets.vragen(werk.sessie, verzoek.vragenset_id)}
        if set(teksten) - set(verzoek.labels):
            raise Ongeldig("Over een van deze vragen is uw bijdrage niet gevraagd. Vernieuw de pagina.")
        door = auteur.strip()[:200] or wie.naam
        rijen = [
            BijdrageRij(
                vragenset_id=verzoek.vragenset_id, verzoek_id=verzoek_id, vraag_id=vragen[label],
                tekst=canoniek(tekst.replace("\r\n", "\n").replace("\0", "")), noten=_noten_bij(tekst, noten),
                toelichting=toelichtingen.get(label) or None, auteur=door, herkomst=herkomst, moment=werk.moment,
            )
            for label, tekst in teksten.items()
            if label in vragen
        ]  # fmt: skip
        _eis_onbeslist(werk.sessie, verzoek_id, rijen, {id: label for label, id in vragen.items()})
        nieuw = bijdragen.lever(werk.sessie, rijen)
        aan, versie = verzoek.actor_id, verzoek.versie
        gekregen = {b.vraag_id for b in bijdragen.van_verzoek(werk.sessie, verzoek_id)}
        if verzoek.besluit is None and {vragen[label] for label in verzoek.labels} <= gekregen:
            bijdragen.beslis_verzoek(
                werk.sessie, verzoek_id, besluit="geleverd", reden=None, actor=door, moment=werk.moment, versie=versie
            )
        if nieuw:
            wat = _("%(wie)s heeft bijgedragen aan %(welke)s.") % {"wie": door, "welke": namen(list(teksten))}
            _meld(huis, werk, aan, verzoek_id, _("Bijdrage geleverd: %(onderwerp)s"), wat)
        return nieuw


def _eis_onbeslist(sessie: Session, verzoek_id: int, nieuw: Sequence[BijdrageRij], labels: Mapping[int, str]) -> None:
    """:raises Ongeldig: another text for a question whose contribution was taken over or left."""
    besloten = {
        b.vraag_id for b in bijdragen.van_verzoek(sessie, verzoek_id) if b.besluit in ("overgenomen", "afgewezen")
    }
    if al := [labels[rij.vraag_id] for rij in nieuw if rij.vraag_id in besloten]:
        raise Ongeldig(
            f"Over uw bijdrage aan {namen(al)} is al besloten. Vraag de opsteller om een nieuw verzoek als er iets bij moet."
        )


def _vind(sessie: Session, huis: Huis, wie: Wie, verzoek_id: int) -> BijdrageverzoekRij:
    """A request that is to this person, to whom he stands in for, or that a link opened.

    :raises NietGevonden: there is none, or it is to another: in the same words.
    """
    verzoek = bijdragen.verzoek(sessie, verzoek_id)
    if verzoek is None:
        raise NietGevonden(_WEG)
    if wie.gebruiker_id is not None:
        mogen = gevraagden(sessie, verzoek, huis.vandaag())
        if wie.gebruiker_id not in mogen | {verzoek.actor_id}:
            raise NietGevonden(_WEG)
    return verzoek


def _eis(werk: Werk, huis: Huis, verzoek_id: int) -> BijdrageverzoekRij:
    """The request, once something can still be given. :raises NietToegestaan: it was ended, or the set is closed."""
    verzoek = _vind(werk.sessie, huis, werk.wie, verzoek_id)
    rij = vragensets.op_id(werk.sessie, verzoek.vragenset_id)
    werk.object = rij.sleutel
    vragensets.houd_vast(werk.sessie, rij)
    werk.sessie.refresh(verzoek)  # as it is now that nobody else acts on this set
    if not _is_open(werk.sessie, verzoek) or verzoek.besluit not in (None, "geleverd"):
        raise NietToegestaan("Dit verzoek is afgedaan: er kan geen bijdrage meer bij.")
    return verzoek


def _is_open(sessie: Session, verzoek: BijdrageverzoekRij) -> bool:
    return status_van(vragensets.feiten(sessie, verzoek.vragenset_id)) in OPEN


def _deel(s: Vragenset, verzoek: BijdrageverzoekRij) -> Vragenset:
    """What whoever is asked may see of a set: his questions, and the answers to them only when that was chosen."""
    labels = set(verzoek.labels)
    antwoorden = tuple(a for a in s.antwoorden if verzoek.met_concept and labels & set(a.labels))
    vragen = tuple(v for v in s.vragen if v.label in labels)
    return replace(s, vragen=vragen, antwoorden=antwoorden, inleiding=None, toelichting=None, slot=None)


def _noten_bij(tekst: str, noten: Mapping[str, Noot]) -> dict[str, list[str]]:
    return {merk: [noten[merk].tekst, noten[merk].url or ""] for merk in merken_in(tekst) if merk in noten}


def _opmerkingen(lezing: Lezing, label: str) -> str:
    """The remarks in the margin of this question and its answer, one a line."""
    hier = (f"vraag-{label}", f"antwoord-{label}")
    return "\n".join(
        f"{o.auteur or _('Opmerking')}: {o.tekst}" + (f" («{o.passage}»)" if o.passage else "")
        for o in lezing.opmerkingen
        if o.plaats in hier
    )


def _meld(huis: Huis, werk: Werk, aan: int | None, verzoek_id: int, onderwerp: str, tekst: str) -> None:
    """Whoever asked hears of it."""
    if aan is None or aan == werk.wie.gebruiker_id:
        return
    verzoek = bijdragen.verzoek(werk.sessie, verzoek_id)
    assert verzoek is not None
    rij = vragensets.op_id(werk.sessie, verzoek.vragenset_id)
    naam = platte_tekst(rij.onderwerp or "") or rij.sleutel
    if afscherming.mag_weten(werk.sessie, verzoek.vragenset_id, aan):
        post.schrijf_aan(
            huis, werk.sessie, aan, onderwerp % {"onderwerp": naam}, f"{tekst}\n\n{naam} ({rij.zaaknummer or rij.sleutel})",
            pad=f"/vragensets/{rij.sleutel}/vragen/{verzoek.labels[0]}", vragenset_id=rij.id,
        )  # fmt: skip

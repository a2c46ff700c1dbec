"""Giving the contribution that was asked: written here or in Word, with an account or through a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlmodel import Session

from kamervragen.antwoorden.schrijven import MAX_TEKENS
from kamervragen.catalogue import gettext as _
from kamervragen.catalogue.labels import N_
from kamervragen.core.act import Huis, Werk, handeling, inzage, leg_uitgifte_vast
from kamervragen.core.actor import Wie
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.binnen import gelezen
from kamervragen.documents.lezing import Lezing
from kamervragen.documents.text.markdown import canoniek, platte_tekst
from kamervragen.documents.word.sjabloon import AANHANGSEL
from kamervragen.documents.writers import bijdrage as formulier_writer
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, TeGroot, Verouderd
from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.domain.status import OPEN, status_van
from kamervragen.domain.vragenset import Noot, Vragenset, merken_in
from kamervragen.lijn.bijdragen import gevraagden, namen
from kamervragen.lijn.rows import BijdrageRij, BijdrageverzoekRij
from kamervragen.lijn.store import bijdragen
from kamervragen.mensen import koppelingen, post
from kamervragen.papieren import sjablonen
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import afscherming, vragensets

_VIA = "via een link"  # what is kept stays Dutch
_WEG = N_("Dit verzoek om een bijdrage bestaat niet, of is niet aan u. Vraag de afzender om een nieuwe link.")


@dataclass(frozen=True, slots=True)
class Gast:
    """Someone who came by a link: he acts as a lezer would, for this one request."""

    wie: Wie
    verzoek_id: int


@dataclass(frozen=True, slots=True)
class Inbreng:
    """What is given to one question: its text, the notes its marks call, and a word for the drafter."""

    tekst: str
    noten: dict[str, list[str]]
    toelichting: str


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
    wie = Wie(_VIA, frozenset({Rol.LEZER}), oorsprong)
    with inzage(huis, wie, Handeling.BIJDRAGE_LEVEREN) as sessie:
        verzoek = _vind(sessie, huis, wie, verzoek_id, kijken=True)
        if afscherming.van_set(sessie, verzoek.vragenset_id) is not None or verzoek.besluit == "ingetrokken":
            raise NietGevonden("Dit verzoek is ingetrokken. U hoeft niets meer te doen.")
        return Gast(replace(wie, naam=f"{verzoek.aan} ({_VIA})"), verzoek_id)


def toon(huis: Huis, wie: Wie, verzoek_id: int) -> Gevraagd:
    """A request as whoever was asked sees it. :raises NietGevonden: there is none, or it is to another."""
    with inzage(huis, wie, Handeling.BIJDRAGE_LEVEREN) as sessie:
        verzoek = _vind(sessie, huis, wie, verzoek_id, kijken=True)
        rij = vragensets.op_id(sessie, verzoek.vragenset_id)
        vragenset = vragensets.laad(sessie, verzoek.vragenset_id)
        labels = {vraag.id: vraag.label for vraag in vragensets.vragen(sessie, verzoek.vragenset_id)}
        gegeven = {
            labels[b.vraag_id]: b
            for b in reversed(bijdragen.van_set(sessie, verzoek.vragenset_id))
            if b.verzoek_id == verzoek_id and b.besluit != "vervallen"
        }
        kan = verzoek.besluit in (None, "geleverd") and _is_open(sessie, verzoek)
        return Gevraagd(verzoek, rij, _deel(vragenset, verzoek, met_concept=verzoek.met_concept and kan), gegeven, kan)


def lever(
    huis: Huis,
    wie: Wie,
    verzoek_id: int,
    teksten: Mapping[str, str],
    *,
    toelichting: str = "",
    auteur: str = "",
    versie: int | None = None,
) -> int:
    """Gives texts (label -> Markdown) to questions that were asked about. Returns how many were new.

    What stands there already is left alone, with its notes. `versie` is that of the request one saw.
    :raises Ongeldig: nothing was written, or something decided was changed. :raises TeGroot: above 100.000 characters.
    :raises Verouderd: the request, or the numbers of its questions, changed meanwhile.
    """
    geschreven = {label: _schoon(tekst) for label, tekst in teksten.items() if tekst.strip()}
    if not geschreven:
        raise Ongeldig("U hebt nog niets geschreven. Vul bij minstens één vraag uw bijdrage in.")
    gegeven = toon(huis, wie, verzoek_id).gegeven
    erbij = toelichting.strip()
    if erbij in {b.toelichting for b in gegeven.values()}:
        erbij = ""  # the page filled it in
    inbreng = {
        label: Inbreng(
            tekst,
            {merk: noot for merk, noot in eerder.noten.items() if merk in merken_in(tekst)} if eerder else {},
            erbij or (eerder.toelichting if eerder else None) or "",
        )
        for label, tekst in geschreven.items()
        for eerder in (gegeven.get(label),)
    }
    return _lever(huis, wie, verzoek_id, inbreng, auteur=auteur, versie=versie)


def staat_er_al(huis: Huis, wie: Wie, verzoek_id: int, teksten: Mapping[str, str]) -> bool:
    """Whether these texts (label -> Markdown) are what was given before; an empty one says nothing."""
    gegeven = toon(huis, wie, verzoek_id).gegeven
    return all(
        label in gegeven and gegeven[label].tekst == _schoon(tekst) for label, tekst in teksten.items() if tekst.strip()
    )


def lever_document(huis: Huis, wie: Wie, verzoek_id: int, data: bytes, naam: str, *, auteur: str = "") -> int:
    """Gives what stands in a Word or .odt file under the headings of the questions, with its notes and remarks.

    A question that got another number since is known by its words.
    :raises Ongeldig: none of the questions is found in it, or nothing was added to what was sent.
    """
    lezing = gelezen(data, naam)
    toegestaan = toon(huis, wie, verzoek_id).vragenset
    was = {label: platte_tekst(a.tekst) for a in toegestaan.antwoorden for label in a.labels}
    nu = _labels_nu(lezing.vragenset, toegestaan)
    noten = {noot.id: noot for noot in lezing.vragenset.noten}
    inbreng = {
        nu[label]: Inbreng(_schoon(antwoord.tekst), _noten_bij(antwoord.tekst, noten), _opmerkingen(lezing, label))
        for antwoord in lezing.vragenset.antwoorden
        for label in antwoord.labels
        if label in nu and antwoord.tekst.strip() and platte_tekst(antwoord.tekst) != was.get(nu[label])
    }
    if not inbreng:
        raise Ongeldig(
            "In %(naam)s staat geen bijdrage bij %(namen)s. Schrijf in het formulier onder de kop 'Antwoord "
            "op vraag' en laat de koppen staan, of plak uw tekst hieronder.",
            naam=naam,
            namen=namen([v.label for v in toegestaan.vragen]),
        )
    return _lever(huis, wie, verzoek_id, inbreng, auteur=auteur, herkomst=naam)


def weiger(huis: Huis, wie: Wie, verzoek_id: int, *, reden: str, auteur: str = "", versie: int) -> None:
    """Says that no contribution will come, and why; it stays in view. :raises Ongeldig: without a reason."""
    if not reden.strip() or len(reden) > 2_000:
        raise Ongeldig(
            "Schrijf in hooguit 2.000 tekens waarom u niet kunt bijdragen; de opsteller leest het.", veld="reden"
        )
    with handeling(huis, wie, Handeling.BIJDRAGE_LEVEREN, herroepbaar=True) as werk:
        verzoek = _eis(werk, huis, verzoek_id)
        aan, door = verzoek.actor_id, _naam_van(wie, auteur)
        bijdragen.beslis_verzoek(
            werk.sessie,
            verzoek_id,
            besluit="geweigerd",
            reden=reden.strip(),
            actor=door,
            moment=werk.moment,
            versie=versie,
        )
        _meld(huis, werk, aan, verzoek_id, _("Geen bijdrage: %(onderwerp)s"), f"{door}: {reden.strip()}")


def formulier(huis: Huis, wie: Wie, verzoek_id: int) -> Bestand:
    """The Word form for this request: its questions, with room to write under each."""
    gevraagd = toon(huis, wie, verzoek_id)
    verzoek, s = gevraagd.verzoek, gevraagd.vragenset
    leg_uitgifte_vast(huis, wie, Handeling.EXPORTEREN, gevraagd.rij.sleutel)
    data = formulier_writer.render(
        s,
        verzoek.labels,
        gevraagd=verzoek.gevraagd,
        uiterlijk=verzoek.uiterlijk,
        op=verzoek.moment.date(),
        met_concept=verzoek.met_concept,
        sjabloon=sjablonen.pad(huis, AANHANGSEL),
    )
    return Bestand(f"bijdrage-{s.zaaknummer or gevraagd.rij.sleutel}.docx", data)


def _naam_van(wie: Wie, auteur: str) -> str:
    """Who gave it: a guest's own words, marked as such, so that nobody takes them for a colleague."""
    getypt = " ".join(auteur.split())[:200]
    if wie.gebruiker_id is None and getypt:
        return f"{getypt} ({_VIA})"
    return getypt or wie.naam


def _lever(
    huis: Huis,
    wie: Wie,
    verzoek_id: int,
    inbreng: Mapping[str, Inbreng],
    *,
    auteur: str,
    herkomst: str | None = None,
    versie: int | None = None,
) -> int:
    if any(len(i.tekst) > MAX_TEKENS or len(i.toelichting) > MAX_TEKENS for i in inbreng.values()):
        raise TeGroot("Een bijdrage mag hooguit 100.000 tekens hebben. Lever de rest als bijlage.")
    with handeling(huis, wie, Handeling.BIJDRAGE_LEVEREN) as werk:
        verzoek = _eis(werk, huis, verzoek_id)
        vragen = {v.label: v.id for v in vragensets.vragen(werk.sessie, verzoek.vragenset_id)}
        eerder = bijdragen.van_verzoek(werk.sessie, verzoek_id)
        huidig = {
            label: b for b in eerder for label, id in vragen.items() if b.vraag_id == id and b.besluit != "vervallen"
        }
        nieuw = _gekeurd(verzoek, inbreng, huidig, versie)
        if not nieuw:
            return 0
        door = _naam_van(wie, auteur)
        bijdragen.lever(
            werk.sessie,
            [
                BijdrageRij(
                    vragenset_id=verzoek.vragenset_id,
                    verzoek_id=verzoek_id,
                    vraag_id=vragen[label],
                    tekst=i.tekst,
                    noten=i.noten,
                    toelichting=i.toelichting or None,
                    auteur=door,
                    herkomst=herkomst,
                    moment=werk.moment,
                )
                for label, i in nieuw.items()
            ],
        )
        aan, nu = verzoek.actor_id, verzoek.versie
        if verzoek.besluit is None and set(verzoek.labels) <= {*huidig, *nieuw}:
            bijdragen.beslis_verzoek(
                werk.sessie, verzoek_id, besluit="geleverd", reden=None, actor=door, moment=werk.moment, versie=nu
            )
        wat = _("%(wie)s heeft bijgedragen aan %(welke)s.") % {"wie": door, "welke": namen(list(nieuw))}
        _meld(huis, werk, aan, verzoek_id, _("Bijdrage geleverd: %(onderwerp)s"), wat)
        return len(nieuw)


def _gekeurd(
    verzoek: BijdrageverzoekRij, inbreng: Mapping[str, Inbreng], huidig: Mapping[str, BijdrageRij], versie: int | None
) -> dict[str, Inbreng]:
    """What is new of what was sent, once it may be given. :raises Ongeldig, Verouderd: as `lever`."""
    if set(inbreng) - set(verzoek.labels):
        raise Ongeldig("Over een van deze vragen is uw bijdrage niet gevraagd. Vernieuw de pagina.")
    nieuw = {label: i for label, i in inbreng.items() if not _staat_er(huidig.get(label), i)}
    if nieuw and versie is not None and versie != verzoek.versie:
        raise Verouderd("Dit verzoek is intussen gewijzigd. Controleer bij welke vraag uw tekst hoort.")
    if besloten := [label for label in nieuw if label in huidig and huidig[label].besluit]:
        raise Ongeldig(
            "Over uw bijdrage aan %(namen)s is al besloten. Vraag de opsteller om een nieuw verzoek als er "
            "iets bij moet.",
            namen=namen(besloten),
        )
    return nieuw


def _staat_er(rij: BijdrageRij | None, inbreng: Inbreng) -> bool:
    """Whether this is what stands there; of what was decided only the text counts."""
    if rij is None or rij.tekst != inbreng.tekst:
        return False
    return rij.besluit is not None or (rij.toelichting or "") == inbreng.toelichting


def _schoon(tekst: str) -> str:
    return canoniek(tekst.replace("\r\n", "\n").replace("\0", "").strip())


def _labels_nu(gelezen_: Vragenset, gevraagd: Vragenset) -> dict[str, str]:
    """The label in a document -> the label of that question now: known by its words, or by its number without words."""
    op_tekst = {platte_tekst(v.tekst): v.label for v in gevraagd.vragen}
    labels = {v.label for v in gevraagd.vragen}
    teksten = {v.label: platte_tekst(v.tekst) for v in gelezen_.vragen}
    uit = {}
    for label in (label for antwoord in gelezen_.antwoorden for label in antwoord.labels):
        tekst = teksten.get(label, "")
        if tekst in op_tekst:
            uit[label] = op_tekst[tekst]
        elif label in labels and not tekst:
            uit[label] = label
    return uit


def _vind(sessie: Session, huis: Huis, wie: Wie, verzoek_id: int, *, kijken: bool) -> BijdrageverzoekRij:
    """A request that is to this person, to whom he stands in for, or that a link opened; who asked may look.

    :raises NietGevonden: there is none, or it is to another: in the same words.
    """
    verzoek = bijdragen.verzoek(sessie, verzoek_id)
    if verzoek is None:
        raise NietGevonden(_WEG)
    if wie.gebruiker_id is not None:
        mogen = gevraagden(sessie, verzoek, huis.vandaag())
        if wie.gebruiker_id not in mogen and not (kijken and wie.gebruiker_id == verzoek.actor_id):
            raise NietGevonden(_WEG)
    return verzoek


def _eis(werk: Werk, huis: Huis, verzoek_id: int) -> BijdrageverzoekRij:
    """The request, once something can still be given. :raises NietToegestaan: it was ended, or the set is closed."""
    verzoek = _vind(werk.sessie, huis, werk.wie, verzoek_id, kijken=False)
    rij = vragensets.op_id(werk.sessie, verzoek.vragenset_id)
    werk.object = rij.sleutel
    vragensets.houd_vast(werk.sessie, rij)
    werk.sessie.refresh(verzoek)  # as it is now that nobody else acts on this set
    if not _is_open(werk.sessie, verzoek) or verzoek.besluit not in (None, "geleverd"):
        raise NietToegestaan("Dit verzoek is afgedaan: er kan geen bijdrage meer bij.")
    return verzoek


def _is_open(sessie: Session, verzoek: BijdrageverzoekRij) -> bool:
    return status_van(vragensets.feiten(sessie, verzoek.vragenset_id)) in OPEN


def _deel(s: Vragenset, verzoek: BijdrageverzoekRij, *, met_concept: bool) -> Vragenset:
    """What whoever is asked may see of a set: his questions, and the answers to them only when that was chosen."""
    labels = set(verzoek.labels)
    antwoorden = tuple(a for a in s.antwoorden if met_concept and labels & set(a.labels))
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
            huis,
            werk.sessie,
            aan,
            onderwerp % {"onderwerp": naam},
            f"{tekst}\n\n{naam} ({rij.zaaknummer or rij.sleutel})",
            pad=f"/vragensets/{rij.sleutel}/vragen/{verzoek.labels[0]}",
            vragenset_id=rij.id,
        )

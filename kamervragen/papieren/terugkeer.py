"""A concept that comes back from Word: what it changes becomes proposals, its remarks become remarks, decided one by one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from kamervragen.antwoorden.schrijven import MAX_TEKENS, na_bewaren, voeg_toe
from kamervragen.antwoorden.store import antwoorden
from kamervragen.core.act import Huis, Werk, eis_vooraf, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import files
from kamervragen.documents.apart import lees_terug_apart
from kamervragen.documents.text.drieweg import voeg_samen
from kamervragen.documents.text.markdown import canoniek
from kamervragen.domain.errors import NietGevonden, Ongeldig, TeGroot, Verouderd
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.terugkeer import Wijzigingsaard
from kamervragen.domain.vragenset import MERK, Nootsoort
from kamervragen.papieren.rows import TerugkeerRij, TerugkeervoorstelRij
from kamervragen.papieren.store import terugkeer as kast
from kamervragen.papieren.terugkeervoorstellen import STUK, Opbrengst, opbrengst
from kamervragen.sets.blik import Blik
from kamervragen.sets.rows import AntwoordRij, NootRij, VragensetRij
from kamervragen.sets.store import documenten, vragensets
from kamervragen.sets.toegang import set_voor, vind_set


def neem_terug(huis: Huis, wie: Wie, sleutel: str, data: bytes, naam: str) -> int:
    """Reads a concept that came back and keeps what it proposes; the answers stay as they are. Returns its id.

    The same document twice is one. :raises Ongeldig: of another set, unreadable, encrypted, or with macros.
    """
    eis_vooraf(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel)
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        vragen = [(v.label, v.tekst) for v in vragensets.vragen(sessie, vind_set(sessie, sleutel).id)]
    lezing = lees_terug_apart(data, naam, vragen)
    eigen = handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel)
    with files.bewaard(huis.settings.documenten, data), eigen as werk:
        rij = set_voor(werk, sleutel)
        sha256 = files.sha256(data)
        if eerder := kast.met_inhoud(werk.sessie, rij.id, sha256):
            return eerder.id
        gevonden: Opbrengst = opbrengst(werk, rij, lezing, naam)
        documenten.voeg_document_toe(
            werk.sessie, rij.id, sha256=sha256, naam=naam, soort=STUK, moment=werk.moment, aantallen={}
        )
        return kast.voeg_toe(
            werk.sessie,
            TerugkeerRij(
                vragenset_id=rij.id,
                sha256=sha256,
                naam=naam,
                verslag=gevonden.verslag,
                actor=wie.naam,
                moment=werk.moment,
                setversie=lezing.herkomst.versie if lezing.herkomst else None,
            ),
            gevonden.voorstellen,
        )


def beslis(
    huis: Huis,
    wie: Wie,
    sleutel: str,
    voorstel_id: int,
    besluit: str,
    *,
    versie: int,
    tekst: str | None = None,
    antwoordversie: int = 0,
) -> int:
    """Takes over or declines one change. `tekst` is the answer as someone put it together by hand, from the text of
    `antwoordversie` (0: there was none).

    Returns the id of the document it came with. :raises Verouderd: it was decided, or the text changed at the same place.
    """
    _eis_besluit(besluit)
    if besluit == "overgenomen" and tekst is not None and not tekst.strip():
        raise Ongeldig("Vul de tekst in zoals hij moet worden, of wijs de wijziging af.")
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel, herroepbaar=besluit == "afgewezen") as werk:
        rij = set_voor(werk, sleutel)
        voorstel = vind_voorstel(werk.sessie, rij, voorstel_id)
        _sluit(werk, voorstel, besluit, versie)
        if besluit == "overgenomen":
            if tekst is not None and versie_nu(werk.sessie, rij, voorstel) != antwoordversie:
                raise Verouderd(
                    "Een collega schreef intussen verder aan dit antwoord. Voeg de teksten opnieuw samen.",
                    versie=voorstel.versie,
                    hun_tekst=tekst_nu(werk.sessie, rij, voorstel),
                    mijn_tekst=tekst,
                )
            _pas_toe(werk, rij, voorstel, tekst)
        return voorstel.terugkeer_id


def beslis_alle(huis: Huis, wie: Wie, sleutel: str, terugkeer_id: int, plaats: str, besluit: str) -> None:
    """Takes over or declines everything that is open at one place, or nothing of it.

    :raises Verouderd: one of them touches what a colleague wrote meanwhile; then none is done.
    """
    _eis_besluit(besluit)
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel, herroepbaar=besluit == "afgewezen") as werk:
        rij = set_voor(werk, sleutel)
        terug = vind_terugkeer(werk.sessie, rij, terugkeer_id)
        alle = [v for v in kast.voorstellen(werk.sessie, [terugkeer_id]) if v.plaats == plaats]
        open_ = [v for v in alle if v.besluit is None]
        if not open_:
            raise Ongeldig("Hier is niets meer te beslissen. Vernieuw de pagina.")
        samen = terug.verslag.get("samen", {}).get(plaats)
        heel = TerugkeervoorstelRij(
            terugkeer_id=terugkeer_id,
            antwoord_id=alle[0].antwoord_id,
            plaats=plaats,
            soort=alle[0].soort,
            auteur="",
            gewijzigd_op="",
            basis=alle[0].basis,
            voorgesteld=samen or "",
            noten=_alle_noten(alle),
        )
        for voorstel in open_:
            _sluit(werk, voorstel, besluit, voorstel.versie)
        if besluit != "overgenomen":
            return
        if samen is not None and len(open_) == len(alle) > 1:
            _pas_toe(werk, rij, heel, None)
            return
        for voorstel in open_:
            _pas_toe(werk, vind_set(werk.sessie, sleutel), voorstel, None)


def van_set(blik: Blik) -> tuple[tuple[TerugkeerRij, int], ...]:
    """Gives the documents that came back, each with how many of its proposals are open, the newest first."""
    rijen = kast.van_set(blik.sessie, blik.id)
    alle = kast.voorstellen(blik.sessie, [rij.id for rij in rijen])
    return tuple((rij, sum(v.terugkeer_id == rij.id and v.besluit is None for v in alle)) for rij in rijen)


def _pas_toe(werk: Werk, rij: VragensetRij, voorstel: TerugkeervoorstelRij, met_de_hand: str | None) -> None:
    nu = tekst_nu(werk.sessie, rij, voorstel)
    nieuw = met_de_hand if met_de_hand is not None else voeg_samen(voorstel.basis, voorstel.voorgesteld, nu)
    if nieuw is None:
        raise Verouderd(
            "Op deze plek is de tekst intussen ook gewijzigd. Voeg de teksten zelf samen.",
            versie=voorstel.versie,
            hun_tekst=nu,
            mijn_tekst=voorstel.voorgesteld,
        )
    if len(nieuw) > MAX_TEKENS:
        raise TeGroot("Een antwoord mag hooguit 100.000 tekens hebben. Zet de rest in een bijlage.")
    schoon = canoniek(_met_noten(werk, rij, voorstel, nieuw).replace("\r\n", "\n").replace("\0", ""))
    antwoord = _antwoord(werk.sessie, rij, voorstel)
    if voorstel.soort == Wijzigingsaard.NOOT:
        _vervang_noot(werk, rij, voorstel, " ".join(nieuw.split()))
    elif antwoord is None:
        voeg_toe(werk, rij, voorstel.plaats.removeprefix("antwoord-"), schoon, versie=0)
    else:
        _bewaar(werk, rij, antwoord, schoon)


def _bewaar(werk: Werk, rij: VragensetRij, antwoord: AntwoordRij, tekst: str) -> None:
    if tekst == antwoord.tekst:  # it stood there already
        return
    id, versie = antwoord.id, antwoord.versie
    antwoorden.bewaar(werk.sessie, id, tekst, versie=versie, auteur=werk.wie.naam, moment=werk.moment)
    na_bewaren(werk, vind_set(werk.sessie, rij.sleutel), id, tekst)


def _antwoord(sessie: Session, rij: VragensetRij, voorstel: TerugkeervoorstelRij) -> AntwoordRij | None:
    """The answer that a proposal is about; one that was written since the document left counts too."""
    if voorstel.antwoord_id is not None:
        return antwoorden.op_id(sessie, voorstel.antwoord_id)
    label = voorstel.plaats.removeprefix("antwoord-")
    vraag = next((v for v in vragensets.vragen(sessie, rij.id) if v.label == label), None)
    return antwoorden.van_vraag(sessie, vraag) if vraag is not None else None


def tekst_nu(sessie: Session, rij: VragensetRij, voorstel: TerugkeervoorstelRij) -> str:
    """The text that a proposal is about, as it is now."""
    if voorstel.soort == Wijzigingsaard.NOOT:
        return _noot(sessie, rij, voorstel).tekst
    antwoord = _antwoord(sessie, rij, voorstel)
    return antwoord.tekst if antwoord is not None else ""


def versie_nu(sessie: Session, rij: VragensetRij, voorstel: TerugkeervoorstelRij) -> int:
    """The version of that text. A note has none: what is put together by hand is what it will be."""
    antwoord = _antwoord(sessie, rij, voorstel) if voorstel.soort != Wijzigingsaard.NOOT else None
    return antwoord.versie if antwoord is not None else 0


def _met_noten(werk: Werk, rij: VragensetRij, voorstel: TerugkeervoorstelRij, tekst: str) -> str:
    """The text with its new notes recorded under numbers of the set; those that are not called in it stay out."""
    nieuw: dict[str, str] = {}
    for id, inhoud in voorstel.noten.items():
        if f"[^{id}]" in tekst:
            noot = antwoorden.voeg_noot_toe(werk.sessie, rij.id, Nootsoort.VOETNOOT.value, inhoud, None)
            nieuw[id] = f"[^v{noot.nummer}]"
    return MERK.sub(lambda treffer: nieuw.get(treffer[1], treffer[0]), tekst)


def _vervang_noot(werk: Werk, rij: VragensetRij, voorstel: TerugkeervoorstelRij, tekst: str) -> None:
    """A note in other words is another note: earlier versions of the answers that call it keep what they called."""
    oud = voorstel.plaats.removeprefix("noot-")
    noot = antwoorden.voeg_noot_toe(werk.sessie, rij.id, Nootsoort.VOETNOOT.value, tekst, None)
    for antwoord, _labels in vragensets.antwoorden_van(werk.sessie, rij.id):
        if f"[^{oud}]" in antwoord.tekst:
            _bewaar(werk, rij, antwoord, antwoord.tekst.replace(f"[^{oud}]", f"[^v{noot.nummer}]"))


def _noot(sessie: Session, rij: VragensetRij, voorstel: TerugkeervoorstelRij) -> NootRij:
    id = voorstel.plaats.removeprefix("noot-")
    noot = next((n for n in vragensets.noten(sessie, rij.id) if f"{n.soort[0]}{n.nummer}" == id), None)
    if noot is None:
        raise Verouderd("Deze noot staat niet meer in de set. Vernieuw de pagina.")
    return noot


def _sluit(werk: Werk, voorstel: TerugkeervoorstelRij, besluit: str, versie: int) -> None:
    kast.beslis(werk.sessie, voorstel.id, besluit=besluit, actor=werk.wie.naam, moment=werk.moment, versie=versie)


def _alle_noten(alle: Sequence[TerugkeervoorstelRij]) -> dict[str, str]:
    return {id: tekst for voorstel in alle for id, tekst in voorstel.noten.items()}


def _eis_besluit(besluit: str) -> None:
    if besluit not in ("overgenomen", "afgewezen"):
        raise Ongeldig("Kies overnemen of afwijzen.")


def vind_voorstel(sessie: Session, rij: VragensetRij, id: int) -> TerugkeervoorstelRij:
    voorstel = kast.voorstel(sessie, id)
    if voorstel is None or _is_van(sessie, rij, voorstel.terugkeer_id) is None:
        raise NietGevonden("Deze wijziging hoort niet bij deze set. Ga terug naar de papieren.")
    return voorstel


def vind_terugkeer(sessie: Session, rij: VragensetRij, id: int) -> TerugkeerRij:
    terug = _is_van(sessie, rij, id)
    if terug is None:
        raise NietGevonden("Dit document hoort niet bij deze set. Ga terug naar de papieren.")
    return terug


def _is_van(sessie: Session, rij: VragensetRij, id: int) -> TerugkeerRij | None:
    terug = kast.op_id(sessie, id)
    return terug if terug is not None and terug.vragenset_id == rij.id else None

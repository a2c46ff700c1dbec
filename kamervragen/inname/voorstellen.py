"""What later documents propose: another text, another value, or that two sets are one. A person decides."""

from __future__ import annotations

from sqlmodel import Session

from kamervragen.antwoorden.schrijven import na_bewaren
from kamervragen.antwoorden.store import antwoorden
from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import files
from kamervragen.documents.binnen import gelezen
from kamervragen.documents.lezing import Lezing
from kamervragen.domain.bijlage import Bijlagesoort
from kamervragen.domain.errors import NietGevonden, Ongeldig, Verouderd
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.vragenset import merken_in
from kamervragen.inname.herstel import zet_velden
from kamervragen.inname.innemen import SAMENVOEGEN, neem_op
from kamervragen.language.citations.citaten import teksten as teksten_van
from kamervragen.language.velden import VELDEN
from kamervragen.lijn.store import bijdragen
from kamervragen.sets.index import plan_index
from kamervragen.sets.rows import VoorstelRij, VragensetRij
from kamervragen.sets.store import bronwaarden, vragensets
from kamervragen.sets.store import documenten as vragensets_documenten
from kamervragen.sets.toegang import set_voor, vind_set

# What only documents can have said; a set that knows more has been worked in.
_VAN_DOCUMENTEN = frozenset(
    {
        Feitsoort.GEREGISTREERD,
        Feitsoort.ONTVANGEN,
        Feitsoort.UITSTEL,
        Feitsoort.BEANTWOORD_BIJ_BRIEF,
        Feitsoort.INGETROKKEN,
        Feitsoort.VERZONDEN,
    }
)
Stukken = list[tuple[str, str, Lezing, str | None]]


def beslis(huis: Huis, wie: Wie, sleutel: str, voorstel_id: int, besluit: str, *, versie: int) -> str:
    """Takes over or declines what a document proposed. Returns the key of the set in which it now stands."""
    if besluit not in ("overgenomen", "afgewezen"):
        raise Ongeldig("Kies overnemen of afwijzen.")
    stukken = _stukken(huis, wie, sleutel, voorstel_id) if besluit == "overgenomen" else None
    with handeling(huis, wie, Handeling.VOORSTEL_BESLISSEN, sleutel, herroepbaar=besluit == "afgewezen") as werk:
        rij = set_voor(werk, sleutel)
        voorstel = antwoorden.voorstel(werk.sessie, voorstel_id)
        if voorstel is None or voorstel.vragenset_id != rij.id:
            raise NietGevonden("Dit voorstel hoort niet bij deze set.")
        antwoorden.besluit_voorstel(werk.sessie, voorstel_id, besluit, actor=wie.naam, versie=versie)
        if voorstel.veld == SAMENVOEGEN:
            return _voeg_samen(werk, rij, voorstel.voorgesteld, stukken) if stukken is not None else rij.sleutel
        if besluit == "overgenomen":
            _pas_toe(werk, rij, voorstel)
        _ruim_noten_op(werk.sessie, rij, {*merken_in(voorstel.huidig), *merken_in(voorstel.voorgesteld)})
        return rij.sleutel


def _pas_toe(werk: Werk, rij: VragensetRij, voorstel: VoorstelRij) -> None:
    if voorstel.antwoord_id is not None:
        antwoord = antwoorden.op_id(werk.sessie, voorstel.antwoord_id)
        assert antwoord is not None
        if antwoord.tekst != voorstel.huidig:
            raise Verouderd(
                "Het antwoord is gewijzigd nadat dit voorstel kwam. Vergelijk de teksten opnieuw.",
                versie=antwoord.versie,
                hun_tekst=antwoord.tekst,
                mijn_tekst=voorstel.voorgesteld,
            )
        antwoorden.bewaar(
            werk.sessie,
            voorstel.antwoord_id,
            voorstel.voorgesteld,
            versie=antwoord.versie,
            auteur=werk.wie.naam,
            moment=werk.moment,
        )
        na_bewaren(werk, rij, voorstel.antwoord_id, voorstel.voorgesteld)
    elif voorstel.veld in VELDEN or voorstel.veld.startswith("vraag-"):
        zet_velden(werk, rij, {voorstel.veld: voorstel.voorgesteld})
        bronwaarden.vergeet(werk.sessie, rij.id, voorstel.veld)


def _stukken(huis: Huis, wie: Wie, sleutel: str, voorstel_id: int) -> Stukken | None:
    """The papers of the set that will go, read before the transaction; None when nothing is to be joined."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        voorstel = antwoorden.voorstel(sessie, voorstel_id)
        if voorstel is None or voorstel.veld != SAMENVOEGEN:
            return None
        weg, _ = _richting(sessie, vind_set(sessie, sleutel), vind_set(sessie, voorstel.voorgesteld))
        documenten = vragensets_documenten.documenten(sessie, weg.id)
    return [
        (d.sha256, d.naam, gelezen(files.lees(huis.settings.documenten, d.sha256), d.naam), d.herkomst)
        for d in documenten
    ]


def _voeg_samen(werk: Werk, rij: VragensetRij, andere: str, stukken: Stukken) -> str:
    """The papers of one set into the other; the empty set goes. What a person wrote is in neither lost."""
    weg, doel = _richting(werk.sessie, rij, vind_set(werk.sessie, andere, vast=True))
    plan_index(werk.sessie, weg.id, werk.moment)  # its pairs leave the index
    vragensets.verwijder(werk.sessie, weg.id)
    for sha, naam, lezing, herkomst in stukken:
        neem_op(werk, lezing, sha, naam, bij=doel.sleutel, herkomst=herkomst)
    werk.object = doel.sleutel
    return doel.sleutel


def _richting(sessie: Session, een: VragensetRij, ander: VragensetRij) -> tuple[VragensetRij, VragensetRij]:
    """(the set that goes, the set that stays): the one goes in which nobody has worked.

    :raises Ongeldig: when people have worked in both.
    """
    if not _is_bewerkt(sessie, een):
        return een, ander
    if not _is_bewerkt(sessie, ander):
        return ander, een
    raise Ongeldig(
        "In %(sleutel)s en in %(andere)s is al gewerkt; samenvoegen zou werk wissen. Neem in één van "
        "de twee de tekst over en leg de andere set daarna stil.",
        sleutel=een.sleutel,
        andere=ander.sleutel,
    )


def _is_bewerkt(sessie: Session, rij: VragensetRij) -> bool:
    feiten = {feit.soort for feit in vragensets.feiten(sessie, rij.id)}
    antwoordrijen = [antwoord for antwoord, _ in vragensets.antwoorden_van(sessie, rij.id)]
    return bool(
        feiten - _VAN_DOCUMENTEN
        or any(antwoord.bewerkt for antwoord in antwoordrijen)
        or any(document.soort in set(Bijlagesoort) for document in vragensets_documenten.documenten(sessie, rij.id))
        or bronwaarden.van_set(sessie, rij.id)
        or bijdragen.verzoeken(sessie, rij.id)
        or rij.behandelaar_id
        or rij.directie_id
    )


def _ruim_noten_op(sessie: Session, rij: VragensetRij, kandidaten: set[str]) -> None:
    """Drops the notes that only the text which was not chosen called: they would else stand there without a mark."""
    vragenset = vragensets.laad(sessie, rij.id)
    teksten = [tekst for plaats, tekst in teksten_van(vragenset) if not plaats.startswith("noot-")]
    teksten += [tekst for v in antwoorden.voorstellen(sessie, rij.id) for tekst in (v.huidig, v.voorgesteld)]
    geroepen = {id for tekst in teksten for id in merken_in(tekst)}
    for noot in vragensets.noten(sessie, rij.id):
        id = f"{noot.soort[0]}{noot.nummer}"
        if id in kandidaten and id not in geroepen:
            sessie.delete(noot)

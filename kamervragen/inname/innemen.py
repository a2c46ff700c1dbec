"""A document comes in: read, joined to its set or made one, and never over what a person wrote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kamervragen import catalogue
from kamervragen.antwoorden.store import antwoorden
from kamervragen.core import scanner
from kamervragen.core.act import Huis, Werk, eis_vooraf, handeling
from kamervragen.core.actor import Wie
from kamervragen.core.store import counters, files
from kamervragen.core.store.engine import reading
from kamervragen.documents.binnen import gelezen, korte_naam
from kamervragen.documents.lezing import Lezing, Melding, melding
from kamervragen.domain.errors import Fout, NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import Soort, Vragenset
from kamervragen.inname.gelijkenis import Kandidaat, kandidaten, strijdig
from kamervragen.inname.verwerking import Opname, verwerk
from kamervragen.inname.welke_set import op_nummer
from kamervragen.language.citations.citaten import citaten
from kamervragen.sets.index import plan_index
from kamervragen.sets.rows import DocumentRij, VragensetRij
from kamervragen.sets.store import afscherming, bronwaarden, documenten, koppen, vinden, vragensets

# The field of a proposal to join a set with another one.
SAMENVOEGEN = "samenvoegen"


class Uitkomst(StrEnum):
    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    GELIJK = "gelijk"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True)
class Verslag:
    """What became of one file. Of a refused one `reden` says what to do."""

    bestand: str
    uitkomst: Uitkomst
    sleutel: str | None = None
    soort: Soort | None = None
    vragen: int = 0
    antwoorden: int = 0
    noten: int = 0
    citaties: int = 0
    meldingen: tuple[Melding, ...] = ()
    reden: str | None = None

    def als_json(self) -> dict[str, Any]:
        """The object that `kamervragen import --json` prints for a file."""
        meldingen = [
            {"code": m.code, "tekst": catalogue.woorden(m.code, m.feiten), "plaats": m.plaats} for m in self.meldingen
        ]
        if self.reden:
            meldingen.append({"code": "geweigerd", "tekst": self.reden, "plaats": "set"})
        return {
            "bestand": self.bestand,
            "sleutel": self.sleutel,
            "uitkomst": self.uitkomst.value,
            "soort": self.soort.value if self.soort else None,
            "vragen": self.vragen,
            "antwoorden": self.antwoorden,
            "noten": self.noten,
            "citaties": self.citaties,
            "meldingen": meldingen,
        }


def neem_in(huis: Huis, wie: Wie, data: bytes, naam: str) -> Verslag:
    """Takes in one document. A file that cannot be taken in comes back as geweigerd, with nothing recorded.

    :raises NietToegestaan: without the right to take documents in.
    """
    kort = korte_naam(naam)
    eis_vooraf(huis, wie, Handeling.DOCUMENT_INNEMEN, kort)
    try:
        scanner.demand_clean(huis.settings.virusscanner, data, kort)
        return bekend_stuk(huis, data, kort) or leg_vast(huis, wie, data, kort, gelezen(data, kort))
    except NietToegestaan:
        raise
    except Fout as fout:
        return Verslag(kort, Uitkomst.GEWEIGERD, reden=fout.bericht)


def bekend_stuk(huis: Huis, data: bytes, naam: str) -> Verslag | None:
    """What was read in these very bytes before, so that a second run need not read them; None when they are new.

    A set in which a person mended something is read again: the two values are then shown beside each other. So is a
    shielded one: whether this person may know of it is asked when it is recorded.
    """
    with reading(huis.engine) as sessie:
        document = documenten.document(sessie, files.sha256(data))
        if (
            document is None
            or bronwaarden.van_set(sessie, document.vragenset_id)
            or afscherming.van_set(sessie, document.vragenset_id)
        ):
            return None
        rij = vragensets.op_id(sessie, document.vragenset_id)
        return _verslag(naam, Uitkomst.GELIJK, rij.sleutel, Soort(document.soort), document.aantallen)


def leg_vast(
    huis: Huis,
    wie: Wie,
    data: bytes,
    naam: str,
    lezing: Lezing,
    *,
    bij: str | None = None,
    hersteld: dict[str, str] | None = None,
    herkomst: str | None = None,
) -> Verslag:
    """Records a document that was read. `bij` is the set a person chose for it ('' for a new one).

    `hersteld` are the fields that a person wrote himself, with what the document says: kept beside the set's.
    :raises Ongeldig: when its numbers point to two different sets.
    """
    with (
        files.bewaard(huis.settings.documenten, data),
        handeling(huis, wie, Handeling.DOCUMENT_INNEMEN, naam) as werk,
    ):
        return neem_op(werk, lezing, files.sha256(data), naam, bij=bij, hersteld=hersteld or {}, herkomst=herkomst)


def neem_op(
    werk: Werk,
    lezing: Lezing,
    sha: str,
    naam: str,
    *,
    bij: str | None = None,
    hersteld: dict[str, str] | None = None,
    herkomst: str | None = None,
) -> Verslag:
    """The document into its set, and the index told, in the transaction of an act."""
    counters.vergrendel(werk.sessie, "sleutel")  # of two papers of one new set, the second finds the first
    bekend = documenten.document(werk.sessie, sha)
    opname = _opname(werk, lezing.vragenset, naam, bekend, bij)
    werk.object = opname.rij.sleutel
    gelijkenissen = kandidaten(werk.sessie, lezing.vragenset)[:1] if opname.nieuw and bij is None else ()
    verwerk(opname)
    aantallen = _aantallen(lezing)
    if bekend is None:
        documenten.voeg_document_toe(
            werk.sessie,
            opname.id,
            sha256=sha,
            naam=naam,
            soort=lezing.vragenset.soort.value,
            moment=werk.moment,
            aantallen=aantallen,
            herkomst=herkomst,
        )
    for veld, waarde in (hersteld or {}).items():
        bronwaarden.onthoud(werk.sessie, opname.id, veld, waarde, bron=naam, actor=werk.wie.naam, moment=werk.moment)
    for kandidaat in gelijkenissen:
        _stel_samenvoegen_voor(opname, kandidaat)
    for andere in set(opname.ook) - {kandidaat.sleutel for kandidaat in gelijkenissen}:
        _stel_samenvoegen_op_nummer_voor(opname, andere)
    if opname.nieuw or opname.gewijzigd:
        plan_index(werk.sessie, opname.id, werk.moment)
    uitkomst = Uitkomst.NIEUW if opname.nieuw else Uitkomst.GEWIJZIGD if opname.gewijzigd else Uitkomst.GELIJK
    meldingen = (*lezing.meldingen, *opname.meldingen)
    return _verslag(naam, uitkomst, opname.rij.sleutel, lezing.vragenset.soort, aantallen, meldingen)


def _verslag(
    naam: str,
    uitkomst: Uitkomst,
    sleutel: str,
    soort: Soort,
    aantallen: dict[str, int],
    meldingen: tuple[Melding, ...] = (),
) -> Verslag:
    return Verslag(
        naam,
        uitkomst,
        sleutel,
        soort,
        aantallen.get("vragen", 0),
        aantallen.get("antwoorden", 0),
        aantallen.get("noten", 0),
        aantallen.get("citaties", 0),
        meldingen,
    )


def _stel_samenvoegen_voor(opname: Opname, kandidaat: Kandidaat) -> None:
    """A set that is like another one is shown, with how like it is; a person joins them or does not."""
    opname.meldingen.append(
        melding(
            "lijkt_op",
            "set",
            sleutel=kandidaat.sleutel,
            procent=kandidaat.procent,
            gelijk=kandidaat.gelijk,
            vragen=kandidaat.vragen,
        )
    )
    antwoorden.voeg_voorstel_toe(
        opname.sessie,
        opname.id,
        antwoord_id=None,
        veld=SAMENVOEGEN,
        huidig=str(kandidaat.procent),
        voorgesteld=kandidaat.sleutel,
        bron=opname.naam,
        moment=opname.werk.moment,
    )


def _stel_samenvoegen_op_nummer_voor(opname: Opname, andere: str) -> None:
    """A paper whose numbers lead to two sets shows that they are one; only a person joins them."""
    opname.meldingen.append(melding("wijst_naar_twee", "set", sleutel=opname.rij.sleutel, andere=andere))
    antwoorden.voeg_voorstel_toe(
        opname.sessie,
        opname.id,
        antwoord_id=None,
        veld=SAMENVOEGEN,
        huidig="",
        voorgesteld=andere,
        bron=opname.naam,
        moment=opname.werk.moment,
    )
    opname.gewijzigd = True


def _aantallen(lezing: Lezing) -> dict[str, int]:
    s = lezing.vragenset
    return {
        "vragen": len(s.vragen),
        "antwoorden": len(s.antwoorden),
        "noten": len(s.noten),
        "citaties": len(citaten(s)),
    }


def _opname(werk: Werk, vragenset: Vragenset, naam: str, bekend: DocumentRij | None, bij: str | None) -> Opname:
    """The set this document belongs to: the one it came in with, the one a person chose, or that of a shared number;
    else a new one. Likeness alone joins nothing, and neither does "Zie ook".

    :raises Ongeldig: when its numbers point to two different sets.
    """
    sessie = werk.sessie
    ook: tuple[str, ...] = ()
    rij = vragensets.op_id(sessie, bekend.vragenset_id) if bekend else None
    if rij is None:
        rij, gevonden = op_nummer(sessie, vragenset, naam, lambda rij: _mag_weten(werk, rij))
        ook = tuple(sleutel for sleutel in gevonden if _mag_noemen(werk, sleutel) and sleutel != bij)
    if rij is None and bij:
        rij = vinden.op_sleutel(sessie, bij)
        if rij is None or strijdig(sessie, rij, vragenset):
            raise Ongeldig(
                "%(naam)s past niet bij %(bij)s: de nummers, de indieners of de datums verschillen.", naam=naam, bij=bij
            )
    if rij is not None:
        _eis_ingewijd(werk, rij)
        vragensets.houd_vast(sessie, rij)  # nobody writes in this set until the document is in
        return Opname(werk, vragenset, naam, rij, nieuw=False, ook=ook)
    return Opname(werk, vragenset, naam, koppen.nieuw(sessie, vragenset, werk.moment), nieuw=True, ook=ook)


def _eis_ingewijd(werk: Werk, rij: VragensetRij) -> None:
    """:raises Ongeldig: the paper is of a set that this person may not know of; he holds it, so he hears that much."""
    if not _mag_weten(werk, rij):
        raise Ongeldig("Dit stuk kan hier niet worden opgenomen. Geef het aan de leiding van het Kamerbureau.")


def _mag_noemen(werk: Werk, sleutel: str) -> bool:
    """Whether this person may hear that there is such a set."""
    rij = vinden.op_sleutel(werk.sessie, sleutel)
    return rij is not None and _mag_weten(werk, rij)


def _mag_weten(werk: Werk, rij: VragensetRij) -> bool:
    mens = werk.wie.gebruiker_id
    return mens is None or afscherming.mag_weten(werk.sessie, rij.id, mens)

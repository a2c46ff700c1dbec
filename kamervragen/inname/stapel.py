"""The pile: documents laid down, read by the worker, looked at and mended by a person, and then recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlmodel import Session

from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.core import scanner
from kamervragen.core.act import Buitenom, Huis, buitenom, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.jobs import Later
from kamervragen.core.store import files, jobs, sight
from kamervragen.core.store.engine import reading
from kamervragen.documents.binnen import gelezen, korte_naam
from kamervragen.documents.lezing import TER_INFORMATIE, Lezing
from kamervragen.domain.errors import Fout, NietGevonden, Onbereikbaar, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import Soort, Vragenset
from kamervragen.inname.gelijkenis import Kandidaat, kandidaten
from kamervragen.inname.innemen import Verslag, bekend_stuk
from kamervragen.inname.innemen import neem_op as neem_stuk_op
from kamervragen.inname.lezingen import lezing_van, vergeet
from kamervragen.inname.store import inname
from kamervragen.inname.welke_set import heeft_set
from kamervragen.language.velden import VELDEN, als_tekst, met
from kamervragen.sets.rows import InnameRij
from kamervragen.sets.store import overzichten

TAAK = "lees_stuk"
_RUST = timedelta(minutes=1)  # between two looks whether the scanner is back
_OPEN = ("gelezen", "geweigerd")


@dataclass(frozen=True, slots=True)
class Stapel:
    """The pile as its page shows it."""

    open: tuple[InnameRij, ...]
    afgedaan: tuple[InnameRij, ...]

    @property
    def wachtend(self) -> int:
        return sum(rij.status == "wacht" for rij in self.open)

    @property
    def zonder_twijfel(self) -> int:
        """How many can be recorded without a look: read, nothing doubted, no choice to make."""
        return sum(_zonder_twijfel(rij) for rij in self.open)


@dataclass(frozen=True, slots=True)
class Stuk:
    """One document beside what was read in it. `velden` are its fields as text, with what a person mended."""

    rij: InnameRij
    lezing: Lezing
    vragenset: Vragenset
    velden: dict[str, str]
    kandidaten: tuple[Kandidaat, ...]


def leg_neer(huis: Huis, wie: Wie, stukken: Iterable[tuple[str, bytes]]) -> int:
    """Lays documents on the pile, to be read by the worker. Returns how many."""
    aantal = 0
    for naam, data in stukken:
        kort = korte_naam(naam)
        with (
            files.bewaard(huis.settings.documenten, data),
            handeling(huis, wie, Handeling.DOCUMENT_INNEMEN, kort) as werk,
        ):
            rij = inname.leg_neer(werk.sessie, naam=kort, sha256=files.sha256(data), actor=wie.naam, moment=werk.moment)
            jobs.plan(werk.sessie, TAAK, {"inname_id": rij.id}, sleutel=f"{TAAK}:{rij.id}", op=werk.moment)
        aantal += 1
    return aantal


def typ_over(huis: Huis, wie: Wie, tekst: str, *, herkomst: str, van: str, op: date | None, kop: dict[str, str]) -> int:
    """A set that came on paper, by telephone or from another ministry, typed or pasted: laid on the pile and read at once.

    `kop` are the fields typed beside the text. Returns its number on the pile.
    :raises Ongeldig: without text, with a field that cannot be read, or when no question is recognised.
    """
    if not tekst.strip():
        raise Ongeldig("Typ of plak de vragen in het tekstvak.", veld="tekst")
    if herkomst == "ministerie" and not van.strip():
        raise Ongeldig("Noem het ministerie waarvan de set is overgenomen.", veld="van")
    leeg = Vragenset(soort=Soort.VRAGEN)
    for veld, waarde in kop.items():
        met(leeg, veld, waarde)
    data = (_kopregels(kop) + tekst.replace("\r\n", "\n").strip() + "\n").encode()
    naam = "getypt.txt"
    lezing = gelezen(data, naam)
    with (
        files.bewaard(huis.settings.documenten, data),
        handeling(huis, wie, Handeling.DOCUMENT_INNEMEN, naam) as werk,
    ):
        rij = inname.leg_neer(
            werk.sessie,
            naam=naam,
            sha256=files.sha256(data),
            actor=wie.naam,
            moment=werk.moment,
            herkomst=_herkomst(herkomst, van, op),
        )
        rij.status, rij.verslag = "gelezen", _verslag(lezing, kandidaten(werk.sessie, lezing.vragenset))
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id


def lees_stuk(huis: Huis, inname_id: int) -> None:
    """The worker's part: reads a document of the pile and writes down what it is, or why it cannot be read."""
    with reading(huis.engine) as sessie:
        rij = inname.op_id(sessie, inname_id)
    if rij is None or rij.status != "wacht":
        return
    try:
        data = files.lees(huis.settings.documenten, rij.sha256)
    except FileNotFoundError:  # the same bytes lay on the pile twice, and were not fit to keep
        _schrijf(
            huis, rij, status="geweigerd", reden=_("Dit bestand is niet bewaard. Leg het opnieuw neer."), sha256=""
        )
        return
    if (bekend := bekend_stuk(huis, data, rij.naam)) is not None:
        waarden: dict[str, object] = {
            "status": "opgenomen",
            "uitkomst": bekend.uitkomst.value,
            "sleutel": bekend.sleutel,
        }
    elif not _is_schoon(huis, rij, data):
        return
    else:
        try:
            lezing = lezing_van(huis, rij.sha256, rij.naam)
            with reading(huis.engine) as sessie:
                waarden = {"status": "gelezen", "verslag": _verslag(lezing, kandidaten(sessie, lezing.vragenset))}
        except Fout as fout:
            waarden = {"status": "geweigerd", "reden": fout.bericht}
    _schrijf(huis, rij, **{"reden": None, **waarden})


def _is_schoon(huis: Huis, rij: InnameRij, data: bytes) -> bool:
    """Shows a new document to the scanner. What is found in it is written down, and its bytes go unless another row names them.

    :raises Later: the scanner does not answer; the row says that it waits.
    """
    try:
        scanner.demand_clean(huis.settings.virusscanner, data, rij.naam)
    except Onbereikbaar as fout:
        if rij.reden is None:
            _schrijf(huis, rij, reden=_("Wacht op de virusscanner; het wordt gelezen zodra die antwoordt."))
        raise Later(_RUST) from fout
    except Fout as fout:
        _schrijf(huis, rij, status="geweigerd", reden=fout.bericht, sha256="")
        with reading(huis.engine) as sessie:
            nog_genoemd = rij.sha256 in overzichten.papieren(sessie)
        if not nog_genoemd:
            files.weg(huis.settings.documenten, rij.sha256)
        return False
    return True


def _schrijf(huis: Huis, rij: InnameRij, **waarden: object) -> None:
    """What the worker found out about a document of the pile."""
    with buitenom(huis, Buitenom.WORKER) as sessie:
        inname.wijzig(sessie, rij.id, versie=rij.versie, **waarden)


def stapel(huis: Huis, wie: Wie) -> Stapel:
    """What waits, and what was done last."""
    with inzage(huis, wie, Handeling.DOCUMENT_INNEMEN) as sessie:
        return Stapel(
            tuple(_mag_lezen(sessie, rij) for rij in inname.open_stukken(sessie)),
            tuple(_mag_lezen(sessie, rij) for rij in inname.afgedaan(sessie)),
        )


def _mag_lezen(sessie: Session, rij: InnameRij) -> InnameRij:
    """The row; why it was not recorded is left out when it names a set that was shielded from this reader since."""
    elders = _("Dit stuk kan hier niet worden opgenomen. Geef het aan de leiding van het Kamerbureau.")
    return sight.redact(sessie, rij, reden=elders)


def bekijk(huis: Huis, wie: Wie, inname_id: int) -> Stuk:
    """A document beside its reading. :raises NietGevonden: no such document, or not read yet."""
    with inzage(huis, wie, Handeling.DOCUMENT_INNEMEN) as sessie:
        rij = _mag_lezen(sessie, _rij(inname.op_id(sessie, inname_id)))
        if rij.status != "gelezen":
            raise NietGevonden("Dit stuk is nog niet gelezen of al afgedaan. Ga terug naar de inname.")
    lezing = lezing_van(huis, rij.sha256, rij.naam)
    vragenset = _hersteld(lezing.vragenset, rij.herstel)
    namen = (
        *VELDEN,
        *(f"vraag-{vraag.label}" for vraag in vragenset.vragen),
        *(f"antwoord-{antwoord.labels[0]}" for antwoord in vragenset.antwoorden),
    )
    with reading(huis.engine) as sessie:
        gevonden = () if heeft_set(sessie, vragenset) else kandidaten(sessie, vragenset)
    return Stuk(rij, lezing, vragenset, {naam: als_tekst(vragenset, naam) for naam in namen}, gevonden)


def herstel(huis: Huis, wie: Wie, inname_id: int, velden: dict[str, str], *, versie: int) -> int:
    """Keeps what a person wrote over what was read; what equals the reading is no mend. Returns the new version.

    :raises Ongeldig: for a field that cannot be read. :raises Verouderd: when a colleague mended first.
    """
    stuk = bekijk(huis, wie, inname_id)
    gelezen_velden = {naam: als_tekst(stuk.lezing.vragenset, naam) for naam in stuk.velden}
    anders = {
        naam: _met_regels(tekst)
        for naam, tekst in velden.items()
        if naam in gelezen_velden and _met_regels(tekst) != _met_regels(gelezen_velden[naam])
    }
    _hersteld(stuk.lezing.vragenset, anders)
    if anders == stuk.rij.herstel:
        return versie
    with handeling(huis, wie, Handeling.DOCUMENT_INNEMEN, stuk.rij.naam) as werk:
        inname.wijzig(werk.sessie, inname_id, versie=versie, herstel=anders)
    return versie + 1


def neem_op(huis: Huis, wie: Wie, inname_id: int, *, keuze: str | None, versie: int) -> Verslag:
    """Records a document of the pile as it was mended. `keuze` is the set it belongs to, '' for a new one.

    :raises Ongeldig: when a choice must be made first, or its numbers contradict.
    """
    stuk = bekijk(huis, wie, inname_id)
    if keuze is None and stuk.kandidaten and not _heeft_nummer(stuk.vragenset):
        raise Ongeldig("Kies eerst bij welke set dit stuk hoort, of dat het een nieuwe set is.")
    hersteld = {naam: als_tekst(stuk.lezing.vragenset, naam) for naam in stuk.rij.herstel}
    lezing = replace(stuk.lezing, vragenset=stuk.vragenset)
    with handeling(huis, wie, Handeling.DOCUMENT_INNEMEN, stuk.rij.naam) as werk:
        verslag = neem_stuk_op(
            werk, lezing, stuk.rij.sha256, stuk.rij.naam, bij=keuze, hersteld=hersteld, herkomst=stuk.rij.herkomst
        )
        inname.wijzig(
            werk.sessie,
            inname_id,
            versie=versie,
            status="opgenomen",
            uitkomst=verslag.uitkomst.value,
            sleutel=verslag.sleutel,
        )
    vergeet(huis, stuk.rij.sha256)
    return verslag


def neem_alles_op(huis: Huis, wie: Wie) -> tuple[int, int]:
    """Records every document that leaves no doubt and no choice. Returns how many were, and how many could not be.

    A choice that arose since the reading, from another paper of the same pile, is left to a person as well.
    """
    gelukt = mislukt = 0
    for rij in stapel(huis, wie).open:
        if _zonder_twijfel(rij):
            try:
                neem_op(huis, wie, rij.id, keuze=None, versie=rij.versie)
                gelukt += 1
            except Fout as fout:
                mislukt += 1
                with handeling(huis, wie, Handeling.DOCUMENT_INNEMEN, rij.naam) as werk:
                    inname.wijzig(
                        werk.sessie,
                        rij.id,
                        versie=rij.versie,
                        reden=fout.bericht,
                        verslag=rij.verslag | {"keuze": True},
                    )
    return gelukt, mislukt


def leg_weg(huis: Huis, wie: Wie, inname_id: int, *, versie: int) -> None:
    """Puts a document away without recording it. Its bytes stay."""
    with handeling(huis, wie, Handeling.DOCUMENT_INNEMEN, "-", herroepbaar=True) as werk:
        rij = _rij(inname.op_id(werk.sessie, inname_id))
        if rij.status not in _OPEN:
            raise Ongeldig("Dit stuk wordt nog gelezen of is al afgedaan. Vernieuw de pagina.")
        werk.object, sha256 = rij.naam, rij.sha256
        inname.wijzig(werk.sessie, inname_id, versie=versie, status="weggelegd")
    vergeet(huis, sha256)


def _rij(rij: InnameRij | None) -> InnameRij:
    if rij is None:
        raise NietGevonden("Dit stuk ligt niet op de stapel. Ga terug naar de inname.")
    return rij


def _hersteld(vragenset: Vragenset, velden: dict[str, str]) -> Vragenset:
    for naam, tekst in velden.items():
        vragenset = met(vragenset, naam, tekst)
    return vragenset


def _verslag(lezing: Lezing, gevonden: tuple[Kandidaat, ...]) -> dict[str, object]:
    s = lezing.vragenset
    return {
        "soort": s.soort.value,
        "onderwerp": s.onderwerp,
        "nummer": str(s.zaaknummer or s.aanhangselnummer or "") or None,
        "vragen": len(s.vragen),
        "antwoorden": len(s.antwoorden),
        "meldingen": sum(m.code not in TER_INFORMATIE for m in lezing.meldingen),
        "onverklaard": len(lezing.onverklaard),
        "keuze": bool(gevonden) and not _heeft_nummer(s),
    }


def _zonder_twijfel(rij: InnameRij) -> bool:
    v = rij.verslag
    return rij.status == "gelezen" and not (v.get("meldingen") or v.get("onverklaard") or v.get("keuze"))


def _heeft_nummer(vragenset: Vragenset) -> bool:
    return vragenset.zaaknummer is not None or vragenset.aanhangselnummer is not None


def _met_regels(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").strip()


def _herkomst(soort: str, van: str, op: date | None) -> str:
    """How a set came that is no file, in words: 'overgenomen van het ministerie van Defensie, 8 juni 2026'."""
    namen = {
        "papier": _("op papier"),
        "telefoon": _("per telefoon"),
        "e-mail": _("per e-mail"),
        "ministerie": _("overgenomen van %(van)s") % {"van": van.strip()},
    }
    if soort not in namen:
        raise Ongeldig("Kies hoe de vragen binnenkwamen.")
    return ", ".join(deel for deel in (namen[soort], datum(op)) if deel)


def _kopregels(kop: dict[str, str]) -> str:
    """What was typed beside the text, as the head of a question paper: the same reader reads it."""
    regels = [kop.get("zaaknummer", "")]
    if kop.get("ingezonden"):
        regels.append(f"(ingezonden {datum(date.fromisoformat(kop['ingezonden']))})")
    if kop.get("indieners") and kop.get("onderwerp"):
        aan = f" aan de {kop['gericht_aan'].removeprefix('de ')}" if kop.get("gericht_aan") else ""
        wie = kop["indieners"]
        leden = (
            wie
            if wie.startswith(("het lid", "de leden"))
            else f"{'de leden' if ' en ' in wie or ',' in wie else 'het lid'} {wie}"
        )
        regels.append(f"Vragen van {leden}{aan} over {kop['onderwerp']}")
    gevuld = [regel for regel in regels if regel]
    return "\n".join(gevuld) + "\n\n" if gevuld else ""

"""The demo: a small invented ministry, taken in through the same doors as everything else.

All people in it are invented, but for the members named in the one real motion. Days are counted back from the day
it is taken in, so that terms are always near.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from importlib import resources

from kamervragen import jobs
from kamervragen.antwoorden import schrijven
from kamervragen.catalogue import datum
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.demo import lijn, register
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort
from kamervragen.hergebruik import passages
from kamervragen.inname import innemen
from kamervragen.lijn import route, toewijzing
from kamervragen.mensen import accounts, collegas, gebruikers
from kamervragen.register import toezeggingen
from kamervragen.setpagina import setblad
from kamervragen.sets import bord
from kamervragen.sets.blik import zie

WACHTWOORD = "demo-ministerie-2026"
_DIRECTIES = (
    ("DGPV", "Directie Politie en Veiligheidsregio's"),
    ("DSV", "Directie Slachtofferbeleid en Veiligheid"),
    ("DGSB", "Directie Straffen en Beschermen"),
)
_MENSEN = (
    ("anna", "Anna", (Rol.OPSTELLER,), "DSV"),
    ("daan", "Daan", (Rol.OPSTELLER,), "DGPV"),
    ("bram", "Bram", (Rol.COORDINATOR,), None),
    ("chris", "Chris", (Rol.KAMERBUREAU,), None),
    ("frank", "Frank", (Rol.LEIDINGGEVENDE,), "DSV"),
    ("greta", "Greta", (Rol.BUREAU_BEWINDSPERSOON,), None),
    ("hugo", "Hugo", (Rol.LEZER,), None),
    ("iris", "Iris", (Rol.AUDITOR,), None),
    ("eva", "Eva", (Rol.BEHEERDER,), None),
)
_LAATSTE_SET = "2026Z08844"
_BEWINDSPERSONEN = {"minister": "Van Ravensteyn", "staatssecretaris": "Holtkamp"}
# Per current set: the days before today of its steps, and to whom it was given.
_STAPPEN: dict[str, tuple[tuple[Feitsoort, int], ...]] = {
    "02": ((Feitsoort.TOEGEWEZEN, 5),),
    "03": ((Feitsoort.TOEGEWEZEN, 11), (Feitsoort.CONCEPT_GEREED, 1)),
    "04": ((Feitsoort.TOEGEWEZEN, 16), (Feitsoort.CONCEPT_GEREED, 6), (Feitsoort.VASTGESTELD, 2)),
    "05": (
        (Feitsoort.TOEGEWEZEN, 18),
        (Feitsoort.CONCEPT_GEREED, 8),
        (Feitsoort.VASTGESTELD, 4),
        (Feitsoort.VERZONDEN, 1),
    ),
    "06": ((Feitsoort.TOEGEWEZEN, 38),),
    "07": ((Feitsoort.TOEGEWEZEN, 24),),
    "08": ((Feitsoort.TOEGEWEZEN, 29),),
    "11": ((Feitsoort.TOEGEWEZEN, 8),),
}
# Sets their behandelaar accepted the day after.
_AANVAARD = frozenset({"02", "06", "08"})
_GEGEVEN_AAN = {
    "02": "anna",
    "03": "daan",
    "04": "anna",
    "05": "daan",
    "06": "anna",
    "07": "daan",
    "08": "daan",
    "11": "anna",
}


_PASSAGES = (
    (
        "Aangifte van bankhelpdeskfraude",
        "Slachtoffers van bankhelpdeskfraude kunnen aangifte doen bij de politie, ook als zij hun pas zelf hebben "
        "afgegeven. De politie geeft iedere aangever binnen twee weken een terugkoppeling.",
        "daan",
        200,
    ),
    (
        "Bevoegdheden van boa's",
        "Een boa mag de bevoegdheden gebruiken die in zijn akte van beëdiging staan. Over inzage in het "
        "rijbewijzenregister beslist de minister van Infrastructuur en Waterstaat.",
        "anna",
        20,
    ),
)


def neem_demo_in(huis: Huis) -> str:
    """Takes the demo in, once: a second time everything stands as it was left. Returns what happened, in Dutch."""
    if _bekend(huis, "anna"):
        if not bord.sets(huis, OPDRACHTREGEL, zoek=_LAATSTE_SET):
            raise Ongeldig(
                "De demo is eerder halverwege afgebroken. Verwijder %(data)s en begin opnieuw.", data=huis.settings.data
            )
        return "De demo staat er al; alles is zoals u het achterliet."
    mensen = _maak_mensen(huis)
    lijn.vul(huis, mensen)
    stukken = _stukken(huis.vandaag())
    for naam in sorted(n for n in stukken if n.startswith("archief")):
        _neem_in(huis, naam, stukken[naam], dagen=60)
    lijn.geef_archief_directies(register.op(huis, 50), mensen["bram"])
    for naam in ("vragen", "concept", "antwoord", "uitstel", "bij-brief", "ingetrokken"):
        for stuk in sorted(n for n in stukken if n.startswith("actueel") and n.endswith(f"-{naam}.txt")):
            _actueel(huis, mensen, stuk, naam, stukken)
    for naam in sorted(n for n in stukken if n.startswith("voorbeeld")):
        _neem_in(huis, naam, stukken[naam], dagen=60)
    _toezeggingen(huis)
    register.vul(huis, mensen)
    _passages(huis, mensen)
    jobs.catch_up(huis)
    *namen, laatste = (inlognaam for inlognaam, *_ in _MENSEN)
    return f"Demo opgenomen: {len(stukken)} documenten. Log in als {', '.join(namen)} of {laatste} ({WACHTWOORD})."


def _bekend(huis: Huis, inlognaam: str) -> bool:
    return any(regel.rij.inlognaam == inlognaam for regel in accounts.lijst(huis, OPDRACHTREGEL)[0])


def _maak_mensen(huis: Huis) -> dict[str, Wie]:
    for code, naam in _DIRECTIES:
        gebruikers.maak_directie(huis, OPDRACHTREGEL, code, naam)
    vroeger = _op(huis, 400)
    # Everybody may know this password: it stands on the page of the log-in.
    vroeger = replace(vroeger, settings=vroeger.settings.model_copy(update={"demo": True}))
    mensen = {}
    for inlognaam, naam, rollen, directie in _MENSEN:
        id = gebruikers.maak(
            vroeger,
            OPDRACHTREGEL,
            inlognaam=inlognaam,
            naam=naam,
            wachtwoord=WACHTWOORD,
            rollen=rollen,
            directie=directie,
        )
        mensen[inlognaam] = Wie(naam, frozenset(rollen), "demo", id)
    return mensen


def _stukken(vandaag: date) -> dict[str, bytes]:
    """The documents by name, `{dag-9}` filled in as the date of nine days ago."""
    uit = {}
    for bestand in resources.files("kamervragen.demo").joinpath("documenten").iterdir():
        tekst = bestand.read_text(encoding="utf-8")
        gevuld = re.sub(r"\{dag-(\d+)\}", lambda t: datum(vandaag - timedelta(days=int(t[1]))), tekst)
        uit[bestand.name] = gevuld.encode()
    return uit


def _actueel(huis: Huis, mensen: dict[str, Wie], stuk: str, soort: str, stukken: dict[str, bytes]) -> None:
    """One document of a current set, on the day it would have come, and the steps that follow it."""
    nummer = stuk.split("-")[1]
    vragen = next(n for n in stukken if n.startswith(f"actueel-{nummer}-") and n.endswith("-vragen.txt"))
    ingezonden = _dagen_geleden(vragen)
    if soort == "concept":
        _schrijf(huis, mensen, nummer, vragen, stukken[stuk])
        return
    sleutel = _neem_in(huis, stuk, stukken[stuk], dagen=ingezonden if soort == "vragen" else 1)
    if soort == "vragen":
        for stap, dagen in _STAPPEN.get(nummer, ()):
            if stap is Feitsoort.TOEGEWEZEN:
                _wijs_toe(_op(huis, dagen), mensen, sleutel, _GEGEVEN_AAN[nummer])
                if nummer in _AANVAARD:
                    lijn.aanvaard(_op(huis, dagen - 1), mensen[_GEGEVEN_AAN[nummer]], sleutel)


def _schrijf(huis: Huis, mensen: dict[str, Wie], nummer: str, vragen: str, data: bytes) -> None:
    """Draft answers, written by the drafter the set was given to, and the steps after that."""
    from kamervragen.documents.lees import lees

    lezing = lees(data, vragen)
    zaaknummer = str(lezing.vragenset.zaaknummer)
    regel = next(b.regel for b in bord.sets(huis, OPDRACHTREGEL) if b.regel.zaaknummer == zaaknummer)
    opsteller = mensen[_GEGEVEN_AAN[nummer]]
    stappen = dict(_STAPPEN[nummer])
    geschreven = _op(huis, stappen.get(Feitsoort.CONCEPT_GEREED, 1) + 1)
    for antwoord in lezing.vragenset.antwoorden:
        schrijven.bewaar(geschreven, opsteller, regel.sleutel, antwoord.labels[0], antwoord.tekst, versie=0)
    _onderteken(geschreven, opsteller, regel.sleutel)
    wie = {
        Feitsoort.CONCEPT_GEREED: opsteller,
        Feitsoort.VASTGESTELD: mensen["greta"],
        Feitsoort.VERZONDEN: mensen["chris"],
    }
    for stap, dagen in _STAPPEN[nummer]:
        if stap in wie:
            lijn.maak_vrij(_op(huis, dagen), mensen, regel.sleutel, stap)
            versie = zie(setblad.beeld, huis, OPDRACHTREGEL, regel.sleutel).rij.versie
            route.zet_stap(_op(huis, dagen), wie[stap], regel.sleutel, stap, versie=versie)


def _onderteken(huis: Huis, opsteller: Wie, sleutel: str) -> None:
    beeld = zie(setblad.beeld, huis, opsteller, sleutel)
    functie = beeld.vragenset.gericht_aan[0].functie
    naam = _BEWINDSPERSONEN[functie]
    setblad.zet_ondertekening(
        huis,
        opsteller,
        sleutel,
        ondertekenaar=f"{functie} {naam} (Justitie en Veiligheid)",
        mede_namens="",
        versie=beeld.rij.versie,
    )


def _wijs_toe(huis: Huis, mensen: dict[str, Wie], sleutel: str, aan: str) -> None:
    directies, _ = collegas.toewijsbaar(huis, mensen["bram"])
    code = next(directie for inlognaam, _, _, directie in _MENSEN if inlognaam == aan)
    toewijzing.wijs_toe(
        huis,
        mensen["bram"],
        sleutel,
        directie_id=next(d.id for d in directies if d.code == code),
        behandelaar_id=mensen[aan].gebruiker_id,
        versie=1,
    )


def _toezeggingen(huis: Huis) -> None:
    """Bram has weighed the promises of the example set: the letter is accepted, the rest still waits."""
    for regel in toezeggingen.lijst(huis, OPDRACHTREGEL):
        assert regel.vragenset is not None
        if regel.vragenset.zaaknummer == "2026Z08844" and "voortgangsbrief" in regel.toezegging.zin.lower():
            toezeggingen.neem_aan(huis, OPDRACHTREGEL, regel.toezegging.id, versie=regel.toezegging.versie)


def _passages(huis: Huis, mensen: dict[str, Wie]) -> None:
    """Two standard passages: one of Daan, and one of Anna that ends within the month."""
    for titel, tekst, eigenaar, dagen in _PASSAGES:
        passages.bewaar(
            _op(huis, 40),
            mensen["bram"],
            None,
            titel=titel,
            tekst=tekst,
            eigenaar_id=mensen[eigenaar].gebruiker_id,
            geldig_tot=huis.vandaag() + timedelta(days=dagen),
        )


def _neem_in(huis: Huis, naam: str, data: bytes, *, dagen: int) -> str:
    verslag = innemen.neem_in(_op(huis, dagen), OPDRACHTREGEL, data, naam)
    assert verslag.sleutel is not None, verslag.reden
    return verslag.sleutel


def _dagen_geleden(vragen: str) -> int:
    tekst = resources.files("kamervragen.demo").joinpath("documenten", vragen).read_text(encoding="utf-8")
    treffer = re.search(r"ingezonden \{dag-(\d+)\}", tekst)
    assert treffer is not None
    return int(treffer[1])


def _op(huis: Huis, dagen: int) -> Huis:
    """The same house, some days earlier, at nine in the morning."""
    return register.op(huis, dagen)

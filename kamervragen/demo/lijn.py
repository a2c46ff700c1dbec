"""The line of the demo: who reads a concept, which laws are known, and what was weighed before a set went on."""

from __future__ import annotations

from collections.abc import Mapping

from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.parafenlijn import Lijnsoort
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort
from kamervragen.lijn import controle, parafenlijn, route, toewijzing, wetten
from kamervragen.lijn import poort as controle_poort
from kamervragen.lijn.parafenlijn import Stapinvoer
from kamervragen.lijsten import lijstinname
from kamervragen.sets import bord
from kamervragen.sets.blik import zie

_WETTEN = (
    ("Wet gegevensverwerking door samenwerkingsverbanden", "Wgs", "Stb. 2024, 220"),
    ("Wet open overheid", "Woo", "Stb. 2021, 499"),
    ("Wetboek van Strafrecht", "Sr", "BWBR0001854"),
    ("Wetboek van Strafvordering", "Sv", "BWBR0001903"),
    ("Algemene wet bestuursrecht", "Awb", "BWBR0005537"),
    ("Wet wapens en munitie", "Wwm", "BWBR0008804"),
)
_VROEGER = {
    "2023Z74117": "DSV",
    "2025Z70518": "DSV",
    "2022Z91774": "DGPV",
    "2024Z70742": "DGPV",
    "2025Z89877": "DGPV",
    "2023Z80893": "DSV",
    "2025Z85622": "DSV",
    "2022Z76853": "DGPV",
    "2024Z83829": "DGPV",
}


def vul(huis: Huis, mensen: Mapping[str, Wie]) -> None:
    """A line for every directie (a colleague agrees, then the head initials) and the laws answers name."""
    frank = mensen["frank"].gebruiker_id
    stappen = (
        Stapinvoer("afstemming met de coördinator", 1, Lijnsoort.AFSTEMMING, Rol.COORDINATOR, None, 1),
        Stapinvoer("directeur", 2, Lijnsoort.PARAAF, Rol.LEIDINGGEVENDE, frank, 2),
    )
    for directie, _ in parafenlijn.lijnen(huis, mensen["eva"]).directies:
        parafenlijn.zet_lijn(huis, mensen["eva"], directie.id, stappen)
    for titel, afkorting, bron in _WETTEN:
        wetten.bewaar(huis, mensen["bram"], titel=titel, afkorting=afkorting, bron=bron)


def geef_archief_directies(huis: Huis, wie: Wie) -> None:
    """Which directie answered the sets of the archive, from the coordinator's own list of before."""
    regels = [b.regel for b in bord.sets(huis, wie, open_=False) if b.regel.zaaknummer in _VROEGER]
    rijen = [
        f"{r.zaaknummer};{r.onderwerp};{r.ingezonden};{_VROEGER[r.zaaknummer]}"
        for r in regels
        if r.zaaknummer is not None
    ]
    data = "\n".join(("zaaknummer;onderwerp;ingezonden;directie", *rijen)).encode()
    id = lijstinname.leg_neer(huis, wie, "sets", "beantwoorde sets.csv", data)
    lijstinname.neem_in(huis, wie, id, {"zaaknummer": 0, "onderwerp": 1, "ingezonden": 2, "directie": 3})


def aanvaard(huis: Huis, wie: Wie, sleutel: str) -> None:
    """The behandelaar accepts what was given to him."""
    open_ = zie(route.beeld, huis, wie, sleutel).open_toewijzing
    assert open_ is not None
    toewijzing.beslis(huis, wie, sleutel, open_.id, aanvaard=True, reden="", versie=open_.versie)


def maak_vrij(huis: Huis, mensen: Mapping[str, Wie], sleutel: str, stap: Feitsoort) -> None:
    """Takes what stands before a step: the initials of the line, and a weighing of what the gate still shows."""
    if stap is Feitsoort.VASTGESTELD:
        for wie in (mensen["bram"], mensen["frank"]):
            for s in zie(route.beeld, huis, wie, sleutel).stappen:
                if s.mag:
                    route.parafeer(huis, wie, sleutel, s.rij.id, versie=s.rij.versie)
    poort = zie(controle.controle, huis, mensen["bram"], sleutel).poort
    for gebrek in controle_poort.tegen(poort, stap):
        wie = mensen["anna"] if gebrek.code in ("deelvraag_open", "strijd", "wetsnaam") else mensen["greta"]
        controle.passeer(
            huis, wie, sleutel, code=gebrek.code, waar=gebrek.plaats, wat=gebrek.wat, reden="Nagekeken; het klopt zo."
        )

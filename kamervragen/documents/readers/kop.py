"""The head of a document: who asked whom about what, when, under which numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from kamervragen.documents.lezing import Melding, Rest, melding
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.kalender import Vergaderjaar
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.vragenset import Bewindspersoon, Lid
from kamervragen.language.citations.verwijzingen import Verwijzingsoort, verwijzingen
from kamervragen.language.datums import eerste_datum
from kamervragen.language.personen import bewindspersonen, leden

_MAX_REGEL = 2_500
_AH = re.compile(r"^AH\s*(\d{1,4})$")
_PRINTNUMMER = re.compile(r"^\d{3,4}$")
_ZAAK = re.compile(r"^(?:vraagnummer:?\s*)?((?:19|20)\d{2}Z\d{5})$", re.IGNORECASE)
_AH_ID = re.compile(r"ah-(?:tk|ek)-\d{8}-\d{1,4}(?:-[hn]\d+)?")
_ZAAK_ID = re.compile(r"(?:kv-tk-)?((?:19|20)\d{2}Z\d{5})")
_INGEZONDEN = re.compile(r"\(?\s*ingezonden\s+([^)]*)\)?", re.IGNORECASE)
_ONTVANGEN = re.compile(r"\(\s*ontvangen\s+\(?(?:ontvangen\s+)?([^)]*)\)", re.IGNORECASE)
_VRAGEN_VAN = re.compile(r"^Vragen\s+van\s+(?P<rest>.+)$", re.IGNORECASE | re.DOTALL)
_VAN_BEWINDSPERSOON = re.compile(
    r"^(?P<wat>Antwoord(?:en)?|Nader\s+antwoord|Mededeling)\s+van\s+(?:de\s+)?(?=minister|staatssecretaris)(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_ZIE_OOK = re.compile(r"^Zie\s*ook\s*Aanhangsel", re.IGNORECASE)
_VERGADERJAAR = re.compile(r"\bVergaderjaar\s+((?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2})", re.IGNORECASE)
_BRIEF = re.compile(
    r"\bop\s+uw\s+brief\s+van\s+(?P<datum>[^,]+?)\s*,\s*(?:met\s+)?(?:kenmerk|nr\.?|nummer)\s*(?P<nummer>[^,]+?)\s*,.*?\bvragen\s+van\s+(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BIJLAGETITEL = re.compile(
    r"^(?:Antwoorden|Beantwoording|Antwoord)\s+(?:van\s+)?(?P<wie>.*?)\s*\bop\s+(?:de\s+)?(?:schriftelijke\s+)?(?:Kamer)?vragen\b\s*(?:van\s+)?(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BETREFT = re.compile(r"^(?:Betreft|Onderwerp)\s*:?\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_KENMERK = re.compile(r"^(?:Ons\s+)?kenmerk\s*:?\s*(?P<rest>.*)$", re.IGNORECASE)
_DATUM = re.compile(r"^Datum\s*:?\s*(?P<rest>.*)$", re.IGNORECASE)
_ONDERTEKENING = re.compile(
    r"^(?P<mede>mede\s+namens\s+)?(?:de|het)?\s*(?:minister|staatssecretaris)\b.*", re.IGNORECASE
)
_ACHTERNAAM = re.compile(r"^(?:(?:[A-Z]\.\s?)+|(?:mr|drs|dr|ir|ing|prof)\.\s?)+[^.]{2,60}$")
_AANHEF_ONDERWERP = re.compile(
    r"^(?:(?:Beantwoording|Antwoord(?:en)?(?:\s+op)?)\s+)?(?:schriftelijke\s+)?(?:Kamer)?vragen\b.*?\bover\s+",
    re.IGNORECASE | re.DOTALL,
)
_STAART_ONDERWERP = re.compile(
    r"\s+(?:worden|wordt)\s+(?:hierbij\s+)?beantwoord\b.*$|\s*\(ingezonden[^)]*\)|[\s.]+$", re.DOTALL
)
# Lines of a letter that carry address, routing or boilerplate: known, of no use to the set.
_ADRES = re.compile(
    r"^(?:>?\s*Retouradres|Aan\s+de\s+Voorzitter|der\s+Staten-Generaal|Postbus|\d{4}\s?(?-i:[A-Z]{2})\s+[A-Z]|Turfmarkt|www\.|T\s+0\d|F\s+0\d|T\s*$|F\s*$|"
    r"Directoraat-Generaal|Contactpersoon|Projectnaam|Uw\s+kenmerk|Bij\s+beantwoording|Wilt\s+u\s+slechts|Pagina\s+\d|Den\s+Haag|"
    r"Rubricering|Ministerie\s+van|Tweede\s+Kamer\s+der|Eerste\s+Kamer\s+der|Aanhangsel\s+van\s+de\s+Handelingen|Vragen\s+gesteld\s+door|regering\s+gegeven|Bijlage)",
    re.IGNORECASE,
)


@dataclass
class Kop:
    """What the head of one document says. Mutable only while it is being read."""

    zaaknummer: Zaaknummer | None = None
    ah: int | None = None
    vergaderjaar: Vergaderjaar | None = None
    onderwerp: str | None = None
    indieners: tuple[Lid, ...] = ()
    gericht_aan: tuple[Bewindspersoon, ...] = ()
    ondertekenaars: tuple[Bewindspersoon, ...] = ()
    mede_namens: tuple[Bewindspersoon, ...] = ()
    ingezonden: date | None = None
    ontvangen: date | None = None
    gedagtekend: date | None = None
    officieel: Aanhangselnummer | None = None
    zie_ook: tuple[Aanhangselnummer, ...] = ()
    kenmerken: tuple[str, ...] = ()
    inleiding: list[str] = field(default_factory=list)
    is_mededeling: bool = False
    is_nader: bool = False
    meldingen: list[Melding] = field(default_factory=list)
    onverklaard: list[Rest] = field(default_factory=list)

    @property
    def aanhangselnummer(self) -> Aanhangselnummer | None:
        """As the print says; else the day of receipt decides the vergaderjaar of the number."""
        if self.officieel is not None:
            return self.officieel
        jaar = Vergaderjaar.van_datum(self.ontvangen) if self.ontvangen else self.vergaderjaar
        return Aanhangselnummer(jaar, self.ah) if self.ah is not None and jaar is not None else None


def lees_kop(regels: list[str], *, los: tuple[str, ...] = ()) -> Kop:
    """Reads the lines before the first question; '' separates. `los` are lines from text boxes: known or ignored."""
    kop = Kop()
    bezig: list[str] = []
    for regel in [*regels, ""]:
        if bezig and (not regel or _begint(regel) or _af(" ".join(bezig))):
            _regel(kop, " ".join(bezig))
            bezig = []
        if not regel:
            continue
        if len(regel) > _MAX_REGEL:  # no heading is this long, and the patterns would look at it too often
            kop.inleiding.append(regel)
        elif bezig or _loopt_door(regel):
            bezig.append(regel)
        else:
            _regel(kop, regel)
    for regel in los:
        if (waarde := _KENMERK.match(regel)) and waarde["rest"]:
            kop.kenmerken = tuple(dict.fromkeys((*kop.kenmerken, waarde["rest"])))
        elif (waarde := _DATUM.match(regel)) and kop.gedagtekend is None:
            kop.gedagtekend = eerste_datum(waarde["rest"])
        else:
            _officieel_nummer(kop, regel)
    _besluit(kop)
    return kop


def lees_ondertekening(kop: Kop, regels: list[str]) -> list[str]:
    """Takes the closing of a letter ('Mede namens ..., / De minister van ..., / D.M. van Weel') out of `regels`."""
    over: list[str] = []
    for index, regel in enumerate(regels):
        if _ONDERTEKENING.match(regel) and len(regel) < 160 and (personen := bewindspersonen(regel)):
            if re.match(r"mede\s+namens", regel, re.IGNORECASE):
                kop.mede_namens = tuple(dict.fromkeys((*kop.mede_namens, *personen)))
            else:
                naam = next((r.strip() for r in regels[index + 1 :] if r.strip()), None)
                naam = naam if naam and _ACHTERNAAM.match(naam) else None
                kop.ondertekenaars = tuple(Bewindspersoon(p.functie, naam, p.portefeuille) for p in personen)
        elif not (kop.ondertekenaars and _ACHTERNAAM.match(regel)):
            over.append(regel)
    return over


def _begint(regel: str) -> bool:
    patronen = (_AH, _ZAAK, _VRAGEN_VAN, _VAN_BEWINDSPERSOON, _ZIE_OOK, _VERGADERJAAR, _BETREFT, _KENMERK, _DATUM)
    return any(patroon.match(regel) for patroon in patronen)


def _loopt_door(regel: str) -> bool:
    """A statement that may run on over the next lines, until its date or an empty line."""
    if _ZIE_OOK.match(regel):
        return regel.rstrip().endswith((",", " en"))
    return bool(_VRAGEN_VAN.match(regel) or _VAN_BEWINDSPERSOON.match(regel) or _BIJLAGETITEL.match(regel)) and not _af(
        regel
    )


def _af(tekst: str) -> bool:
    return bool(re.search(r"\((?:ontvangen|ingezonden)[^)]*\)", tekst, re.IGNORECASE))


def _regel(kop: Kop, regel: str) -> None:
    if treffer := _AH.match(regel):
        kop.ah = int(treffer[1])
    elif treffer := _ZAAK.match(regel):
        _zet_zaak(kop, treffer[1])
    elif treffer := _VAN_BEWINDSPERSOON.match(regel):
        if not _BIJLAGETITEL.match(regel) or _ONTVANGEN.search(regel):
            _antwoord_van(kop, treffer)
        else:
            _bijlagetitel(kop, regel)
    elif treffer := _VRAGEN_VAN.match(regel):
        _vragen_van(kop, treffer["rest"])
    elif _BIJLAGETITEL.match(regel):
        _bijlagetitel(kop, regel)
    elif treffer := _BRIEF.search(regel):
        _brief(kop, treffer, regel)
    elif _ZIE_OOK.match(regel):
        _zie_ook(kop, regel)
    elif treffer := _ONTVANGEN.match(regel):
        kop.ontvangen = kop.ontvangen or _datum(kop, treffer[1], "ontvangen")
    elif treffer := _INGEZONDEN.match(regel):
        kop.ingezonden = kop.ingezonden or _datum(kop, treffer[1], "ingezonden")
    elif treffer := _KENMERK.match(regel):
        kop.kenmerken = (*kop.kenmerken, treffer["rest"]) if treffer["rest"] else kop.kenmerken
    elif treffer := _DATUM.match(regel):
        kop.gedagtekend = eerste_datum(treffer["rest"]) or kop.gedagtekend
    elif treffer := _BETREFT.match(regel):
        kop.onderwerp = kop.onderwerp or _onderwerp(treffer["rest"])
    elif treffer := _VERGADERJAAR.search(regel):
        try:
            kop.vergaderjaar = Vergaderjaar.parse(treffer[1])
        except Ongeldig:
            kop.onverklaard.append(Rest(regel, "kop"))
    elif _PRINTNUMMER.match(regel) and kop.vergaderjaar:
        kop.ah = int(regel)
    elif _ADRES.match(regel) or (_ONDERTEKENING.match(regel) and len(regel) < 120):
        pass
    elif re.search(r"[.:?!»”]$", regel) and len(regel.split()) > 6:
        kop.inleiding.append(regel)
    else:
        kop.onverklaard.append(Rest(regel, "kop"))


def _antwoord_van(kop: Kop, treffer: re.Match[str]) -> None:
    rest = treffer["rest"]
    kop.is_mededeling = treffer["wat"].lower() == "mededeling"
    kop.is_nader = treffer["wat"].lower().startswith("nader")
    if ontvangen := _ONTVANGEN.search(rest):
        kop.ontvangen = _datum(kop, ontvangen[1], "ontvangen")
        _zie_ook(kop, rest[ontvangen.end() :])
        rest = rest[: ontvangen.start()]
    wie, _, mede = _gesplitst_op_mede(rest)
    kop.ondertekenaars = bewindspersonen(wie)
    kop.mede_namens = bewindspersonen(mede)


def _vragen_van(kop: Kop, rest: str) -> None:
    if ingezonden := _INGEZONDEN.search(rest):
        kop.ingezonden = _datum(kop, ingezonden[1], "ingezonden")
        rest = rest[: ingezonden.start()]
    _wie_aan_over(kop, rest)


def _wie_aan_over(kop: Kop, rest: str) -> None:
    """'de leden A en B (beiden SP) aan de minister van X over Y'."""
    delen = re.match(
        r"(?P<wie>.*?)(?:\s+aan\s+(?P<aan>(?:de\s+)?(?:minister|staatssecretaris).*?))?\s+over\s+(?P<over>.+)$",
        rest,
        re.IGNORECASE | re.DOTALL,
    )
    if delen is None:
        return
    kop.indieners = kop.indieners or leden(delen["wie"])
    kop.gericht_aan = kop.gericht_aan or bewindspersonen(delen["aan"] or "")
    kop.onderwerp = kop.onderwerp or _onderwerp(delen["over"])


def _bijlagetitel(kop: Kop, regel: str) -> None:
    treffer = _BIJLAGETITEL.match(regel)
    assert treffer is not None
    wie, _, mede = _gesplitst_op_mede(treffer["wie"])
    kop.ondertekenaars = kop.ondertekenaars or bewindspersonen(wie)
    kop.mede_namens = kop.mede_namens or bewindspersonen(mede)
    _wie_aan_over(kop, treffer["rest"])


def _brief(kop: Kop, treffer: re.Match[str], regel: str) -> None:
    nummer = treffer["nummer"].strip()
    try:
        _zet_zaak(kop, str(Zaaknummer.parse(nummer)))
    except Ongeldig:
        kop.meldingen.append(melding("zaaknummer_onbekend", "kop", tekst=nummer))
    if datum := eerste_datum(treffer["datum"]):
        kop.meldingen.append(melding("brief_van_de_kamer", "kop", datum=datum))
    _wie_aan_over(kop, treffer["rest"])
    kop.inleiding.append(regel)


def _zie_ook(kop: Kop, tekst: str) -> None:
    for verwijzing in verwijzingen(tekst):
        if verwijzing.soort is not Verwijzingsoort.AANHANGSEL:
            continue
        if verwijzing.id is None:
            kop.meldingen.append(melding("aanhangselnummer_onvolledig", "kop", tekst=verwijzing.tekst))
            continue
        try:
            kop.zie_ook = tuple(dict.fromkeys((*kop.zie_ook, Aanhangselnummer.parse(verwijzing.id))))
        except Ongeldig:  # the new kind 'ah-1271549' names no vergaderjaar
            kop.meldingen.append(melding("aanhangselnummer_onvolledig", "kop", tekst=verwijzing.tekst))


def _zet_zaak(kop: Kop, tekst: str) -> None:
    nummer = Zaaknummer.parse(tekst.upper())
    if kop.zaaknummer is not None and kop.zaaknummer != nummer:
        kop.meldingen.append(melding("zaaknummers_verschillen", "kop", eerste=str(kop.zaaknummer), tweede=str(nummer)))
    else:
        kop.zaaknummer = nummer


def _officieel_nummer(kop: Kop, regel: str) -> None:
    """A number from the foot of a print or from metadata: 'ah-tk-20232024-1433', 'kv-tk-2024Z18893', '2024Z18893'."""
    if treffer := _AH_ID.fullmatch(regel):
        kop.officieel = Aanhangselnummer.parse(treffer[0])
    elif (treffer := _ZAAK_ID.fullmatch(regel)) and kop.zaaknummer is None:
        kop.zaaknummer = Zaaknummer.parse(treffer[1])


def _datum(kop: Kop, tekst: str, veld: str) -> date | None:
    gevonden = eerste_datum(tekst)
    if gevonden is None:
        kop.meldingen.append(melding("datum_onleesbaar", "kop", veld=veld, tekst=tekst.strip()))
    return gevonden


def _gesplitst_op_mede(tekst: str) -> tuple[str, str, str]:
    wie, mede, rest = re.sub(r"\s*,?\s*mede\s+namens\s+", "\0", tekst, count=1, flags=re.IGNORECASE).partition("\0")
    return wie, mede, rest


def _onderwerp(tekst: str) -> str | None:
    schoon = _STAART_ONDERWERP.sub("", _AANHEF_ONDERWERP.sub("", " ".join(tekst.split())))
    return schoon.strip(" .,") or None


def _besluit(kop: Kop) -> None:
    if kop.ontvangen:
        kop.vergaderjaar = Vergaderjaar.van_datum(kop.ontvangen)
    if kop.officieel is not None:
        kop.vergaderjaar = kop.officieel.vergaderjaar
        if kop.ah is not None and kop.ah != kop.officieel.nummer:
            kop.meldingen.append(
                melding("aanhangselnummers_verschillen", "kop", eerste=str(kop.officieel), tweede=f"AH {kop.ah}")
            )
    if kop.ah is not None and kop.aanhangselnummer is None:
        kop.meldingen.append(melding("aanhangsel_zonder_vergaderjaar", "kop", nummer=kop.ah))
    if kop.ingezonden and kop.ontvangen and kop.ontvangen < kop.ingezonden:
        kop.meldingen.append(
            melding("ontvangen_voor_ingezonden", "kop", ingezonden=kop.ingezonden, ontvangen=kop.ontvangen)
        )

"""The sub-questions inside a question, and which sentences of an answer seem to answer each.

The reading is a proposal with its reason: a person confirms it or says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kamervragen.language.woordvormen import kern
from kamervragen.language.zinnen import Zin, zinnen


class Vraagsoort(StrEnum):
    """What a sub-question asks for, which tells how an answer to it looks."""

    GESLOTEN = "gesloten"
    OORDEEL = "oordeel"
    OPEN = "open"
    AANTAL = "aantal"
    TIJD = "tijd"
    REDEN = "reden"
    TOELICHTING = "toelichting"


class Dekking(StrEnum):
    """What became of a sub-question in the answer."""

    BEANTWOORD = "beantwoord"
    VERWEZEN = "verwezen"
    GEEN_GEGEVENS = "geen_gegevens"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Deelvraag:
    """One thing asked. Offsets are code points of the question, half open. `als`: asked only after a 'ja' or a 'nee'."""

    tekst: str
    begin: int
    einde: int
    soort: Vraagsoort
    als: str | None = None


@dataclass(frozen=True, slots=True)
class Gedekt:
    """A sub-question with what the answer does to it, the sentences that do so, and the reason as a code."""

    deelvraag: Deelvraag
    dekking: Dekking
    zinnen: tuple[Zin, ...]
    waarom: str


# 'Zo nee,' begins a sentence or follows a comma or 'en'; 'dat dit zo niet kan' is no condition.
_ZO = re.compile(
    r"(?:^|[,;:]\s*(?:(?:en|maar|of|dan wel)\s+)?|\s(?:en|maar|of|dan wel)\s+)"
    r"(?:zo|indien)\s+(?:(?P<als>ja|nee|neen)\b|(?P<niet>niet)(?=\s*,))\s*[,:]?\s*",
    re.IGNORECASE,
)
# 'en hoe vaak ...', 'en bij hoeveel van hen ...', 'en vindt u die hulp voldoende?': a question of its own behind 'en'.
_VERVOLG = re.compile(
    r",?\s+en\s+(?=(?:(?:aan|bij|door|in|met|naar|onder|op|over|per|tegen|tot|uit|van|vanaf|voor)\s+(?=hoe(?:veel|\s)|welke?\s|wie\b|wat\s))?"
    r"(?:hoe(?:veel|\s+vaak|\s+lang)?|wat|wie|waarom|wanneer|welke?|waar)\s+\S+\s+\S+"
    r"|waarom\b|welke niet\b|(?:acht|bent|deelt|gaat|hebben|heeft|is|kan|komt|klopt|kunt|vindt|was|waren|wilt|worden|wordt|zijn)"
    r"\s+(?:u|dat|dit|deze|die|er|het|hij|zij)\b)",
    re.IGNORECASE,
)
_KORT = 4  # words: what stands before 'en' is a question of its own only when it is longer
_AANTAL = re.compile(
    r"\b(?:hoeveel|hoe vaak|hoe groot|hoe hoog|wat (?:is|zijn|was|waren) (?:de|het) (?:aantal|cijfers|kosten|bedrag|percentage)|welk(?:e)? (?:aantal|percentage|bedrag|deel)|in hoeveel)",
    re.IGNORECASE,
)
_TIJD = re.compile(
    r"^(?:en\s+)?(?:per\s+|vanaf\s+|sinds\s+|tot\s+)?wanneer\b|\b(?:op|binnen|per) welke (?:termijn|datum)\b|\bsinds wanneer\b|\bwelk tijdpad\b",
    re.IGNORECASE,
)
_REDEN = re.compile(r"\bwaarom\b|\bwat is de reden\b|\bom welke reden\b", re.IGNORECASE)
_TOELICHTING = re.compile(
    r"^(?:graag |kunt u (?:dit|dat|uw antwoord|deze|hier)\b[^?]{0,30}\b(?:toelichten|toelichting|onderbouwen|motiveren)|kunt u een (?:nadere |uitgebreide |inhoudelijke )?(?:toelichting|reactie)[^?]{0,40}$|kunt u (?:uw|het) antwoord (?:toelichten|onderbouwen|motiveren))",
    re.IGNORECASE,
)
_OORDEEL = re.compile(
    r"^(?:en\s+)?(?:acht|vindt|deelt|bent u (?:het|van mening|tevreden)|onderschrijft|herkent|erkent|ziet u (?:het belang|noodzaak))\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^(?:en\s+|maar\s+|daarbij\s+)?(?:(?:op|aan|met|in|tot|voor|door|uit|over|bij|naar|van|onder|tegen|volgens)\s+)?(?:wat|wie|wiens|welke?|hoe|hoever|hoeverre|hoelang|hoezo|waar\w*)\b",
    re.IGNORECASE,
)
# What asks after circumstances, not after the thing itself: left out of the words an answer must share.
_BIJZAAK = re.compile(
    r",?\s*\b(?:mede gelet op|gelet op|mede in het licht van|in het licht van|naar aanleiding van|mede naar aanleiding van|gezien|aangezien|gegeven|zoals|nu|terwijl|omdat|ondanks)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_JA = re.compile(
    r"^(?:ja\b|dat (?:klopt|is (?:juist|correct|waar))|dit (?:klopt|is (?:juist|correct|waar))|het klopt\b|zeker\b|die (?:mening|zorg(?:en)?|opvatting) deel ik\b(?! niet)|ik (?:ben (?:hier|daar)toe bereid|deel (?:die|deze|uw) (?:mening|zorg)|onderschrijf|ben (?:mij )?(?:hiermee|daarmee|er(?:van|mee)|ervan) (?:bekend|bewust)|ben bekend|heb kennis))",
    re.IGNORECASE,
)
_NEE = re.compile(
    r"^(?:nee\b|neen\b|dat (?:klopt niet|is niet (?:juist|correct|waar|het geval))|dit (?:klopt niet|is niet (?:juist|correct|waar|het geval))|(?:die|deze) (?:mening|zorg(?:en)?|opvatting) deel ik niet|ik deel (?:die|deze|uw) \w+ niet|(?:daar|hier)(?:toe| )ben ik niet)|\bzie ik (?:op dit moment |nu |thans |daarom )*geen (?:noodzaak|aanleiding|reden|meerwaarde)|\bgeen aanleiding\b|^[^.]{0,80}\bherken ik (?:mij )?niet\b|\bniet aan de orde\b",
    re.IGNORECASE,
)
_GEEN_GEGEVENS = re.compile(
    r"\b(?:geen|niet over)\b[^.]{0,60}\b(?:cijfers|gegevens|informatie|data|aantallen|overzicht|inzicht|zicht|registratie|uitspra\w+)\b"
    r"|\b(?:is|zijn|was|waren)\b[^.]{0,40}\b(?:niet (?:mij |ons )?bekend|onbekend)\b|\b(?:mij|ons) niet bekend\b"
    r"|\b(?:wordt|worden|werd|werden)\b[^.]{0,60}\bniet (?:apart |afzonderlijk |centraal |landelijk |als zodanig |specifiek |separaat )*(?:geregistreerd|bijgehouden|gemonitord|vastgelegd)\b"
    r"|\b(?:niet|lastig|moeilijk)\b[^.]{0,40}\b(?:te (?:zeggen|geven|bepalen|achterhalen|kwantificeren|herleiden))\b|\bniet (?:eenduidig|met zekerheid)\b|\bkan ik (?:dan ook |daarom )?(?:niet|geen)\b",
    re.IGNORECASE,
)
_VERWEZEN = re.compile(
    r"\bzie (?:ook |hiervoor |daarvoor |verder |voorts |tevens )*(?:het |mijn |de |ons )?(?:antwoord|beantwoording|vraag|vragen|hiervoor|hierboven|bovenstaand)|\bverwijs(?:t|en)?\b|\bverwezen\b|\bverwijzing naar\b"
    r"|\b(?:zoals|als) (?:ook )?(?:aangegeven|vermeld|genoemd|toegelicht|gemeld|gesteld|beschreven) (?:in|bij|onder)\b|\b(?:zoals|in) (?:in )?(?:het|mijn) antwoord op vraag\b",
    re.IGNORECASE,
)
_REDENWOORD = re.compile(
    r"\b(?:omdat|want|doordat|aangezien|daarom|vanwege|wegens|immers|namelijk|reden|gelet op|gezien|zodat|dus|daardoor|hierdoor|derhalve|om die|om deze|teneinde|met het oog op|zodoende)\b",
    re.IGNORECASE,
)
_GETAL = re.compile(
    r"\b\d|\b(?:geen|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|tientallen|honderden|duizenden|enkele|eenmaal|tweemaal|nul|nooit|helft|meerderheid|alle)\b",
    re.IGNORECASE,
)
_TIJDWOORD = re.compile(
    r"\b(?:\d{4}|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|voorjaar|zomer|najaar|kwartaal|jaar|maanden?|weken|spoedig|binnenkort|zodra|nadat|termijn|planning|reeds|inmiddels|per direct|nog niet)\b",
    re.IGNORECASE,
)
_OORDEELWOORD = re.compile(
    r"\b(?:ik (?:vind|acht|deel|onderschrijf|herken|erken|ben van mening|ben het|begrijp|betreur|hecht|zie)|mijns inziens|naar mijn (?:mening|oordeel)|wat mij betreft|(?:het )?kabinet (?:vindt|acht|deelt|onderschrijft|herkent|is van mening|ziet|hecht))\b",
    re.IGNORECASE,
)
_KAAL = 8  # words: a sentence no longer than this says yes or no and explains nothing
# Words that ask for one thing in many ways: an answer with one of the other words answers it too.
_FAMILIES = tuple(
    kern(woorden)
    for woorden in (
        "stijgende stijging stijgt toename toenemen toegenomen daling dalende afname afgenomen trend ontwikkeling groei gegroeid",
        "voldoende onvoldoende toereikend ontoereikend genoeg tekort afdoende passend adequaat tevreden",
        "wenselijk onwenselijk gewenst ongewenst noodzakelijk noodzaak nodig",
        "gevolgen effect effecten impact consequenties gevolg",
        "maatregelen stappen acties actie inzet aanpak",
        "kosten bedrag euro financiering middelen budget",
    )
)


def deelvragen(vraag: str) -> tuple[Deelvraag, ...]:
    """Everything a question asks, in order. A question without a question mark is one."""
    uit: list[Deelvraag] = []
    for zin in zinnen(vraag):
        if "?" in zin.tekst or _TOELICHTING.search(zin.tekst) or _ZO.match(zin.tekst):
            uit += _in_zin(zin)
    if uit:
        return tuple(uit)
    kaal = vraag.strip()
    begin = vraag.find(kaal)
    return (Deelvraag(kaal, begin, begin + len(kaal), _soort(kaal)),) if kaal else ()


@lru_cache(maxsize=1_024)  # the ledger, the gate and the desk look at the same answers
def dekking(vraag: str, antwoord: str, *, gedeeld: bool = False) -> tuple[Gedekt, ...]:
    """What an answer does to each sub-question. `gedeeld`: the answer covers other questions too, so that its mere
    presence proves nothing."""
    gesteld, gezegd = deelvragen(vraag), zinnen(antwoord)
    if not gezegd:
        return tuple(Gedekt(deel, Dekking.OPEN, (), "geen_antwoord") for deel in gesteld)
    uit: list[Gedekt] = []
    hoofd = polariteit(gezegd)
    for plaats, deel in enumerate(gesteld):
        uit.append(_gedekt(deel, gezegd, hoofd, alleen=plaats == 0 and not gedeeld))
    return tuple(uit)


def polariteit(gezegd: Sequence[Zin]) -> str | None:
    """'ja' or 'nee' where the first sentences say so; else None."""
    for zin in gezegd[:2]:
        if _NEE.search(zin.tekst):
            return "nee"
        if _JA.search(zin.tekst):
            return "ja"
    return None


def _in_zin(zin: Zin) -> list[Deelvraag]:
    """'Klopt dit, en zo ja, hoe, en zo nee, waarom niet?' is three; 'hoe vaak en waarom' two."""
    grenzen: list[tuple[int, str | None]] = [(0, None)]
    for treffer in _ZO.finditer(zin.tekst):
        als = "ja" if (treffer["als"] or "").casefold() == "ja" else "nee"
        if treffer.start() == 0:
            grenzen[0] = (treffer.end(), als)
        else:
            grenzen.append((treffer.end(), als))
    uit: list[Deelvraag] = []
    for plaats, (begin, voorwaarde) in enumerate(grenzen):
        einde = len(zin.tekst) if plaats + 1 == len(grenzen) else _voor(zin.tekst, grenzen[plaats + 1][0])
        for van, tot in _vervolgen(zin.tekst, begin, einde):
            kern_ = zin.tekst[van:tot].strip(" ,;:")
            if len(kern_) > 2:
                start = zin.tekst.index(kern_, van)
                soort = _soort(kern_)
                uit.append(Deelvraag(kern_, zin.begin + start, zin.begin + start + len(kern_), soort, voorwaarde))
    return uit


def _voor(tekst: str, na: int) -> int:
    """Where the words 'en zo ja,' that end at `na` begin."""
    return next(treffer.start() for treffer in _ZO.finditer(tekst) if treffer.end() == na)


def _vervolgen(tekst: str, begin: int, einde: int) -> list[tuple[int, int]]:
    """'Hoeveel waren het en hoe vaak ...' in two; 'waar en wanneer het was' stays whole."""
    stuk = tekst[begin:einde]
    grenzen = [treffer.span() for treffer in _VERVOLG.finditer(stuk) if len(stuk[: treffer.start()].split()) > _KORT]
    begins, einden = [0, *(na for _, na in grenzen)], [*(voor for voor, _ in grenzen), len(stuk)]
    return [(begin + van, begin + tot) for van, tot in zip(begins, einden, strict=True)]


def _soort(tekst: str) -> Vraagsoort:
    if _TOELICHTING.search(tekst):
        return Vraagsoort.TOELICHTING
    if _AANTAL.search(tekst[:60]):
        return Vraagsoort.AANTAL
    if _TIJD.search(tekst):
        return Vraagsoort.TIJD
    if _REDEN.search(tekst[:40]):
        return Vraagsoort.REDEN
    if _OPEN.search(tekst):
        return Vraagsoort.OPEN
    return Vraagsoort.OORDEEL if _OORDEEL.search(tekst) else Vraagsoort.GESLOTEN


def _gedekt(deel: Deelvraag, gezegd: tuple[Zin, ...], hoofd: str | None, *, alleen: bool) -> Gedekt:
    if deel.als and hoofd and deel.als != hoofd:
        return Gedekt(deel, Dekking.NIET_VAN_TOEPASSING, gezegd[:1], f"antwoord_is_{hoofd}")
    verwijzing = tuple(zin for zin in gezegd if _VERWEZEN.search(zin.tekst))
    if len(verwijzing) == len(gezegd):
        return Gedekt(deel, Dekking.VERWEZEN, verwijzing[:1], "verwijst")
    for herken in (_eigen_vorm, _eigen_woorden):
        if gevonden := herken(deel, gezegd, hoofd, alleen):
            return Gedekt(deel, *gevonden)
    if verwijzing:
        return Gedekt(deel, Dekking.VERWEZEN, verwijzing[:1], "verwijst")
    return Gedekt(deel, Dekking.OPEN, (), "niets_gevonden")


_Gevonden = tuple[Dekking, tuple[Zin, ...], str]


def _eigen_vorm(deel: Deelvraag, gezegd: tuple[Zin, ...], hoofd: str | None, alleen: bool) -> _Gevonden | None:
    """What answers a question of this kind by its form: a figure, a day, a reason, yes or no."""
    if deel.soort is Vraagsoort.TOELICHTING:
        rest = tuple(zin for zin in gezegd if len(zin.tekst.split()) > _KAAL)
        return (Dekking.BEANTWOORD, rest[:1], "toegelicht") if rest else None
    if deel.soort is Vraagsoort.REDEN:
        redenen = tuple(zin for zin in gezegd if _REDENWOORD.search(zin.tekst))
        if redenen or len(gezegd) > 1:
            return Dekking.BEANTWOORD, (redenen or gezegd[1:])[:1], "reden_genoemd"
        return None
    if deel.soort is Vraagsoort.AANTAL:
        geen = tuple(zin for zin in gezegd if _GEEN_GEGEVENS.search(zin.tekst))
        if geen:
            return Dekking.GEEN_GEGEVENS, geen[:1], "geen_gegevens"
        getallen = tuple(zin for zin in gezegd if _GETAL.search(zin.tekst))
        raak = _rakend(deel, getallen) if len(kern(deel.tekst)) > 1 else getallen
        return (Dekking.BEANTWOORD, raak[:2], "getal_genoemd") if raak else None
    if deel.soort is Vraagsoort.TIJD:
        wanneer = tuple(zin for zin in gezegd if _TIJDWOORD.search(zin.tekst) or _GEEN_GEGEVENS.search(zin.tekst))
        return (Dekking.BEANTWOORD, wanneer[:1], "tijd_genoemd") if wanneer else None
    if not kern(deel.tekst) and not alleen:  # 'Zo ja, hoe?', 'Welke niet?': whatever else the answer says
        return (Dekking.BEANTWOORD, gezegd[1:2], "toegelicht") if len(gezegd) > 1 else None
    if deel.soort in (Vraagsoort.GESLOTEN, Vraagsoort.OORDEEL) and alleen:
        return Dekking.BEANTWOORD, gezegd[:1], "ja_of_nee" if hoofd else "enige_vraag"
    if deel.soort is Vraagsoort.OORDEEL:
        oordelen = tuple(
            zin for zin in gezegd if _OORDEELWOORD.search(zin.tekst) or _JA.search(zin.tekst) or _NEE.search(zin.tekst)
        )
        return (Dekking.BEANTWOORD, oordelen[:1], "oordeel_gegeven") if oordelen else None
    return None


def _eigen_woorden(deel: Deelvraag, gezegd: tuple[Zin, ...], hoofd: str | None, alleen: bool) -> _Gevonden | None:
    """What answers a question by speaking of the same thing."""
    if deel.soort in (Vraagsoort.AANTAL, Vraagsoort.TIJD, Vraagsoort.REDEN, Vraagsoort.TOELICHTING):
        return None
    raak = _rakend(deel, gezegd)
    if deel.soort is Vraagsoort.OORDEEL:
        raak = tuple(zin for zin in raak if _gewicht(deel, zin) > 1)
    if deel.soort is Vraagsoort.OPEN and alleen and not (hoofd and len(gezegd) == 1):
        return Dekking.BEANTWOORD, (raak or gezegd)[:2], "deelt_woorden" if raak else "enige_vraag"
    if raak:
        geen = next((zin for zin in raak if _GEEN_GEGEVENS.search(zin.tekst)), None)
        if geen is not None:
            return Dekking.GEEN_GEGEVENS, (geen,), "geen_gegevens"
        return Dekking.BEANTWOORD, raak[:2], "deelt_woorden"
    return None


def _rakend(deel: Deelvraag, gezegd: Sequence[Zin]) -> tuple[Zin, ...]:
    """The sentences that share words with what is asked, those that share most first."""
    gewogen = [(_gewicht(deel, zin), zin) for zin in gezegd]
    return tuple(zin for gewicht, zin in sorted(gewogen, key=lambda paar: -paar[0]) if gewicht)


def _gewicht(deel: Deelvraag, zin: Zin) -> int:
    gevraagd = kern(_BIJZAAK.sub("", deel.tekst)) or kern(deel.tekst)
    breder = gevraagd.union(*(familie for familie in _FAMILIES if familie & gevraagd))
    return len(breder & kern(zin.tekst))

"""Which sentences of an answer promise something, how firmly, and by when.

A sentence is a promise when a cue says so and nothing in it takes that back. Cues and blockers are data: each has a
code that is shown with the proposal. Never run this on the text of a question: it quotes promises and asks for dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamervragen.language.tijd import Tijdsaanduiding, Zekerheid, tijdsaanduidingen
from kamervragen.language.zinnen import zinnen

# Longer than any sentence a minister signs. The cues look far ahead: on a hostile line that would cost its cube.
MAX_ZIN = 1_500


class Stevigheid(StrEnum):
    """How firmly something is promised."""

    HARD = "hard"
    ZACHT = "zacht"
    GEBEURTENIS = "gebeurtenis"
    VAAG = "vaag"


@dataclass(frozen=True, slots=True)
class Belofte:
    """A sentence that promises something. Offsets are code points, half open; `signaal` are the words that told."""

    tekst: str
    begin: int
    einde: int
    stevigheid: Stevigheid
    signaal: tuple[str, ...]
    tijd: Tijdsaanduiding | None


def _r(patroon: str) -> re.Pattern[str]:
    return re.compile(" ".join(patroon.split()).replace(" ", r"\s+"), re.IGNORECASE)


_KAMER = r"(?:(?:uw|de|beide) (?:Tweede )?Kamers?|Eerste Kamer|Tweede Kamer|\bu\b)"
_WIJ = r"(?:ik|wij|we|het kabinet|de regering|mijn (?:departement|ministerie)|mijn ambtsgenoot|de (?:minister|staatssecretaris) van [\w, -]+?)"
_MELDEN = (
    r"(?:informeren|berichten|toezenden|toesturen|sturen|zenden|aanbieden|rapporteren|terugkomen|delen|toekomen|inlichten|"
    r"doen toekomen|voorleggen|ingaan|beantwoorden)"
)
_GEMELD = (
    r"(?:ge[ïi]nformeerd|bericht|toegezonden|toegestuurd|gestuurd|gezonden|verstuurd|verzonden|aangeboden|gerapporteerd|gedeeld|"
    r"ingelicht|voorgelegd|ingediend|gepubliceerd)"
)

# (code, firmness, pattern). The first that fits gives the firmness; all that fit are shown.
SIGNALEN: tuple[tuple[str, Stevigheid, re.Pattern[str]], ...] = (
    ("streven", Stevigheid.ZACHT, _r(r"\b(?:het|mijn|ons) (?:streven|voornemen|inzet|planning) is\b(?! (?:geweest|altijd|dus|hier\w*|daar\w*) (?:geweest|dat)\b)|\b(?:ik|wij) streef|\bstreef ik|\bwordt (?:er ?)?naar gestreefd|\b(?:ik|wij|het kabinet) streeft? (?:er ?)?naar|\bis het streven\b")),
    ("voornemen", Stevigheid.ZACHT, _r(r"\b(?:(?:ik ben|ben ik|wij zijn|het kabinet is|is het kabinet)(?: [\w-]+){0,3} (?:voornemens|van plan)|neem ik mij voor|ik neem mij voor)\b")),
    ("verwacht_te_melden", Stevigheid.ZACHT, _r(rf"\b(?:ik (?:verwacht|hoop)|(?:verwacht|hoop) ik|wij (?:verwachten|hopen)) (?!dat\b|van\b)[^.]*?{_KAMER}\b[^.]*\b(?:informeren|sturen|berichten|toezenden|aanbieden|zenden|delen|rapporteren)\b")),
    ("toezeggen", Stevigheid.HARD, _r(r"\b(?:ik zeg|zeg ik|wij zeggen)\b.{0,60}?\btoe\b")),
    ("zal_melden", Stevigheid.HARD, _r(rf"\b(?:zal|zullen)\b.*\b{_KAMER}\b.*\b(?:{_MELDEN}|{_GEMELD})\b|\b{_KAMER}\b.*\b(?:zal|zullen)\b.*\b(?:{_MELDEN}|{_GEMELD})\b")),
    ("meld_nu", Stevigheid.HARD, _r(rf"\b(?:informeer|bericht|stuur|zend|rapporteer|deel|bied|leg) (?:ik |wij )?(?:[\w-]+ ){{0,4}}?{_KAMER}\b|\b(?:ik|wij) (?:informeer|informeren|bericht|stuur|sturen|zend|rapporteer)\b.*\b{_KAMER}|\binformeer de Kamer\b")),
    ("kom_terug", Stevigheid.HARD, _r(r"\bkom(?:en)? (?:ik|wij)\b.{0,60}?\bterug\b|\b(?:ik|wij) kom(?:en)? (?:hier\w*|daar\w*|op|bij|in)\b.{0,80}?\bterug\b")),
    ("ontvangt_kamer", Stevigheid.HARD, _r(r"\b(?:ontvangt|ontvangen) (?:uw|de) Kamer\b|\b(?:uw|de) Kamer ontvangt\b|\bu ontvangt\b")),
    ("wordt_gemeld", Stevigheid.HARD, _r(rf"\b(?:wordt|worden)\b.*\b{_KAMER}\b.*\b{_GEMELD}\b|\b{_KAMER}\b.*\b(?:wordt|worden)\b.*\b{_GEMELD}\b")),
    ("ik_zal", Stevigheid.HARD, _r(rf"\b(?:{_WIJ} (?:zal|zullen)|(?:zal|zullen) {_WIJ})\b")),
    ("ik_ga", Stevigheid.HARD, _r(r"\b(?:ik ga|ga ik|wij gaan|gaan wij|het kabinet gaat)\b(?! er(?:van)? (?:van )?uit)(?!.*\b(?:ervan|vanuit) uit\b)")),
    ("ik_neem_mee", Stevigheid.HARD, _r(r"\b(?:ik neem|neem ik|ik betrek|betrek ik)\b.{0,120}?\b(?:mee|bij)\b(?= in| bij| de| het| mijn| deze|\.|$)")),
    ("ik_laat", Stevigheid.HARD, _r(r"\b(?:ik laat|laat ik)\b.{0,90}?\b(?:onderzoeken|uitzoeken|evalueren|uitvoeren|onderzoek doen|in kaart brengen)\b")),
    ("bereid", Stevigheid.HARD, _r(r"\b(?:ik ben|ben ik|het kabinet is)(?: [\w-]+){0,2} bereid (?:om |te\b|tot\b)(?! dat te doen)")),
    ("oplevering", Stevigheid.HARD, _r(r"\b(?:wordt|worden)\b.*\b(?:evaluatie|(?:eind)?rapport(?:age)?|onderzoek|verkenning|wetsvoorstel|actieplan|monitor|advies|handreiking|regeling)\b.*\b(?:opgeleverd|ingediend|in consultatie gebracht|in consultatie gegeven|afgerond en|verwacht en)\b|\b(?:evaluatie|(?:eind)?rapport(?:age)?|verkenning|wetsvoorstel|actieplan|monitor|handreiking)\b.*\b(?:wordt|worden|gaat|komt)\b.*\b(?:opgeleverd|ingediend|in consultatie|beschikbaar)\b")),
    ("komt_beschikbaar", Stevigheid.ZACHT, _r(r"\bkomt (?:naar verwachting )?.{0,60}\bbeschikbaar\b")),
)  # fmt: skip

# (code, pattern, cues it overrules or () for all).
_BLOKKADES: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    ("vraag", _r(r"\?[\"'”’»)\]]*(?:\[\^\w+\])*$"), ()),
    ("voorwaarde", _r(r"^(?:\W*)(?:Als|Indien|Mocht|Mochten|Wanneer|Voor zover|Ingeval|Stel dat)\b|\b(?:indien nodig|waar nodig|zo nodig|desgewenst|desgevraagd|indien gewenst)\b(?!.*\bKamer\b)"), ()),
    ("weigering", _r(r"\b(?:zal|zullen|ga|gaan|kan|wil|ben|neem|laat)\b(?: (?:ik|wij|het kabinet|dan ook|daarom|dus|hier\w*|daar\w*|op dit moment|vooralsnog)){0,4} (?:niet|geen)\b|\bzie (?:ik )?(?:dan ook |op dit moment |daarom |hiervoor )*geen (?:noodzaak|aanleiding|reden|meerwaarde)\b|\blukt niet\b|\bniet (?:bereid|voornemens|van plan)\b|\bkan en zal niet\b|\bgeen voornemens?\b"), ()),
    ("verderop", _r(r"\b(?:hieronder|hierna|onderstaand[e]?|in het navolgende|in het vervolg van|hierboven toelichten|in deze (?:brief|beantwoording) (?:toelichten|ingaan))\b"), ()),
    ("vervuld", _r(rf"\b(?:heb|hebben|heeft|is|zijn|ben)\b(?: [^,.;]*?)? {_GEMELD}\b(?! worden)|\b{_GEMELD} (?:heb|hebben|heeft|is|zijn)\b"), ("wordt_gemeld", "meld_nu", "oplevering")),
    ("voltooid", _r(r"^(?:Zoals toegezegd|Conform (?:mijn|de) toezegging|Naar aanleiding van|Inmiddels|Reeds|Eerder)\b.*\b(?:ben|heb|hebben|heeft|is|zijn|werd|werden) (?:ik|wij|het kabinet|er|de|het|uw|hier|dit)\b"), ()),
    ("herinnerd", _r(r"\b(?:is|was|werd|heeft|heb)\b.{0,120}\btoegezegd dat\b|\b(?:heeft|hebben) (?:mij|ons) (?:bericht|ge[ïi]nformeerd|laten weten|gemeld|toegezegd|verzekerd)\b|\b(?:gaf|gaven|geeft|geven) aan dat\b|\b(?:stelt|stellen|meldt|melden) dat\b"), ()),
    ("verwachting", _r(r"\b(?:ik verwacht|verwacht ik) (?:dat|van)\b|\b(?:de|mijn) verwachting is dat\b|\bwordt(?: [\w-]+){0,4} verwacht dat\b"), ()),
    ("naar_verwachting", _r(r"\bnaar verwachting\b"), ("oplevering",)),
    ("eigen_termijn", _r(r"\b(?:de|deze|uw|resterende) (?:(?:schriftelijke|kamer)?vragen|antwoorden)\b.{0,80}\b(?:te beantwoorden|doen toekomen|toe te sturen|worden beantwoord)\b|\bbinnen de (?:gebruikelijke|gestelde|daarvoor gestelde) termijn\b"), ()),
    ("gelijktijdig", _r(r"\b(?:(?:heden|vandaag) (?:ook )?|gelijktijdig met|tegelijk met|bij deze|hierbij|als bijlage)\b"), ("meld_nu", "wordt_gemeld")),
    ("gewoonte", _r(r"\b(?:jaarlijks|ieder jaar|elk jaar|elk kwartaal|halfjaarlijks|periodiek|regelmatig|doorlopend|altijd) (?:ge[ïi]nformeerd|informeer|over)\b"), ()),
    ("bevestiging", _r(r"\b(?:zal|kan) ik (?:bevestigen|toelichten|uitleggen|niet (?:ingaan|treden))\b|\b(?:ben|is) bereid (?:om )?(?:dat|dit) te doen\b"), ("ik_zal", "bereid")),
)  # fmt: skip


def beloften(tekst: str, op: date) -> tuple[Belofte, ...]:
    """The promising sentences of an answer, in order, with windows read against `op`, the date of the document."""
    gevonden = (belofte_in(zin.tekst, op, zin.begin) for zin in zinnen(tekst) if len(zin.tekst) <= MAX_ZIN)
    return tuple(belofte for belofte in gevonden if belofte is not None)


def belofte_in(zin: str, op: date, begin: int = 0) -> Belofte | None:
    """The promise in one sentence, or None. `begin` is where the sentence starts in its text."""
    treffers = [
        (code, stevigheid, treffer) for code, stevigheid, patroon in SIGNALEN if (treffer := patroon.search(zin))
    ]
    for _, patroon, betreft in _BLOKKADES:
        if treffers and patroon.search(zin):
            treffers = [treffer for treffer in treffers if betreft and treffer[0] not in betreft]
    if not treffers:
        return None
    tijd = _bindende_tijd(tijdsaanduidingen(zin, op), treffers[0][2], op)
    if treffers[0][0] in ("oplevering", "komt_beschikbaar") and (tijd is None or tijd.einde is None):
        return None  # someone's plan without a date is no news to guard
    return Belofte(
        tekst=zin,
        begin=begin,
        einde=begin + len(zin),
        stevigheid=_stevigheid(treffers[0][1], tijd),
        signaal=tuple(dict.fromkeys(_woorden(treffer) for _, _, treffer in treffers)),
        tijd=tijd,
    )


def _bindende_tijd(tijden: tuple[Tijdsaanduiding, ...], signaal: re.Match[str], op: date) -> Tijdsaanduiding | None:
    """Of several phrases the one that binds: not past, with an end, nearest to the cue."""
    komend = [tijd for tijd in tijden if tijd.einde is None or tijd.einde >= op]
    if not komend:
        return None

    def afstand(tijd: Tijdsaanduiding) -> tuple[int, int]:
        van, tot = tijd.plaats
        gat = max(0, van - signaal.end(), signaal.start() - tot)
        rang = {Zekerheid.GEBEURTENIS: 2, Zekerheid.VAAG: 1}.get(tijd.zekerheid, 0)
        return rang, gat

    return min(komend, key=afstand)


def _stevigheid(van_signaal: Stevigheid, tijd: Tijdsaanduiding | None) -> Stevigheid:
    if van_signaal is Stevigheid.HARD and tijd is not None:
        if tijd.zekerheid is Zekerheid.VAAG:
            return Stevigheid.VAAG
        if tijd.zekerheid is Zekerheid.GEBEURTENIS:
            return Stevigheid.GEBEURTENIS
    return van_signaal


def _woorden(treffer: re.Match[str]) -> str:
    """The cue as shown: its first and last words when it spans more than a few."""
    woorden = treffer.group().split()
    return " ".join(woorden) if len(woorden) <= 6 else f"{' '.join(woorden[:3])} … {' '.join(woorden[-2:])}"

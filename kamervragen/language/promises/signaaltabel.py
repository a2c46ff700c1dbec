"""The cues of a promise and what takes one back, row by row, each with the code that is shown."""

from __future__ import annotations

import re
from enum import StrEnum


class Werking(StrEnum):
    """What words of a ministry's own do in a sentence: promise, promise only with a day or a period, or take back."""

    HARD = "hard"
    ZACHT = "zacht"
    MET_DAG = "met_dag"
    NEEMT_TERUG = "neemt_terug"


class Stevigheid(StrEnum):
    """How firmly something is promised."""

    HARD = "hard"
    ZACHT = "zacht"
    GEBEURTENIS = "gebeurtenis"
    VAAG = "vaag"


def _r(patroon: str) -> re.Pattern[str]:
    return re.compile(" ".join(patroon.split()).replace(" ", r"\s+"), re.IGNORECASE)


_KAMER = r"(?:(?:uw|de|beide) (?:Tweede )?Kamers?|Eerste Kamer|Tweede Kamer|\bu\b)"


_WIJ = r"(?:ik|wij|we|het kabinet|de regering|mijn (?:departement|ministerie)|het ministerie(?: van [\w, ]+?)?|mijn ambtsgenoot|de (?:minister|staatssecretaris) van [\w, -]+?)"


_MELDEN = (
    r"(?:informeren|berichten|toezenden|toesturen|sturen|zenden|aanbieden|rapporteren|terugkomen|delen|toekomen|inlichten|"
    r"doen toekomen|voorleggen|ingaan|beantwoorden|terugkoppelen|op de hoogte (?:houden|stellen|brengen))"
)


_GEMELD = (
    r"(?:ge[ïi]nformeerd|bericht|toegezonden|toegestuurd|gestuurd|gezonden|verstuurd|verzonden|aangeboden|gerapporteerd|gedeeld|"
    r"ingelicht|op de hoogte (?:gesteld|gehouden|gebracht)|voorgelegd|ingediend|gepubliceerd)"
)


# What has ended or come in: "wanneer dit is afgerond" waits for an event, "wanneer dat blijkt" is a condition.
_GEREED = r"\b(?:afgerond|gereed|bekend|beschikbaar|ontvangen|klaar|opgeleverd|vastgesteld|gepubliceerd|verschenen|voltooid|binnen (?:is|zijn))\b"


_AMBT = r"(?:[Mm]inister|staatssecretaris|concessie|opdrachtgever|systeemverantwoordelijk|stelselverantwoordelijk|onderdeel|vervolg)\w*"


Signaal = tuple[str, "Stevigheid", re.Pattern[str]]


Blokkade = tuple[str, re.Pattern[str], tuple[str, ...]]


# (code, firmness, pattern). The first that fits gives the firmness; all that fit are shown.
SIGNALEN: tuple[Signaal, ...] = (
    (
        "streven",
        Stevigheid.ZACHT,
        _r(
            r"\b(?:het|mijn|ons) (?:streven|voornemen|inzet|planning) is\b(?! (?:geweest|altijd|dus|hier\w*|daar\w*) (?:geweest|dat)\b)|\b(?:ik|wij) streef|\bstreef ik|\ber\s?naar streef|\bwordt (?:er ?)?naar gestreefd|\b(?:ik|wij|het kabinet) streeft? (?:er ?)?naar|\bis het streven\b"
        ),
    ),
    (
        "voornemen",
        Stevigheid.ZACHT,
        _r(
            r"\b(?:(?:ik ben|ben ik|wij zijn|het kabinet is|is het kabinet)(?: [\w-]+){0,3} (?:voornemens|van plan)|neem ik mij voor|ik neem mij voor)\b"
        ),
    ),
    (
        "verwacht_te_melden",
        Stevigheid.ZACHT,
        _r(
            rf"\b(?:ik (?:verwacht|hoop)|(?:verwacht|hoop) ik|wij (?:verwachten|hopen)) (?!dat\b|van\b)[^.]*?{_KAMER}\b[^.]*\b(?:informeren|sturen|berichten|toezenden|aanbieden|zenden|delen|rapporteren)\b"
        ),
    ),
    (
        "toezeggen",
        Stevigheid.HARD,
        _r(r"\b(?:ik zeg|zeg ik|wij zeggen)\b.{0,60}?\btoe\b|\b(?:ik kan|kan ik|wil ik|ik wil)\b.{0,80}?\btoezeggen\b"),
    ),
    (
        "herhaald",
        Stevigheid.HARD,
        _r(rf"\b(?:heb ik|ik heb|hebben wij|is)\b.{{0,60}}?\btoegezegd\b.{{0,120}}?\bte (?:{_MELDEN}|kunnen)\b"),
    ),
    (
        "wil_melden",
        Stevigheid.ZACHT,
        _r(rf"\b(?:wil ik|ik wil|wil het kabinet)\b.{{0,80}}?\b{_KAMER}\b.{{0,120}}?\b{_MELDEN}\b"),
    ),
    (
        "verwacht_te_doen",
        Stevigheid.ZACHT,
        _r(
            r"\b(?:ik verwacht|verwacht ik|wij verwachten)\b (?!dat\b|van\b)[^.]*?\b(?:te kunnen \w+|(?:af|in|aan|op|uit) te (?:ronden|dienen|bieden|leveren|brengen)|te (?:publiceren|versturen|starten|presenteren|ondertekenen))\b"
        ),
    ),
    (
        "zal_melden",
        Stevigheid.HARD,
        _r(
            rf"\b(?:zal|zullen|zult)\b.*\b{_KAMER}\b.*\b(?:{_MELDEN}|{_GEMELD})\b|\b{_KAMER}\b.*\b(?:zal|zullen|zult)\b.*\b(?:{_MELDEN}|{_GEMELD})\b"
        ),
    ),
    (
        "meld_nu",
        Stevigheid.HARD,
        _r(
            rf"\b(?:informeer|bericht|stuur|zend|rapporteer|bied|leg|houd) (?:ik |wij )?(?:[\w-]+ ){{0,4}}?{_KAMER}\b|\bdeel (?:ik |wij )?(?!de (?:mening|zorg|opvatting))(?:[\w-]+ ){{0,6}}?met {_KAMER}\b|\b(?:ik|wij) (?:informeer|informeren|bericht|stuur|sturen|zend|rapporteer)\b.*\b{_KAMER}|\binformeer de Kamer\b"
        ),
    ),
    (
        "kom_terug",
        Stevigheid.HARD,
        _r(
            r"\bkom(?:en)? (?:ik|wij)\b.{0,60}?\bterug\b|\b(?:ik|wij) kom(?:en)? (?:hier\w*|daar\w*|op|bij|in)\b.{0,80}?\bterug\b"
        ),
    ),
    (
        "ontvangt_kamer",
        Stevigheid.HARD,
        _r(r"\b(?:ontvangt|ontvangen) (?:uw|de) Kamer\b|\b(?:uw|de) Kamer ontvangt\b|\bu ontvangt\b"),
    ),
    (
        "wordt_gemeld",
        Stevigheid.HARD,
        _r(rf"\b(?:wordt|worden)\b.*\b{_KAMER}\b.*\b{_GEMELD}\b|\b{_KAMER}\b.*\b(?:wordt|worden)\b.*\b{_GEMELD}\b"),
    ),
    ("ik_zal", Stevigheid.HARD, _r(rf"\b(?:{_WIJ} (?:zal|zullen)|(?:zal|zullen) {_WIJ})\b")),
    (
        "ik_ga",
        Stevigheid.HARD,
        _r(
            r"\b(?:ik ga|ga ik|wij gaan|gaan wij|het kabinet gaat)\b(?! er(?:van)? (?:van )?uit)(?!.*\b(?:ervan|vanuit) uit\b)"
        ),
    ),
    (
        "ik_neem_mee",
        Stevigheid.HARD,
        _r(
            r"\b(?:ik neem|neem ik|ik betrek|betrek ik)\b.{0,120}?\b(?:mee|bij)\b(?= in| bij| de| het| mijn| deze|\.|$)"
        ),
    ),
    (
        "ik_laat",
        Stevigheid.HARD,
        _r(
            r"\b(?:ik laat|laat ik)\b.{0,90}?\b(?:onderzoeken|uitzoeken|evalueren|uitvoeren|onderzoek doen|in kaart brengen)\b"
        ),
    ),
    (
        "bereid",
        Stevigheid.HARD,
        _r(r"\b(?:ik ben|ben ik|het kabinet is)(?: [\w-]+){0,2} bereid (?:om |te\b|tot\b)(?! dat te doen)"),
    ),
    (
        "oplevering",
        Stevigheid.HARD,
        _r(
            r"\b(?:wordt|worden)\b.*\b(?:evaluatie|(?:eind)?rapport(?:age)?|onderzoek|verkenning|wetsvoorstel|actieplan|monitor|advies|handreiking|regeling)\b.*\b(?:opgeleverd|ingediend|in consultatie gebracht|in consultatie gegeven|afgerond en|verwacht en)\b|\b(?:evaluatie|(?:eind)?rapport(?:age)?|verkenning|wetsvoorstel|actieplan|monitor|handreiking)\b.*\b(?:wordt|worden|gaat|komt)\b.*\b(?:opgeleverd|ingediend|in consultatie|beschikbaar)\b"
        ),
    ),
    (
        "bijzin_meldt",
        Stevigheid.HARD,
        _r(
            rf"\b(?:die|dat|waarover|waarin|waarmee) (?:ik|wij|het kabinet) {_KAMER}\b[^.]{{0,80}}?\b(?:stuur|sturen|zend|toestuur|toezend|aanbied|aanbiedt|informeer|bericht|doe toekomen)\b"
        ),
    ),
    (
        "te_verwachten",
        Stevigheid.HARD,
        _r(
            rf"\b{_KAMER} kan\b[^.]*\b(?:verwachten|tegemoet\s?zien)\b|\bkan {_KAMER}\b[^.]*\b(?:verwachten|tegemoet\s?zien)\b|\bziet {_KAMER}\b.*\btegemoet\b"
        ),
    ),
    (
        "volgt",
        Stevigheid.HARD,
        _r(
            r"\b(?:brief|kabinetsreactie|beleidsreactie|reactie|voortgangsrapportage|wetsvoorstel|appreciatie|kabinetsstandpunt|nota van wijziging)\b[^.,;]*\bvolgt\b|\bvolgt\b[^.,;]*\b(?:brief|kabinetsreactie|beleidsreactie|voortgangsrapportage|wetsvoorstel|appreciatie|kabinetsstandpunt)\b"
        ),
    ),
    (
        "ik_doe",
        Stevigheid.HARD,
        _r(
            r"\b(?:ik|wij|het kabinet|mijn ministerie|mijn departement) (?:[\w-]+ ){0,2}?(?:start|begin|breng|dien|kom|komt|komen|bespreek|voer|pak|publiceer|evalueer|rond|besluit|bezie|onderzoek|actualiseer|organiseer|presenteer|presenteert|verken|spreek|lanceer|dient|brengt)\b|\b(?:start|begin|breng|dien|kom|komt|bespreek|voer|pak|publiceer|evalueer|rond|besluit|bezie|onderzoek|actualiseer|organiseer|presenteer|verken|spreek|lanceer|dient|brengt) (?:ik|wij|het kabinet|mijn ministerie)\b"
        ),
    ),
    (
        "gepland",
        Stevigheid.HARD,
        _r(
            r"\b(?:evaluatie|inwerkingtreding|internetconsultatie|wetsvoorstel|publicatie|oplevering|besluitvorming|rapport|onderzoek|herziening|wetswijziging|regeling)\b[^.;]*\b(?:is|staat|wordt|zijn|staan|worden) (?:[\w-]+ ){0,6}?(?:voorzien|gepland|beoogd|ge[eë]valueerd|afgerond|verwacht)\b|\b(?:voorzien|gepland|beoogd) (?:is|wordt)\b"
        ),
    ),
    ("komt_beschikbaar", Stevigheid.ZACHT, _r(r"\bkomt (?:naar verwachting )?.{0,60}\bbeschikbaar\b")),
)


# Cues that promise only with a day or a period: a plan without one is no news to guard.
MET_DAG = frozenset({"oplevering", "komt_beschikbaar", "ik_doe", "gepland", "volgt", "herhaald", "verwacht_te_doen"})


# (code, pattern, cues it overrules or () for all).
BLOKKADES: tuple[Blokkade, ...] = (
    ("vraag", _r(r"\?[\"'”’»)\]]*(?:\[\^\w+\])*$"), ()),
    (
        "voorwaarde",
        _r(
            rf"^\W*(?:Als (?!{_AMBT})(?!.{{0,160}}?{_GEREED})|Indien|Mocht|Mochten|Wanneer (?!.{{0,160}}?{_GEREED})|Voor zover|Ingeval|Stel dat|Waar (?:ik|het kabinet))\b|\b(?:indien|mocht|mochten) (?:er|het|de|dit|dat|zich|uit|blijkt)\b|\b(?:wanneer|als) (?:er|het|de|dit|dat|uit|zou)\b.{{0,60}}?\b(?:zou|zouden|blijken|blijkt|toe leidt|aanleiding)\b|\b(?:zal|zullen|kan|ga|neem)\b(?: [\w-]+){{0,3}} (?:indien nodig|waar nodig|zo nodig|desgewenst|desgevraagd|indien gewenst)\b(?!.*\bKamer\b)|\bals er (?:ontwikkelingen|nieuwe|aanleiding|sprake)\b|\bindien daar aanleiding\b"
        ),
        (),
    ),
    (
        "weigering",
        _r(
            r"\b(?:zal|zullen|ga|gaan|kan|wil|ben|neem|laat)\b(?: (?:ik|wij|het kabinet|dan ook|daarom|dus|hier\w*|daar\w*|op dit moment|vooralsnog|nu|nog|zelf|verder|uw Kamer|de Kamer)){0,4} (?:niet|geen)\b|\bzie (?:ik )?(?:dan ook |op dit moment |daarom |hiervoor )*geen (?:noodzaak|aanleiding|reden|meerwaarde)\b|\blukt niet\b|\bniet (?:bereid|voornemens|van plan)\b|\bkan en zal niet\b|\bgeen voornemens?\b"
        ),
        (),
    ),
    (
        "verderop",
        _r(
            r"\b(?:hieronder|hierna|onderstaand[e]?|in het navolgende|in het vervolg van|hierboven toelichten|in deze (?:brief|beantwoording) (?:toelichten|ingaan))\b|^(?=.*\b(?:in op|op in|hierop in|nader in|verder in|ingaan|in ga|terugkomen|toelichten)\b|.*\b(?:in|terug)\W*$).*\b(?:antwoord(?:en)? op|beantwoording van|antwoord|bij|onder)(?: (?:de|deze))? (?:deel)?vra(?:ag|gen)\b.*\b(?:ga|zal|kom)\b|\b(?:ga|zal|kom)\b.*\b(?:antwoord(?:en)? op|beantwoording van|bij|onder)(?: (?:de|deze))? (?:deel)?vra(?:ag|gen)\b.*\b(?:in|terug|op)\b|\bin de (?:komende|volgende) alinea\w*|\b(?:in|bij) (?:mijn|de|deze) (?:beantwoording|antwoorden)\b|\b(?:zal ik|ik zal|ik ga|ga ik)\b.{0,120}\b(?:toelichten|(?:dieper|verder) ingaan|aangeven hoe)\b(?!.*\bKamer\b)"
        ),
        ("ik_ga", "ik_zal", "kom_terug", "zal_melden", "ik_doe"),
    ),
    (
        "aanname",
        _r(
            r"\bga(?:an|at)?\b.{0,40}?\b(?:er\s?van\s?uit|er\b.{0,25}?\bvan\s?uit)\b|\b(?:ga ik|ik ga|gaan wij)\b(?: [\w-]+){0,2} over\b"
        ),
        ("ik_ga",),
    ),
    (
        "beleidsdoel",
        _r(
            r"\bstree(?:f|ft)\b.{0,20}?\b(?:altijd|al jaren|continu)\b|\bstree(?:f|ft) (?:ik |wij |het kabinet )?naar (?:een|het|de|meer|betere?)\b(?!.*(?:\bte \w+en\b|\b20\d\d\b|jaar\b|zomer|kwartaal))"
        ),
        ("streven",),
    ),
    (
        "voortzetting",
        _r(
            rf"\b(?:zal|zullen|ga|gaan)\b(?!.*{_KAMER})(?: [\w-]+,?){{0,12}} blijven (?!volgen|monitoren)\w+en\b|\bonverminderd (?:door|mee)\b"
        ),
        ("ik_zal", "ik_ga"),
    ),
    ("sturen_op", _r(r"\b(?:ge)?stuurd? op\b"), ("wordt_gemeld",)),
    (
        "vervuld",
        _r(
            rf"\b(?:heb|hebben|heeft|is|zijn|ben)\b(?: [^,.;]*?)? {_GEMELD}\b(?! worden)|\b{_GEMELD} (?:heb|hebben|heeft|is|zijn)\b"
        ),
        ("wordt_gemeld", "meld_nu", "oplevering"),
    ),
    (
        "voltooid",
        _r(
            r"^(?:Zoals toegezegd|Conform (?:mijn|de) toezegging|Naar aanleiding van|Inmiddels|Reeds|Eerder)\b.*\b(?:ben|heb|hebben|heeft|is|zijn|werd|werden) (?:ik|wij|het kabinet|er|de|het|uw|hier|dit)\b"
        ),
        (),
    ),
    (
        "herinnerd",
        _r(
            r"\b(?:is|was|werd|heeft|heb)\b.{0,120}\btoegezegd dat\b|\b(?:heeft|hebben) (?:mij|ons) (?:bericht|ge[ïi]nformeerd|laten weten|gemeld|toegezegd|verzekerd)\b|\b(?:gaf|gaven|geeft|geven) aan dat\b|\b(?:stelt|stellen|meldt|melden) dat\b"
        ),
        (),
    ),
    (
        "verwachting",
        _r(
            r"\b(?:ik verwacht|verwacht ik) (?:dat|van)\b|\b(?:de|mijn) verwachting is dat\b|\bwordt(?: [\w-]+){0,4} verwacht dat\b"
        ),
        (),
    ),
    ("naar_verwachting", _r(r"\bnaar verwachting\b"), ("oplevering", "gepland")),
    (
        "eigen_termijn",
        _r(
            r"\b(?:de|deze|uw|resterende) (?:(?:schriftelijke|kamer)?vragen|antwoorden)\b.{0,80}\b(?:te beantwoorden|doen toekomen|toe te sturen|worden beantwoord)\b|\bbinnen de (?:gebruikelijke|gestelde|daarvoor gestelde) termijn\b"
        ),
        (),
    ),
    (
        "gelijktijdig",
        _r(r"\b(?:(?:heden|vandaag) (?:ook )?|gelijktijdig met|tegelijk met|bij deze|hierbij|als bijlage)\b"),
        ("meld_nu", "wordt_gemeld"),
    ),
    (
        "gewoonte",
        _r(
            r"\b(?:jaarlijks|ieder jaar|elk jaar|elk kwartaal|halfjaarlijks|periodiek|regelmatig|doorlopend|altijd) (?:ge[ïi]nformeerd|informeer|over)\b"
        ),
        ("meld_nu", "wordt_gemeld", "bijzin_meldt", "ik_doe"),
    ),
    (
        "bevestiging",
        _r(
            r"\b(?:zal|kan) ik (?:bevestigen|toelichten|uitleggen|niet (?:ingaan|treden))\b|\b(?:ben|is) bereid (?:om )?(?:dat|dit) te doen\b"
        ),
        ("ik_zal", "bereid"),
    ),
)


# What each looks like in an answer, for who keeps the list.
VOORBEELDEN: dict[str, str] = {
    "streven": "het streven is …, ik streef ernaar",
    "voornemen": "ik ben voornemens, het kabinet is van plan",
    "verwacht_te_melden": "ik verwacht uw Kamer … te informeren",
    "toezeggen": "ik zeg u toe, ik kan toezeggen",
    "herhaald": "ik heb toegezegd uw Kamer … te informeren",
    "wil_melden": "ik wil uw Kamer … informeren",
    "verwacht_te_doen": "ik verwacht … te kunnen starten",
    "zal_melden": "ik zal uw Kamer informeren",
    "meld_nu": "ik informeer uw Kamer",
    "kom_terug": "ik kom hierop terug",
    "ontvangt_kamer": "uw Kamer ontvangt",
    "wordt_gemeld": "uw Kamer wordt geïnformeerd",
    "ik_zal": "ik zal, het kabinet zal",
    "ik_ga": "ik ga, wij gaan",
    "ik_neem_mee": "ik neem dit mee, ik betrek dit bij",
    "ik_laat": "ik laat dit onderzoeken",
    "bereid": "ik ben bereid om",
    "oplevering": "het rapport wordt … opgeleverd",
    "bijzin_meldt": "…, die ik uw Kamer stuur",
    "te_verwachten": "uw Kamer kan … verwachten",
    "volgt": "een brief volgt",
    "ik_doe": "ik start, ik bespreek, ik onderzoek",
    "gepland": "de evaluatie is voorzien in",
    "komt_beschikbaar": "komt naar verwachting beschikbaar",
    "vraag": "een zin die een vraag is",
    "voorwaarde": "als …, indien …, zo nodig",
    "weigering": "ik zal niet, ik zie geen aanleiding",
    "verderop": "hieronder, in het antwoord op vraag 3 ga ik in op",
    "aanname": "ik ga ervan uit",
    "beleidsdoel": "ik streef al jaren naar",
    "voortzetting": "ik zal … blijven doen",
    "sturen_op": "er wordt gestuurd op",
    "vervuld": "ik heb uw Kamer geïnformeerd",
    "voltooid": "zoals toegezegd heb ik …, inmiddels is",
    "herinnerd": "is toegezegd dat, heeft mij laten weten",
    "verwachting": "ik verwacht dat, de verwachting is dat",
    "naar_verwachting": "naar verwachting",
    "eigen_termijn": "binnen de gebruikelijke termijn",
    "gelijktijdig": "hierbij, gelijktijdig met",
    "gewoonte": "wordt jaarlijks geïnformeerd",
    "bevestiging": "ik kan bevestigen, ik zal toelichten",
}


_WOORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


_GAT, _MEESTE_WOORDEN, _IN_EEN_GAT = "…", 12, 6


def patroon(woorden: str) -> re.Pattern[str]:
    """What finds these words: whole, in any case, with any white space; '…' stands for at most six others.

    It never looks further than its own words and gaps, so that no line is slow. :raises ValueError: no words, a sign
    that is no part of one, a gap at an end, or more than twelve.
    """
    delen = woorden.replace("...", _GAT).replace(_GAT, f" {_GAT} ").split()
    if not 0 < len(delen) <= _MEESTE_WOORDEN or _GAT in (delen[0], delen[-1]):
        raise ValueError(woorden)
    uit: list[str] = []
    for deel in delen:
        if deel != _GAT and not _WOORD.fullmatch(deel):
            raise ValueError(woorden)
        uit.append(rf"(?:\S+\s+){{0,{_IN_EEN_GAT}}}?" if deel == _GAT else re.escape(deel) + r"\s+")
    return re.compile(r"\b" + "".join(uit).removesuffix(r"\s+") + r"\b", re.IGNORECASE)

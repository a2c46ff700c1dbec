"""The time phrases one by one: a pattern, and how its window is read. The conventions: `docs/tijdsaanduidingen.md`."""

from __future__ import annotations

import re
from collections.abc import Callable

from kamervragen.language.promises.tijdlezingen import (
    WEEKDAGEN,
    WOORDGETAL,
    dag,
    gebeurtenis,
    halfjaar,
    jaargetal,
    jaren,
    kerst,
    kwartaal,
    maand,
    nota,
    op_prinsjesdag,
    over_tijd,
    reces,
    seizoen,
    vaag,
    week,
    weekdag,
)
from kamervragen.language.promises.tijdvakken import (
    MAANDEN,
    Lezing,
    Venster,
)


def _r(patroon: str) -> re.Pattern[str]:
    return re.compile(" ".join(patroon.split()).replace(" ", r"\s+"), re.IGNORECASE)


_M = "|".join(MAANDEN)
_VOOR = r"(?:(?:nog |uiterlijk |vlak |kort |ruim )?v[oó]{2}r(?: (?:aanvang|de start|het begin) van)?)"
_VZ = (
    rf"(?:(?P<vz>{_VOOR}|(?:uiterlijk )?(?:(?:direct|kort|meteen|snel|vlak|gelijk) )?na(?: afloop van)?|uiterlijk(?: (?:in|op|aan|per|rond|tegen))?|"
    r"tot(?: en met| aan)?|tegen|vanaf|met ingang van|per|rond(?:om)?|omstreeks|binnen|(?:nog |later )?(?:in|op|aan|bij|met|gedurende|tijdens)) )?"
)
_LID = r"(?:(?:de|het) )?"
_DEEL = (
    r"(?:(?P<deel>begin|start|medio|half|halverwege|einde?|ultimo|loop|(?:eerste|tweede) helft|(?:eerste|laatste) maanden|"
    r"(?:eerste|tweede|derde|vierde|laatste) week) (?:van )?(?:(?:de|het) )?)?"
)
_AANW = r"(?:(?P<aanw>deze|dit|nog dit|later dit|(?:eerst)?(?:komende?|volgende?)|aankomende?|aanstaande|afgelopen|vorige?) )?"
_JAAR = r"(?:,? (?:(?:van|in) )?(?:het (?:jaar )?)?(?P<jaar>(?:19|20)\d{2}(?!\d|\s*[-–/]\s*\d)|dit jaar|volgend jaar|komend jaar))?"
_NA = r"(?: (?P<na>a\.s\.|aanstaande|jl\.|jongstleden))?"
_KOP = rf"\b{_VZ}{_LID}{_DEEL}{_AANW}"
_RANGEN = r"eerste|tweede|derde|vierde|[1-4]e"
_BIJEENKOMST = (
    r"(?:[\w-]*(?:debat|overleg|behandeling|vergadering|stemming(?:en)?|bijeenkomst|vragenuur|top|raad|zitting))"
)

# (what every such phrase holds, looked for first because it is quick; the phrase; its reading).
REGELS: tuple[tuple[re.Pattern[str], re.Pattern[str], Callable[[Lezing], Venster | None]], ...] = (
    (
        _r(r"zomer|najaar|herfst|voorjaar|lente|winter"),
        _r(rf"{_KOP}(?:vroege |late )?(?P<seizoen>zomer|najaar|herfst|voorjaar|lente|winter)\b{_JAAR}(?![\w-])"),
        seizoen,
    ),
    (
        _r(r"reces|vakantie"),
        _r(
            rf"{_KOP}(?P<reces>(?:zomer|kerst|herfst|voorjaars|mei|krokus|kamer)?reces|zomervakantie|kerstvakantie)\b{_JAAR}"
        ),
        reces,
    ),
    (_r(r"kerst|jaarwisseling"), _r(rf"{_KOP}(?:kerst(?:mis|dagen)?|jaarwisseling)\b{_JAAR}"), kerst),
    (
        _r(r"jaar|20\d\d|19\d\d"),
        _r(
            rf"{_KOP}(?:jaar\b(?! (?:geleden|later|oud|na)\b)(?: (?P<jaar>(?:19|20)\d{{2}}))?|(?P<jaartal>(?:19|20)\d{{2}})(?![\d%]|\s*[-–/]\s*\d|[.,]\d))"
        ),
        jaargetal,
    ),
    (
        _r(r"helft|jaar"),
        _r(rf"\b{_VZ}{_LID}(?P<rang>eerste|tweede) (?:half\s?jaar|jaarhelft|helft van het jaar){_JAAR}\b"),
        halfjaar,
    ),
    (
        _r(r"helft|jaar"),
        _r(
            rf"\b{_VZ}{_LID}(?P<rang>eerste|tweede) helft(?! van (?:de|het|{_M}|(?:19|20)\d\d|dit|volgend|deze)\b| (?:{_M})\b){_JAAR}\b"
        ),
        halfjaar,
    ),
    (
        _r(r"kwartaal|Q[1-4]"),
        _r(rf"{_KOP}(?:Q(?P<cijfer>[1-4])|(?:(?P<rang>{_RANGEN}) )?kwartaal)\b{_JAAR}"),
        kwartaal,
    ),
    (
        _r(rf"{_M}|maand"),
        _r(
            rf"{_KOP}(?:de maand )?(?<![0-9]\s)(?P<maand>{_M}|maand)\b(?:(?: (?:en|of|dan wel) |\s*/\s*)(?P<maand2>{_M})\b)?{_JAAR}{_NA}"
        ),
        maand,
    ),
    (
        _r(r"\d"),
        _r(
            rf"\b{_VZ}(?:(?P<bijeenkomst>(?:voor|vóór|voorafgaand aan|tijdig voor) (?:het|de) (?:[\w-]+ ){{0,4}}?{_BIJEENKOMST}(?: [\w-]+){{0,8}}? (?:van|op|d\.d\.)) )?(?:(?P<weekvan>de week van) )?{_LID}(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?(?P<dag>\d{{1,2}}) (?P<maand>{_M})(?:,? (?P<jaar>(?:19|20)\d{{2}}))?\b(?:\s*,?\s*(?P<na>jl|jongstleden|l\.l|a\.s|aanstaande)\b\.?)?"
        ),
        dag,
    ),
    (
        _r(r"\d"),
        _r(rf"(?<![\d-])\b{_VZ}(?P<dag>\d{{1,2}})-(?P<maand>1[0-2]|0?[1-9])-(?P<jaar>(?:19|20)\d{{2}})\b"),
        dag,
    ),
    (
        _r(r"jaar|dag|we[e]?k|maand"),
        _r(
            r"\b(?:binnen|over|na) (?:uiterlijk |ongeveer |circa |maximaal |hooguit )?(?:(?P<half>een half|half|anderhalf) jaar|(?:(?P<aantal>\d{1,3}|"
            + "|".join(WOORDGETAL)
            + r")(?: (?:tot|à|a) (?P<aantal2>\d{1,3}|"
            + "|".join(WOORDGETAL)
            + r"))?) (?P<eenheid>dagen|dag|weken|week|maanden|maand|jaar))\b(?! (?:na|nadat|vanaf)\b)"
        ),
        over_tijd,
    ),
    (
        _r(r"jaar|dag|we[e]?k|maand"),
        _r(
            r"\b(?:in |gedurende )?(?:de|het) (?:komende|aankomende|eerstkomende) (?P<aantal>\d{1,3}|"
            + "|".join(WOORDGETAL)
            + r") (?P<eenheid>dagen|weken|maanden|jaar)\b"
        ),
        over_tijd,
    ),
    (
        _r(r"week"),
        _r(
            r"\b(?:in |(?:aan het )?begin (?:van )?|eind(?:e)? (?:van )?|in de loop van |uiterlijk )?(?:de )?(?P<aanw>deze|volgende|komende|aanstaande|vorige|afgelopen) week\b"
        ),
        week,
    ),
    (_r(r"week"), _r(rf"\b(?:in |eind |begin )?week (?P<weeknummer>\d{{1,2}})\b{_JAAR}"), week),
    (_r(r"dag"), _r(rf"\b(?:aanstaande|komende|a\.s\.) (?P<weekdag>{'|'.join(WEEKDAGEN)})\b"), weekdag),
    (
        _r(r"nota|besluitvorming|suppletoire"),
        _r(
            rf"\b{_VZ}{_LID}(?:eerstvolgende |komende |volgende )?(?P<nota>voorjaarsnota|najaarsnota|voorjaarsbesluitvorming|najaarsbesluitvorming|(?:eerste|tweede) suppletoire begroting){_JAAR}\b"
        ),
        nota,
    ),
    (
        _r(r"Prinsjesdag|Miljoenennota|begroting"),
        _r(
            rf"\b{_VZ}{_LID}(?:komende |aanstaande )?(?:Prinsjesdag|Miljoenennota|(?:ontwerp|rijks)?begroting (?:(?:voor|van) )?(?:het jaar )?(?P<begrotingsjaar>20\d\d)){_JAAR}\b"
        ),
        op_prinsjesdag,
    ),
    (_r(r"tussen"), _r(r"\btussen (?P<van>20\d{2}) en (?P<tot>20\d{2})\b"), jaren),
    (
        _r(r""),
        _r(
            r"\b(?:binnenkort(?!\s+(?:verwachte|te\s+verwachten))|spoedig|(?:zeer )?snel(?=(?: [\w-]+){0,3} (?:informeren|ge[ïi]nformeerd|op terug|terug)\b)|op (?:zeer |heel )?korte termijn|(?:zo|op) (?:spoedig|snel|kort) mogelijk(?:e termijn)?|zsm|z\.s\.m\.|zo snel als mogelijk|(?:(?:in|gedurende|over) )?(?:(?:de|het) )?(?:komende|aankomende) (?:periode|tijd|weken|maanden|jaren|dagen)|(?:binnen|over|in) (?:enkele|een paar|een aantal|afzienbare|niet al te lange) (?:dagen|weken|maanden|tijd)|te zijner tijd|t\.z\.t\.|op termijn|(?<=hier\s)snel|te gelegener tijd|in een later stadium|op een later moment|(?:nog )?deze kabinetsperiode|bij gelegenheid|te gepaster tijd)(?!\w)"
        ),
        vaag,
    ),
    (
        _r(r""),
        _r(
            r"\b(?:(?:zodra|nadat|wanneer|op het moment dat)\b[^,.;]*|na (?:de |het )?(?:afronding|ontvangst|ommekomst|afloop|publicatie|besluitvorming|vaststelling|oplevering|inwerkingtreding|verschijnen|behandeling|bespreking|uitkomst(?:en)?|totstandkoming)\b[^,.;]*|(?:v[oó]{2}r|voorafgaand aan) (?:de|het) (?:[\w-]+ ){0,3}?[\w-]*(?:debat|overleg|vragenuur)\b(?: over\b[^,.;\d]*)?|(?:voor|bij) de (?:plenaire )?(?:begrotings)?behandeling\b[^,.;]*)"
        ),
        gebeurtenis,
    ),
)

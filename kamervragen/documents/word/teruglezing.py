"""A document that comes back: per question and answer what it says without and with its changes, each change apart.

Pieces are found by the bookmarks of the concept, else by their headings, else by the words of the questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from kamervragen.documents.lezing import Opmerking, Wijziging, Wijzigingsoort
from kamervragen.documents.packing import safe_zip
from kamervragen.documents.readers import odt, word
from kamervragen.documents.readers.delen import Deel, is_kop, knip, ontvouwd
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.documents.text.markdown import platte_tekst, schrijf_markdown
from kamervragen.documents.text.opmaak import Alinea, Blok, Tabel, sporen_in, zonder_eerste
from kamervragen.documents.word.sporen import toegepast
from kamervragen.documents.word.terugweg import Herkomst, herkomst_uit
from kamervragen.documents.writers.paren import ANKER_ANTWOORD, ANKER_SLOT, ANKER_VRAAG
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.terugkeer import Herkend, Wijzigingsaard

_ANKER = re.compile(rf"({ANKER_VRAAG}|{ANKER_ANTWOORD})(\d+[a-z]?)|({ANKER_SLOT})")
_KOPWOORDEN = re.compile(r"\s*(?:Vraag|Antwoord op vraag)\s+\d+[a-z]?(?:(?:,| en)\s*\d+[a-z]?)*", re.IGNORECASE)
_LIJKT = 85  # a paragraph that is a question of the set, for this share of its letters
_ANDERS = 60  # below this a heading announces another question than its number says
_KORT = 25  # shorter paragraphs are too much alike to tell a question


@dataclass(frozen=True, slots=True)
class Teruggave:
    """One change as a proposal: the text without it and with it, as Markdown with the document's own note marks."""

    aard: Wijzigingsaard
    auteur: str
    moment: str
    zonder: str
    met: str


@dataclass(frozen=True, slots=True)
class Stukje:
    """A question or an answer in the document. `zonder`: nothing of its changes accepted; `met`: all of them."""

    plaats: str
    herkend: Herkend
    zonder: str
    met: str
    wijzigingen: tuple[Teruggave, ...] = ()


@dataclass(frozen=True, slots=True)
class Nootlezing:
    """A footnote without and with its changes, and who made the first of them."""

    zonder: str
    met: str
    auteur: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Teruglezing:
    """A document that came back. `dubbel`: places that stand in it twice. `los`: text that belongs to no place.

    `zonder_gevolg`: changes that alter no words, such as another look.
    """

    herkomst: Herkomst | None
    stukken: tuple[Stukje, ...]
    noten: Mapping[str, Nootlezing] = field(default_factory=dict)
    opmerkingen: tuple[Opmerking, ...] = ()
    dubbel: tuple[str, ...] = ()
    los: tuple[str, ...] = ()
    zonder_gevolg: int = 0


@dataclass
class _Deel:
    plaats: str
    herkend: Herkend
    blokken: list[Blok]


def lees_terug(data: bytes, naam: str, vragen: Sequence[tuple[str, str]]) -> Teruglezing:
    """Reads a .docx or .odt that left as a concept. `vragen` are the questions of the record as (label, Markdown).

    :raises Ongeldig: of another kind, broken, encrypted, with macros, or without anything of this set.
    :raises TeGroot: above a limit of `safe_zip`.
    """
    if not data:
        raise Ongeldig("%(naam)s is leeg. Controleer het bestand en bied het opnieuw aan.", naam=naam)
    if not data.startswith(b"PK"):
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise Ongeldig(
                "%(naam)s is versleuteld of een oud .doc-bestand. Bewaar het zonder wachtwoord als .docx.", naam=naam
            )
        raise Ongeldig(
            "%(naam)s is geen Word- of OpenDocument-bestand. Breng het concept terug als .docx of .odt.", naam=naam
        )
    delen = safe_zip.open_zip(data, naam)
    lezer = odt if odt.is_odt(delen) else word
    ruw = lezer.lees(delen, naam, met_sporen=True)
    gevonden, los = _delen(ruw, vragen)
    if not gevonden:
        raise Ongeldig("In %(naam)s staat niets van deze set. Haal het concept opnieuw op en werk daarin.", naam=naam)
    stukken: list[Stukje] = []
    leeg = 0
    for deel in gevonden:
        stukje, gevolgloos = _stukje(deel, ruw.wijzigingen)
        stukken.append(stukje)
        leeg += gevolgloos
    plaatsen = [stukje.plaats for stukje in stukken]
    return Teruglezing(
        herkomst_uit(ruw.eigenschappen),
        tuple(stukken),
        {id: _noot(b, ruw.wijzigingen) for id, b in ruw.nootblokken.items()},
        _opmerkingen(ruw, gevonden),
        tuple(sorted({p for p in plaatsen if plaatsen.count(p) > 1})),
        tuple(
            tekst for blok in los if (tekst := schrijf_markdown(toegepast((blok,), ruw.wijzigingen, ruw.wijzigingen)))
        ),
        leeg,
    )


def _delen(ruw: Ruw, vragen: Sequence[tuple[str, str]]) -> tuple[list[_Deel], list[Blok]]:
    blokken = ontvouwd(ruw.blokken)
    if any(isinstance(blok, Alinea) and any(_ANKER.match(a) for a in blok.ankers) for blok in blokken):
        gevonden, los = _op_ankers(blokken, {label for label, _ in vragen})
    else:
        eerste = next((i for i, b in enumerate(blokken) if isinstance(b, Alinea) and is_kop(b)), len(blokken))
        delen, _toelichting, _mededeling, _rest = knip(blokken[eerste:])
        gevonden, los = (_op_koppen(delen, vragen), blokken[:eerste]) if delen else _op_inhoud(blokken, vragen)
        while gevonden and gevonden[-1].blokken and _is_bronnoot(gevonden[-1].blokken[-1]):
            los.append(gevonden[-1].blokken.pop())
    vreemd = [deel for deel in gevonden if vragen and deel.plaats.partition("-")[2] not in dict(vragen)]
    return [deel for deel in gevonden if deel not in vreemd], [
        *los,
        *(blok for deel in vreemd for blok in deel.blokken),
    ]


def _is_bronnoot(blok: Blok) -> bool:
    """The asker's notes stand behind the last answer, and are no part of it."""
    return isinstance(blok, Alinea) and (blok.leeg or bool(re.match(r"\d{1,3}\)\s", blok.kaal)))


def _op_ankers(blokken: list[Blok], labels: set[str]) -> tuple[list[_Deel], list[Blok]]:
    """Cut at the bookmarks; a heading whose bookmark is gone still begins its own piece."""
    gevonden: list[_Deel] = []
    los: list[Blok] = []
    namen = {a for blok in blokken if isinstance(blok, Alinea) for a in blok.ankers}
    slot = False
    for blok in blokken:
        treffer = None
        if isinstance(blok, Alinea):
            treffer = next((t for a in blok.ankers if (t := _ANKER.match(a))), None)
        if treffer and treffer[3]:
            slot = True
            if gevonden:  # whoever types on at the end of the last answer, types here
                gevonden[-1].blokken.append(blok)
        elif treffer:
            slot = False
            assert isinstance(blok, Alinea)
            plaats = f"{'vraag' if treffer[1] == ANKER_VRAAG else 'antwoord'}-{treffer[2]}"
            gevonden.append(_Deel(plaats, Herkend.ANKER, _na_de_kop(blok)))
        elif slot or not gevonden:
            los.append(blok)
        else:
            gevonden[-1].blokken.append(blok)
    return [deel for heel in gevonden for deel in _gesplitst(heel, namen, labels)], los


def _na_de_kop(blok: Alinea) -> list[Blok]:
    """What stands in the paragraph of a heading besides the heading itself."""
    if is_kop(blok):
        return list(knip([blok])[0][0].blokken)
    treffer = _KOPWOORDEN.match("".join(stuk.tekst for stuk in blok.stukken))
    return [zonder_eerste(blok, treffer.end()) if treffer else blok]


def _gesplitst(deel: _Deel, namen: set[str], labels: set[str]) -> Iterator[_Deel]:
    """A piece in which the heading of another question of the set stands that lost its bookmark, cut there."""
    nu = _Deel(deel.plaats, deel.herkend, [])
    for blok in deel.blokken:
        delen = knip([blok])[0] if isinstance(blok, Alinea) and is_kop(blok) else []
        eerste = delen[0].labels[0] if delen and delen[0].labels else ""
        soort = "antwoord" if delen and delen[0].is_antwoord else "vraag"
        if eerste in labels and f"kv_{soort}_{eerste}" not in namen:
            yield nu
            nu = _Deel(f"{soort}-{eerste}", Herkend.KOP, list(delen[0].blokken))
        else:
            nu.blokken.append(blok)
    yield nu


def _op_koppen(delen: Iterable[Deel], vragen: Sequence[tuple[str, str]]) -> list[_Deel]:
    """By headings; the words of a question overrule its number when they are clearly those of another."""
    uit: list[_Deel] = []
    label = ""
    hoe = Herkend.KOP
    for deel in delen:
        if not deel.is_antwoord:
            genoemd = deel.labels[0] if deel.labels else ""
            tekst = " ".join(b.kaal for b in deel.blokken if isinstance(b, Alinea))
            label = _vraag_met(tekst, vragen, genoemd)
            hoe = Herkend.KOP if label == genoemd else Herkend.INHOUD
            uit.append(_Deel(f"vraag-{label}", hoe, list(deel.blokken)))
        elif deel.labels or label:
            eerste = label if not deel.labels or hoe is Herkend.INHOUD else deel.labels[0]
            uit.append(_Deel(f"antwoord-{eerste}", hoe, list(deel.blokken)))
    return uit


def _vraag_met(tekst: str, vragen: Sequence[tuple[str, str]], label: str) -> str:
    scores = {naam: fuzz.ratio(tekst, platte_tekst(vraag)) for naam, vraag in vragen}
    if not scores:
        return label
    beste = max(scores, key=lambda naam: scores[naam])
    return beste if scores.get(label, 0) < _ANDERS and scores[beste] >= _LIJKT else label


def _op_inhoud(blokken: list[Blok], vragen: Sequence[tuple[str, str]]) -> tuple[list[_Deel], list[Blok]]:
    """By the words of the questions: what follows one, up to the next, is its answer."""
    regels = [
        (label, regel) for label, vraag in vragen for regel in platte_tekst(vraag).split("\n") if len(regel) >= _KORT
    ]
    uit: list[_Deel] = []
    voor: list[Blok] = []
    for blok in blokken:
        label = ""
        if isinstance(blok, Alinea) and len(blok.kaal) >= _KORT:
            beste = max(regels, key=lambda r: fuzz.ratio(blok.kaal, r[1]), default=("", ""))
            label = beste[0] if beste[1] and fuzz.ratio(blok.kaal, beste[1]) >= _LIJKT else ""
        if label and (not uit or uit[-1].plaats != f"antwoord-{label}"):
            uit.append(_Deel(f"antwoord-{label}", Herkend.INHOUD, []))
        elif label:
            continue
        elif uit:
            uit[-1].blokken.append(blok)
        else:
            voor.append(blok)
    return uit, voor


def _stukje(deel: _Deel, wijzigingen: Mapping[int, Wijziging]) -> tuple[Stukje, int]:
    blokken = tuple(deel.blokken)
    eigen = [spoor for spoor in _in_volgorde(blokken) if spoor in wijzigingen]

    def tekst(aanvaard: Iterable[int]) -> str:
        return schrijf_markdown(toegepast(blokken, wijzigingen, frozenset(aanvaard)))

    voorstellen = []
    leeg = 0
    for groep in _groepen(blokken, wijzigingen):
        vooraf = _vooraf(blokken, groep, wijzigingen)
        zonder, met = tekst(vooraf), tekst({*vooraf, *groep})
        if zonder == met:
            leeg += 1
            continue
        eerste = wijzigingen[groep[0]]
        voorstellen.append(Teruggave(_aard([wijzigingen[g] for g in groep]), eerste.auteur, eerste.moment, zonder, met))
    return Stukje(deel.plaats, deel.herkend, tekst(()), tekst(eigen), tuple(voorstellen)), leeg


def _noot(blokken: tuple[Blok, ...], wijzigingen: Mapping[int, Wijziging]) -> Nootlezing:
    alle = [spoor for spoor in sporen_in(blokken) if spoor in wijzigingen]
    zonder, met = (
        " ".join(schrijf_markdown((blok,)) for blok in toegepast(blokken, wijzigingen, aanvaard))
        for aanvaard in (frozenset[int](), frozenset(alle))
    )
    eerste = wijzigingen[alle[0]] if alle else None
    return Nootlezing(zonder, met, eerste.auteur if eerste else "", eerste.moment if eerste else "")


def _in_volgorde(blokken: Iterable[Blok]) -> list[int]:
    return list(dict.fromkeys(spoor for punt in _punten(blokken) for spoor in punt))


def _punten(blokken: Iterable[Blok]) -> Iterable[tuple[int, ...]]:
    """Every run and every end of a paragraph, as the traces it bears; a run without words says nothing."""
    for blok in blokken:
        alineas = [blok] if isinstance(blok, Alinea) else [a for rij in blok.rijen for cel in rij for a in cel]
        for alinea in alineas:
            yield from (stuk.spoor for stuk in alinea.stukken if stuk.tekst or stuk.noot)
            if alinea.eind:
                yield alinea.eind
            elif isinstance(blok, Tabel) or alinea is not alineas[-1]:
                yield ()


def _groepen(blokken: tuple[Blok, ...], wijzigingen: Mapping[int, Wijziging]) -> list[tuple[int, ...]]:
    """Changes that are one edit: next to each other, by one person; a move is what went with what came."""
    groepen: list[list[int]] = []
    vorige: set[int] = set()
    for punt in _punten(blokken):
        nu = {spoor for spoor in punt if spoor in wijzigingen}
        for spoor in sorted(nu):
            bekend = next((g for g in groepen if spoor in g), None)
            if bekend is not None:
                continue
            naast = next(
                (g for g in groepen if vorige & set(g) and _samen(wijzigingen[g[-1]], wijzigingen[spoor])), None
            )
            if naast is not None:
                naast.append(spoor)
            else:
                groepen.append([spoor])
        vorige = nu
    return _met_verplaatsingen(groepen, wijzigingen)


def _samen(een: Wijziging, ander: Wijziging) -> bool:
    return een.auteur == ander.auteur and een.verplaatst == ander.verplaatst


def _met_verplaatsingen(groepen: list[list[int]], wijzigingen: Mapping[int, Wijziging]) -> list[tuple[int, ...]]:
    uit: list[list[int]] = []
    wacht: dict[tuple[str, str], list[int]] = {}
    for groep in groepen:
        eerste = wijzigingen[groep[0]]
        sleutel = (eerste.auteur, " ".join("".join(wijzigingen[g].tekst for g in groep).split()))
        if eerste.verplaatst and sleutel in wacht:
            wacht.pop(sleutel).extend(groep)
            continue
        uit.append(groep)
        if eerste.verplaatst:
            wacht[sleutel] = groep
    return [tuple(groep) for groep in uit]


def _vooraf(blokken: tuple[Blok, ...], groep: tuple[int, ...], wijzigingen: Mapping[int, Wijziging]) -> set[int]:
    """Insertions of others in which these changes stand: without those there is nothing to change."""
    return {
        spoor
        for punt in _punten(blokken)
        if set(punt) & set(groep)
        for spoor in punt
        if spoor in wijzigingen and spoor not in groep and wijzigingen[spoor].soort is Wijzigingsoort.INGEVOEGD
    }


def _aard(wijzigingen: list[Wijziging]) -> Wijzigingsaard:
    soorten = {wijziging.soort for wijziging in wijzigingen}
    if all(wijziging.verplaatst for wijziging in wijzigingen):
        return Wijzigingsaard.VERPLAATSING
    if len(soorten) > 1:
        return Wijzigingsaard.VERVANGING
    return Wijzigingsaard.INVOEGING if Wijzigingsoort.INGEVOEGD in soorten else Wijzigingsaard.VERWIJDERING


def _opmerkingen(ruw: Ruw, delen: list[_Deel]) -> tuple[Opmerking, ...]:
    """The remarks with the place they are about; those elsewhere in the document are at its head."""
    plaatsen = {spoor: deel.plaats for deel in delen for spoor in sporen_in(deel.blokken)}
    return tuple(
        Opmerking(o.auteur, o.moment, o.tekst, " ".join(o.passage.split()), plaatsen.get(spoor, "kop"))
        for spoor, o in ruw.opmerkingen.items()
    )

"""Keeping the archive equal to the database: what the search page can find, per set, per motion and per passage."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from functools import partial

from sqlmodel import Session

from kamervragen.core.act import Huis
from kamervragen.core.skipping import Skipping
from kamervragen.core.store.engine import reading
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.vragenset import Vragenset
from kamervragen.hergebruik.store import passages
from kamervragen.language.citations.verwijzingen import Verwijzingsoort, verwijzingen
from kamervragen.register.store import moties, toezeggingen
from kamervragen.search.archief import Archief, Stuk
from kamervragen.search.index import IndexStuk
from kamervragen.search.open import Geopend
from kamervragen.sets.index import aangehaald, bouwslot, buiten_bouw, is_af, zet_in_plaats
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import overzichten, vragensets
from kamervragen.sets.store.afscherming import openbaar

TAAK_PASSAGE = "indexeer_passage"
_GEOPEND = Geopend(Archief, partial(Archief, None, in_opbouw=True))


def schrijf_set(huis: Huis, vragenset_id: int) -> None:
    """Makes the archive hold exactly what the database says of one set. :raises IndexBezet: another process writes."""
    geopend(huis)
    with openbaar(huis.engine) as sessie:
        genoemd = [f"motie-{motie.id}" for motie, _ in moties.van_set(sessie, vragenset_id)]
    moties_hier = (stuk for stuk in _moties(huis) if stuk.groep in genoemd) if genoemd else ()
    stukken = itertools.chain(_van_set(huis, vragenset_id), moties_hier)
    with buiten_bouw(huis):
        Archief(huis.settings.archief).schrijf(stukken, zonder_groepen=[str(vragenset_id), *genoemd])


def schrijf_passage(huis: Huis, passage_id: int) -> None:
    """The same for one passage. :raises IndexBezet: another process writes."""
    groep = f"passage-{passage_id}"
    geopend(huis)
    with buiten_bouw(huis):
        passage = (stuk for stuk in _passages(huis) if stuk.groep == groep)
        Archief(huis.settings.archief).schrijf(passage, zonder_groepen=[groep])


def herbouw(huis: Huis) -> Archief:
    """Builds the archive anew from the database."""
    with bouwslot(huis):
        return bouw(huis)


def bouw(huis: Huis) -> Archief:
    """Builds the archive anew beside the old one, and puts it in its place. The caller holds the lock."""
    doel = huis.settings.archief
    naast = doel.with_name(f"{doel.name}.nieuw")
    archief = Archief.nieuw(naast)
    per_set = Skipping("archief")
    with openbaar(huis.engine) as sessie:
        ids = overzichten.set_ids(sessie)
    for begin in range(0, len(ids), 500):
        archief.schrijf(
            stuk
            for id in ids[begin : begin + 500]
            for stuk in per_set.attempt(str(id), partial(_lijst_van, huis, id)) or ()
        )
    archief.schrijf(itertools.chain(_moties(huis), _passages(huis)))
    zet_in_plaats(naast, doel)
    per_set.write(huis)
    return Archief(doel)


def zoals_het_is(huis: Huis) -> Archief:
    """The archive as it lies, opened once in this process; an empty one that says so while the worker builds it."""
    return _GEOPEND.van(huis.settings.archief)


def geopend(huis: Huis) -> Archief:
    """The archive; a missing or damaged one is first built from the database."""
    try:
        return Archief(huis.settings.archief)
    except IndexStuk:
        with bouwslot(huis):
            try:  # another one may have built it while this one waited
                return Archief(huis.settings.archief)
            except IndexStuk:
                return bouw(huis)


def _lijst_van(huis: Huis, id: int) -> list[Stuk]:
    return list(_van_set(huis, id))


def _van_set(huis: Huis, id: int) -> Iterator[Stuk]:
    """A question with its answer each, and every promise."""
    with openbaar(huis.engine) as sessie:
        rij = sessie.get(VragensetRij, id)
        if rij is None:
            return
        geheel = vragensets.laad(sessie, id)
        noten = vragensets.noten(sessie, id)
        directie = overzichten.behandelingen(sessie, [rij.sleutel])[rij.sleutel].directie
        eigen = [str(n) for n in (rij.zaaknummer, *(a.nummer for a in vragensets.aanhangsels(sessie, id))) if n]
        dag = rij.ontvangen or rij.gedagtekend or rij.ingezonden
        facetten = _facetten(geheel, directie, dag.year if dag else None)
        namen = (
            *(lid.naam for lid in geheel.indieners),
            *(str(p) for p in geheel.ondertekenaars or geheel.gericht_aan),
        )
        titel = " ".join((rij.onderwerp or "", rij.sleutel, *eigen, *namen))
        af = is_af(sessie, id)
        label_af = {
            label: af or not antwoord.bewerkt
            for antwoord, labels in vragensets.antwoorden_van(sessie, id)
            for label in labels
        }
        for vraag in geheel.vragen:
            antwoord = geheel.antwoord_op(vraag.label)
            tekst = antwoord.tekst if antwoord else ""
            stand = ("ja" if label_af.get(vraag.label) else "concept") if tekst else "nee"
            yield Stuk(
                str(id),
                titel,
                f"{platte_tekst(vraag.tekst)}\n{platte_tekst(tekst)}",
                (*eigen, *aangehaald(f"{vraag.tekst}\n{tekst}", noten)),
                {**facetten, "soort": ("vraag",), "beantwoord": (stand,)},
                dag,
                {
                    "soort": "vraag",
                    "sleutel": rij.sleutel,
                    "plek": f"#vraag-{vraag.label}",
                    "titel": rij.onderwerp or rij.sleutel,
                    "naam": f"{rij.zaaknummer or rij.sleutel}, vraag {vraag.label}",
                    "datum": dag,
                    "tekst": platte_tekst(vraag.tekst),
                    "antwoord": platte_tekst(tekst),
                    "concept": stand == "concept",
                },
            )
        yield from _rest_van_set(geheel, id, rij.sleutel, titel, eigen, facetten, sessie)


def _rest_van_set(
    geheel: Vragenset,
    id: int,
    sleutel: str,
    titel: str,
    eigen: list[str],
    facetten: Mapping[str, tuple[str, ...]],
    sessie: Session,
) -> Iterator[Stuk]:
    """The texts around the questions as one piece, and the promises."""
    rand = "\n\n".join(
        platte_tekst(t) for t in (geheel.inleiding, geheel.toelichting, geheel.mededeling, geheel.slot) if t
    )
    dag = geheel.ontvangen or geheel.gedagtekend or geheel.ingezonden
    naam = str(geheel.zaaknummer or sleutel)
    if rand or not geheel.vragen:
        yield Stuk(
            str(id),
            titel,
            rand,
            (*eigen, *_nummers(rand)),
            {**facetten, "soort": ("set",)},
            dag,
            {
                "soort": "set",
                "sleutel": sleutel,
                "plek": "",
                "titel": geheel.onderwerp or sleutel,
                "naam": naam,
                "datum": dag,
                "tekst": rand,
                "antwoord": "",
            },
        )
    for belofte in toezeggingen.van_set(sessie, id):
        zin = platte_tekst(belofte.zin)
        yield Stuk(
            str(id),
            titel,
            zin,
            (*eigen, *_nummers(zin)),
            {**facetten, "soort": ("toezegging",)},
            dag,
            {
                "soort": "toezegging",
                "sleutel": sleutel,
                "plek": f"#toezegging-{belofte.id}",
                "titel": geheel.onderwerp or sleutel,
                "naam": naam,
                "datum": dag,
                "tekst": zin,
                "antwoord": "",
            },
        )


def _moties(huis: Huis) -> Iterator[Stuk]:
    with reading(huis.engine) as sessie:
        for motie in moties.alle(sessie):
            titel = f"Motie {motie.indieners}"
            yield Stuk(
                f"motie-{motie.id}",
                titel,
                motie.onderwerp or "",
                tuple(n for n in (motie.kamerstuk,) if n),
                {"soort": ("motie",)},
                None,
                {
                    "soort": "motie",
                    "sleutel": "",
                    "plek": f"/moties/{motie.id}",
                    "titel": titel,
                    "naam": motie.kamerstuk or "",
                    "datum": None,
                    "tekst": motie.onderwerp or "",
                    "antwoord": "",
                },
            )


def _passages(huis: Huis) -> Iterator[Stuk]:
    with reading(huis.engine) as sessie:
        for passage in passages.alle(sessie):
            tekst = platte_tekst(passage.tekst)
            yield Stuk(
                f"passage-{passage.id}",
                passage.titel,
                tekst,
                _nummers(tekst),
                {"soort": ("passage",)},
                passage.moment.date(),
                {
                    "soort": "passage",
                    "sleutel": "",
                    "plek": f"/passages/{passage.id}",
                    "titel": passage.titel,
                    "naam": "",
                    "datum": passage.moment.date(),
                    "tekst": tekst,
                    "antwoord": "",
                },
            )


def _facetten(geheel: Vragenset, directie: str | None, jaar: int | None) -> dict[str, tuple[str, ...]]:
    personen = geheel.ondertekenaars or geheel.gericht_aan
    return {
        "jaar": (str(jaar),) if jaar else (),
        "bewindspersoon": tuple(dict.fromkeys(str(persoon) for persoon in personen)),
        "fractie": tuple(dict.fromkeys(lid.fractie for lid in geheel.indieners if lid.fractie)),
        "indiener": tuple(dict.fromkeys(lid.naam for lid in geheel.indieners)),
        "directie": (directie,) if directie else (),
    }


def _nummers(tekst: str) -> tuple[str, ...]:
    return tuple(v.id for v in verwijzingen(tekst) if v.id and v.soort is not Verwijzingsoort.ANTWOORD)

"""Other numbers for the questions of a set: what points to an answer, follows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from kamervragen.antwoorden.schrijven import na_bewaren
from kamervragen.antwoorden.store import antwoorden
from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import OPEN, status_van
from kamervragen.inname.store import hernummering
from kamervragen.language.citations.kruisverwijzingen import hernummerd
from kamervragen.sets import termijnen
from kamervragen.sets.index import plan_index
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import eis_vragen, set_voor, vind_set

_LABEL = re.compile(r"[1-9]\d{0,2}[a-z]?")


def hernummer(huis: Huis, wie: Wie, sleutel: str, nieuw: Mapping[str, str], *, versie: int) -> tuple[str, ...]:
    """Gives questions other numbers: `nieuw` is old label -> new label. Returns the labels of the answers rewritten.

    An answer that says 'zie het antwoord op vraag 6' gets a version that names that question by its new number.
    :raises Ongeldig: no number, two questions with one number, or a question that is not there.
    :raises Verouderd: a colleague changed the set.
    """
    anders = {oud: label.strip().lower() for oud, label in nieuw.items() if label.strip().lower() != oud}
    for label in anders.values():
        if not _LABEL.fullmatch(label):
            raise Ongeldig("'%(label)s' is geen nummer van een vraag. Schrijf bijvoorbeeld 3 of 3a.", label=label)
    with handeling(huis, wie, Handeling.SET_HERSTELLEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        eis_vragen(werk.sessie, rij, anders)
        straks = Counter(anders.get(v.label, v.label) for v in vragensets.vragen(werk.sessie, rij.id))
        if dubbel := [label for label, aantal in straks.items() if aantal > 1]:
            raise Ongeldig(
                "Twee vragen krijgen zo nummer %(dubbel)s. Geef elke vraag een eigen nummer.", dubbel=dubbel[0]
            )
        if not anders:
            return ()
        hernummering.hernummer(werk.sessie, rij.id, anders)
        gewijzigd: list[str] = []
        werk_nog_open = status_van(vragensets.feiten(werk.sessie, rij.id)) in OPEN  # what the Kamer has, stays as it is
        for antwoord, labels in vragensets.antwoorden_van(werk.sessie, rij.id):
            antwoorden.orden_vragen(werk.sessie, antwoord.id)
            tekst = hernummerd(antwoord.tekst, anders) if werk_nog_open else antwoord.tekst
            if tekst != antwoord.tekst:
                antwoorden.bewaar(
                    werk.sessie,
                    antwoord.id,
                    tekst,
                    versie=antwoord.versie,
                    auteur=wie.naam,
                    moment=werk.moment,
                    bewerkt=antwoord.bewerkt,
                )
                na_bewaren(werk, vind_set(werk.sessie, sleutel), antwoord.id, tekst)
                gewijzigd += labels
        plan_index(werk.sessie, rij.id, werk.moment)
        rij.versie += 1
        werk.sessie.add(rij)
        return tuple(sorted(gewijzigd))

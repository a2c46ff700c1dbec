"""To which set a paper belongs: by its own number, by one it names, never by likeness alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlmodel import Session

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Vragenset
from kamervragen.inname.gelijkenis import strijdig
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import vinden, vragensets


def heeft_set(sessie: Session, vragenset: Vragenset) -> bool:
    """Whether its own number is that of a set that is there: then there is nothing to choose."""
    s = vragenset
    return bool(
        (s.zaaknummer and vinden.op_zaaknummer(sessie, s.zaaknummer))
        or (s.aanhangselnummer and vinden.op_aanhangselnummer(sessie, s.aanhangselnummer))
    )


def op_nummer(
    sessie: Session, vragenset: Vragenset, naam: str, mag_noemen: Callable[[VragensetRij], bool]
) -> tuple[VragensetRij | None, tuple[str, ...]]:
    """The set its own numbers lead to, and the keys of others that something in it points to and that have no number.

    "Zie ook" alone joins nothing: what it points to is the set of this paper when a question of both is the same.
    `mag_noemen` tells whether who brings the paper may hear of a set.
    :raises Ongeldig: when they lead to two sets that are numbered apart.
    """
    eigen: dict[str, VragensetRij] = {}
    if vragenset.zaaknummer and (rij := vinden.op_zaaknummer(sessie, vragenset.zaaknummer)):
        eigen[rij.sleutel] = rij
    if vragenset.aanhangselnummer and (rij := vinden.op_aanhangselnummer(sessie, vragenset.aanhangselnummer)):
        eigen[rij.sleutel] = rij
    verwezen = {rij.sleutel: rij for rij in _verwezen(sessie, vragenset) if rij.sleutel not in eigen}
    _eis_een_zaak([*eigen.values(), *verwezen.values()], vragenset, naam, mag_noemen)
    gedeeld = {k: rij for k, rij in verwezen.items() if _is_dezelfde(sessie, rij, vragenset)}
    orde = sorted({**eigen, **gedeeld}.values(), key=lambda r: (r.zaaknummer is None, r.sleutel))
    rest = (*(rij.sleutel for rij in orde[1:]), *sorted(verwezen.keys() - gedeeld.keys()))
    return (orde[0] if orde else None), rest


def _verwezen(sessie: Session, vragenset: Vragenset) -> Iterator[VragensetRij]:
    """The sets on either side of a "Zie ook": those it names, and one whose answer names this paper."""
    for nummer in vragenset.zie_ook:
        if rij := vinden.op_aanhangselnummer(sessie, nummer):
            yield rij
    if vragenset.aanhangselnummer and (rij := vinden.op_zie_ook(sessie, vragenset.aanhangselnummer)):
        yield rij


def _is_dezelfde(sessie: Session, rij: VragensetRij, vragenset: Vragenset) -> bool:
    """Whether a set has a question of this paper word for word, and nothing that contradicts it."""
    hun = {vraag.afdruk for vraag in vragensets.vragen(sessie, rij.id)} - {""}
    zelfde = any(vragensets.afdruk(vraag.tekst) in hun for vraag in vragenset.vragen)
    return zelfde and not strijdig(sessie, rij, vragenset)


def _eis_een_zaak(
    gevonden: list[VragensetRij], vragenset: Vragenset, naam: str, mag_noemen: Callable[[VragensetRij], bool]
) -> None:
    """:raises Ongeldig: the numbers lead to a set with another zaaknummer, or to two that are numbered apart."""
    zaak = str(vragenset.zaaknummer) if vragenset.zaaknummer else None
    genummerd = [r for r in gevonden if r.zaaknummer]
    botsend = [r for r in genummerd if zaak and r.zaaknummer != zaak]
    sets = ", ".join(sorted(r.sleutel for r in gevonden))
    if (botsend or len(genummerd) > 1) and not all(map(mag_noemen, gevonden)):
        raise Ongeldig(
            "De nummers in %(naam)s passen niet bij elkaar. Controleer het zaaknummer en het Aanhangselnummer, of geef "
            "het stuk aan de leiding van het Kamerbureau.",
            naam=naam,
        )
    if botsend:
        raise Ongeldig(
            "De nummers in %(naam)s passen niet bij elkaar: ze wijzen naar %(sets)s met zaaknummer %(zaak)s. "
            "Controleer het zaaknummer en het Aanhangselnummer.",
            naam=naam,
            sets=sets,
            zaak=botsend[0].zaaknummer,
        )
    if len(genummerd) > 1:
        raise Ongeldig(
            "De nummers in %(naam)s passen niet bij elkaar: ze wijzen naar %(sets)s. "
            "Controleer het zaaknummer en het Aanhangselnummer.",
            naam=naam,
            sets=sets,
        )

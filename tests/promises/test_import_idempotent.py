"""Promise D6: importing twice is importing once."""

from __future__ import annotations

import random

from kamervragen.core.act import Huis
from kamervragen.core.store.engine import reading
from kamervragen.inname.innemen import Uitkomst
from kamervragen.sets.store import vragensets
from kamervragen.sets.store.overzichten import regels, set_ids
from tests.promises import aantal, noteer
from tests.stukken import ANTWOORD, UITSTEL, VRAGEN, bring, contents


def _feed(sets: int) -> list[tuple[str, str]]:
    """Three documents each of so many sets."""
    feed = []
    for nummer in range(sets):
        for soort, tekst in (("vragen", VRAGEN), ("uitstel", UITSTEL), ("antwoord", ANTWOORD)):
            eigen = tekst.replace("2026Z00101", f"2026Z{nummer:05d}").replace("1500", str(2000 + nummer))
            eigen = eigen.replace("1601", str(4000 + nummer)).replace("gele fietsen", f"gele fietsen {nummer}")
            feed.append((f"{soort}-{nummer}.txt", eigen))
    return feed


def _sets(huis: Huis) -> list[tuple[object, ...]]:
    """Every set with its parts, without ids."""
    with reading(huis.engine) as sessie:
        return sorted(
            (
                (regel.zaaknummer, vragensets.laad(sessie, regel.id), tuple(sorted(regel.feiten, key=str)))
                for regel in regels(sessie, set_ids(sessie))
            ),
            key=repr,
        )


def test_the_same_feed_three_times_in_any_order_is_the_same_feed_once(huis: Huis) -> None:
    """D6: no duplicates; the second and third time every file is gelijk; the sets do not depend on the order."""
    sets = aantal(klein=5, vol=100)
    feed = _feed(sets)
    toeval = random.Random(20260609)
    toeval.shuffle(feed)
    eerste = [bring(huis, tekst, naam).uitkomst for naam, tekst in feed]
    assert (eerste.count(Uitkomst.NIEUW), eerste.count(Uitkomst.GEWIJZIGD)) == (sets, 2 * sets)
    stand, tellingen = _sets(huis), {tabel: len(rijen) for tabel, rijen in contents(huis).items() if tabel != "audit"}
    assert len(stand) == sets
    for _ in range(2):
        toeval.shuffle(feed)
        assert {bring(huis, tekst, naam).uitkomst for naam, tekst in feed} == {Uitkomst.GELIJK}
    assert _sets(huis) == stand
    assert {tabel: len(rijen) for tabel, rijen in contents(huis).items() if tabel != "audit"} == tellingen
    noteer("D6", "twee keer inlezen is één keer inlezen", f"{3 * len(feed)} keer ingelezen: {sets} sets, 0 dubbel")


def test_an_import_cut_off_in_the_middle_goes_on_where_it_was(huis: Huis) -> None:
    """D6: the files of the first half are gelijk, the others new; together each is there once."""
    feed = _feed(aantal(klein=4, vol=40))
    half = len(feed) // 2
    for naam, tekst in feed[:half]:
        bring(huis, tekst, naam)
    uit = [bring(huis, tekst, naam).uitkomst for naam, tekst in feed]
    assert set(uit[:half]) == {Uitkomst.GELIJK}
    assert Uitkomst.GELIJK not in uit[half:]
    assert len(contents(huis)["document"]) == len(feed)
    noteer("D6", "een afgebroken invoer gaat verder waar hij was", f"{len(feed)} bestanden, {half} al bekend, 0 dubbel")


def test_a_changed_record_changes_exactly_what_changed(huis: Huis) -> None:
    """D6: a later copy with one answer changed gives one proposal and nothing else."""
    for naam, tekst in _feed(2):
        bring(huis, tekst, naam)
    voor = contents(huis)
    anders = dict(_feed(2))["antwoord-1.txt"].replace("312", "313")
    assert bring(huis, anders, "antwoord-1.txt").uitkomst is Uitkomst.GEWIJZIGD
    na = contents(huis)
    anders_geworden = {tabel for tabel in voor if voor[tabel] != na[tabel]}
    assert anders_geworden - {"teller", "taak"} == {"voorstel", "document", "audit"}
    assert len(na["voorstel"]) == 1
    noteer("D6", "alleen wat veranderde, verandert", "1 antwoord anders: 1 voorstel, 0 andere wijzigingen")

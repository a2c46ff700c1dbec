"""Promise C1: two editors, one answer, and nothing vanishes."""

from __future__ import annotations

from functools import partial

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Verouderd
from kamervragen.sets.blik import zie
from tests.draden import at_once
from tests.promises import aantal, noteer
from tests.stukken import VRAGEN, brought


def test_of_all_editors_one_is_accepted_per_round_and_none_is_overwritten(elk_huis: Huis, anna: Wie) -> None:
    """C1: exactly one save accepted per round, no silent overwrite, every loser hears both texts."""
    schrijvers, rondes = aantal(klein=10, vol=50), aantal(klein=3, vol=20)
    sleutel = brought(elk_huis, VRAGEN)
    aanvaard: list[str] = []
    for ronde in range(rondes):
        teksten = [f"Ronde {ronde}, schrijver {nummer}." for nummer in range(schrijvers)]
        uit = at_once(
            [partial(schrijven.bewaar, elk_huis, anna, sleutel, "1", tekst, versie=ronde) for tekst in teksten]
        )
        gewonnen = [tekst for tekst, uitkomst in zip(teksten, uit, strict=True) if uitkomst == ronde + 1]
        verloren = {fout.mijn_tekst: fout.hun_tekst for fout in uit if isinstance(fout, Verouderd)}
        assert len(gewonnen) == 1, uit
        assert set(verloren) == set(teksten) - set(gewonnen), uit
        assert set(verloren.values()) == set(gewonnen)
        aanvaard += gewonnen
    versies = zie(schrijven.versies, elk_huis, anna, sleutel, "1")
    assert [rij.tekst for rij in versies] == aanvaard[::-1]
    noteer(
        "C1",
        "twee schrijvers, één antwoord: niets verdwijnt",
        f"{elk_huis.engine.dialect.name}: {schrijvers} schrijvers x {rondes} rondes: {len(aanvaard)} aanvaard, "
        f"{(schrijvers - 1) * rondes} gewaarschuwd, 0 overschreven",
    )

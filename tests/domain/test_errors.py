"""The closed set of errors: seven kinds, each a Dutch sentence."""

from __future__ import annotations

import pytest

from kamervragen.domain.errors import (
    Bezet,
    Fout,
    NietGevonden,
    NietToegestaan,
    Onbereikbaar,
    Ongeldig,
    TeGroot,
    Verouderd,
)

SOORTEN = [Bezet, NietGevonden, NietToegestaan, Onbereikbaar, Ongeldig, TeGroot, Verouderd]


def test_there_are_seven_kinds_and_no_more() -> None:
    assert set(Fout.__subclasses__()) == set(SOORTEN)


@pytest.mark.parametrize("soort", SOORTEN)
def test_each_says_its_sentence(soort: type[Fout]) -> None:
    with pytest.raises(Fout) as gevangen:
        raise soort("Kies een ander bestand")
    assert str(gevangen.value) == "Kies een ander bestand"


def test_verouderd_carries_both_texts_so_that_nothing_is_lost() -> None:
    fout = Verouderd("Iemand anders heeft opgeslagen.", versie=3, hun_tekst="Ja.", mijn_tekst="Nee.")
    assert (fout.versie, fout.hun_tekst, fout.mijn_tekst) == (3, "Ja.", "Nee.")
    assert str(fout) == "Iemand anders heeft opgeslagen."

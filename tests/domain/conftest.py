"""The second computation behind the tests of days: the `holidays` library, cut to the days the law names."""

from __future__ import annotations

from datetime import date

import holidays
import pytest

JAREN = range(2005, 2037)

# Art. 3 Algemene termijnenwet, first and second paragraph, by the names the `holidays` library gives them.
WETTELIJK = {
    "Nieuwjaarsdag",
    "Goede vrijdag",
    "Eerste paasdag",
    "Tweede paasdag",
    "Koningsdag",
    "Koninginnedag",
    "Bevrijdingsdag",
    "Hemelvaartsdag",
    "Eerste pinksterdag",
    "Tweede pinksterdag",
    "Eerste kerstdag",
    "Tweede kerstdag",
}


@pytest.fixture(scope="session")
def wettelijke_feestdagen() -> frozenset[date]:
    """Every feestdag of 2005-2036. 5 May is `optional` there outside lustrum years, Goede Vrijdag always."""
    kalender = holidays.country_holidays("NL", language="nl", categories=("public", "optional"), years=JAREN)
    return frozenset(dag for dag in kalender if WETTELIJK & set(kalender.get_list(dag)))

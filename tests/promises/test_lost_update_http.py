"""Promises C1 and C2 over HTTP: of all who save at once one is accepted, and every loser sees both texts."""

from __future__ import annotations

import html
from functools import partial

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.rollen import Rol
from kamervragen.sets.blik import zie
from tests.draden import at_once
from tests.promises import aantal, noteer
from tests.promises.web import account, bediend, bezoek
from tests.stukken import VRAGEN, brought
from tests.web.bezoeker import Bezoeker

PAD = "/vragensets/KV-000001/vragen/1"


def _bewaar(bezoeker: Bezoeker, tekst: str, versie: int) -> tuple[int, str]:
    antwoord = bezoeker.post(f"{PAD}/antwoord", {"tekst": tekst, "versie": str(versie)})
    return antwoord.status_code, html.unescape(antwoord.text)


def test_of_all_browsers_one_is_accepted_and_no_text_is_lost(elk_huis: Huis, anna: Wie) -> None:
    schrijvers, rondes = aantal(klein=6, vol=50), aantal(klein=3, vol=20)
    sleutel = brought(elk_huis, VRAGEN)
    account(elk_huis, "anna", Rol.OPSTELLER)
    aanvaard: list[str] = []
    with bediend(elk_huis) as client:
        browsers = [bezoek(client, "anna") for _ in range(schrijvers)]
        for ronde in range(rondes):
            teksten = [f"Ronde {ronde} van browser {nummer}." for nummer in range(schrijvers)]
            paren = list(zip(browsers, teksten, strict=True))
            uit = at_once([partial(_bewaar, browser, tekst, ronde) for browser, tekst in paren])
            assert not [fout for fout in uit if isinstance(fout, Exception)]
            gewonnen = [tekst for tekst, (status, _) in zip(teksten, uit, strict=True) if status == 303]  # type: ignore[misc]
            assert len(gewonnen) == 1, uit
            for tekst, (status, pagina) in zip(teksten, uit, strict=True):  # type: ignore[misc]
                if tekst not in gewonnen:
                    assert status == 409
                    assert tekst in pagina
                    assert gewonnen[0] in pagina
            aanvaard += gewonnen
            for browser in browsers:
                browser.get(PAD)  # a page with a token again
    assert [v.tekst for v in zie(schrijven.versies, elk_huis, anna, sleutel, "1")] == aanvaard[::-1]
    noteer(
        "C2",
        "wie te laat bewaart, ziet beide teksten",
        f"{elk_huis.engine.dialect.name}, over HTTP: {schrijvers} browsers x {rondes} rondes: {len(aanvaard)} aanvaard, "
        f"{(schrijvers - 1) * rondes} zagen beide teksten, 0 overschreven",
    )

"""Promise C5: a double click is one act. The same form, sent again, at once or by many hands, has one effect."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kamervragen.antwoorden import opmerkingen
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.sets.blik import zie
from tests.draden import at_once
from tests.promises import aantal, noteer
from tests.promises.web import account, bediend, bezoek
from tests.stukken import VRAGEN, answer_all, brought
from tests.web.bezoeker import HTMX

KEREN = 10
VRAAG = "/vragensets/KV-000001/vragen/1"


def test_every_form_of_a_page_has_a_mark_of_its_own(huis: Huis) -> None:
    brought(huis, VRAGEN)
    account(huis, "iedereen")
    with bediend(huis) as client:
        pagina = bezoek(client, "iedereen").get("/vragensets/KV-000001").text
    formulieren = re.findall(r"<form [^>]*method=\"post\".*?</form>", pagina, re.DOTALL)
    merken = [re.findall(r'name="eenmaal" value="([^"]+)"', formulier) for formulier in formulieren]
    assert [len(merk) for merk in merken] == [0] + [1] * (len(formulieren) - 1)  # the first is "uitloggen"
    assert len({merk[0] for merk in merken[1:]}) == len(formulieren) - 1 > 5


@pytest.mark.parametrize("ronde", range(aantal(klein=3, vol=100)))
def test_the_same_form_many_times_at_once_is_one_act(elk_huis: Huis, ronde: int) -> None:
    """A remark has nothing else that stops a second one."""
    brought(elk_huis, VRAGEN)
    answer_all(elk_huis, "KV-000001", OPDRACHTREGEL)
    account(elk_huis, "iedereen")
    with bediend(elk_huis) as client:
        wie = bezoek(client, "iedereen")
        velden = {"opmerking": "Klopt dit?", "eenmaal": f"merk-{ronde}", "token": wie.token}

        def stuur() -> int:
            koppen = {"Cookie": "; ".join(f"{n}={w}" for n, w in wie.koekjes.items())}
            return client.post(f"{VRAAG}/opmerkingen", data=velden, headers=koppen, follow_redirects=False).status_code

        statussen = at_once([stuur] * KEREN)
    assert Counter(statussen) == {303: KEREN}
    assert len(zie(opmerkingen.bij_vraag, elk_huis, OPDRACHTREGEL, "KV-000001", "1")) == 1
    noteer("C5", "dubbelklikken is één handeling", f"{KEREN} keer hetzelfde formulier tegelijk: 1 opmerking")


def test_another_text_or_another_form_is_another_act(huis: Huis) -> None:
    brought(huis, VRAGEN)
    answer_all(huis, "KV-000001", OPDRACHTREGEL)
    account(huis, "iedereen")
    with bediend(huis) as client:
        wie = bezoek(client, "iedereen")
        for velden in (
            {"opmerking": "Klopt dit?", "eenmaal": "a"},
            {"opmerking": "Klopt dit?", "eenmaal": "b"},
            {"opmerking": "Klopt dat?", "eenmaal": "a"},
            {"opmerking": "Klopt dit?", "eenmaal": "a"},
        ):
            assert wie.post(f"{VRAAG}/opmerkingen", velden).status_code == 303
    assert len(zie(opmerkingen.bij_vraag, huis, OPDRACHTREGEL, "KV-000001", "1")) == 3


def test_a_form_that_was_refused_may_be_sent_again(huis: Huis) -> None:
    """What failed was undone with its mark: the same form works once it may."""
    brought(huis, VRAGEN)
    account(huis, "iedereen")
    with bediend(huis) as client:
        wie = bezoek(client, "iedereen")
        velden = {"tekst": "Ja.", "versie": "1", "eenmaal": "a"}
        assert wie.post(f"{VRAAG}/antwoord", velden).status_code == 404  # there is no version 1 yet
        assert wie.post(f"{VRAAG}/antwoord", {"tekst": "Nee.", "versie": "0", "eenmaal": "b"}).status_code == 303
        assert wie.post(f"{VRAAG}/antwoord", velden).status_code == 303


def test_the_second_click_goes_back_to_the_page_of_the_form(huis: Huis) -> None:
    brought(huis, VRAGEN)
    answer_all(huis, "KV-000001", OPDRACHTREGEL)
    account(huis, "iedereen")
    with bediend(huis) as client:
        wie = bezoek(client, "iedereen")
        velden, koppen = (
            {"opmerking": "Klopt dit?", "eenmaal": "a"},
            {"Referer": f"https://testserver.local{VRAAG}?x=1"},
        )
        for verwacht in (f"{VRAAG}#opmerkingen", VRAAG):
            antwoord = wie.post(f"{VRAAG}/opmerkingen", velden, koppen=koppen)
            assert antwoord.headers["location"] == verwacht
        assert wie.post(f"{VRAAG}/opmerkingen", velden, koppen=koppen | HTMX).status_code == 204

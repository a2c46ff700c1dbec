"""Who promises what to whom, read from one sentence."""

from __future__ import annotations

import pytest

from kamervragen.domain.toezegging import Toezeggingsoort
from kamervragen.domain.vragenset import Kamer
from kamervragen.language.promises.belofterollen import rollen

S = Toezeggingsoort


@pytest.mark.parametrize(
    ("zin", "soort", "wie", "aan"),
    [
        (
            "Ik zal uw Kamer voor de zomer informeren over de uitkomsten van het onderzoek.",
            S.INFORMEREN,
            None,
            Kamer.TWEEDE,
        ),
        (
            "Uw Kamer wordt in de eerste helft van 2027 door de Staatssecretaris van JenV geïnformeerd over de voortgang.",
            S.INFORMEREN,
            "staatssecretaris van Justitie en Veiligheid",
            Kamer.TWEEDE,
        ),
        (
            "De minister van Defensie zal uw Kamer in het najaar een brief sturen.",
            S.INFORMEREN,
            "minister van Defensie",
            Kamer.TWEEDE,
        ),
        ("Ik ben voornemens te onderzoeken hoe dit kan.", S.ONDERZOEK, None, None),
        ("Het streven is om het wetsvoorstel voor de zomer in consultatie te geven.", S.REGELGEVING, None, None),
        ("Ik ga in gesprek met het lid Van Proef (ABC).", S.OVERLEG, None, "het lid Van Proef (ABC)"),
        ("Ik informeer de Eerste Kamer voor 1 januari 2027.", S.INFORMEREN, None, Kamer.EERSTE),
        ("Conform de toezegging aan de Eerste Kamer zal ik dit regelen.", S.OVERIG, None, None),
        ("Ik blijf de prijzen volgen, zoals de minister van Financiën eerder schreef.", S.OVERIG, None, None),
    ],
)
def test_the_parts_of_a_promise(zin: str, soort: Toezeggingsoort, wie: str | None, aan: Kamer | str | None) -> None:
    gelezen = rollen(zin)
    assert (gelezen.soort, str(gelezen.wie) if gelezen.wie else None, gelezen.aan) == (soort, wie, aan)

"""What makes a password too easy to guess: common words, repeats and one's own name, whatever its length.

*Bron:* NIST SP 800-63B 5.1.1.2 (compare with common, expected and context-specific values), BIO2 5.17.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kamervragen.domain.errors import Ongeldig

# What people in a ministry write when they must write something.
_GEWOON = (
    "wachtwoord",
    "password",
    "geheim",
    "welkom",
    "welcome",
    "qwerty",
    "azerty",
    "qwertz",
    "asdfgh",
    "zxcvbn",
    "ministerie",
    "kamervragen",
    "kamervraag",
    "tweedekamer",
    "eerstekamer",
    "rijksoverheid",
    "rijksdienst",
    "denhaag",
    "nederland",
    "amsterdam",
    "rotterdam",
    "utrecht",
    "letmein",
    "iloveyou",
    "inloggen",
    "januari",
    "februari",
    "maart",
    "april",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "lente",
    "zomer",
    "herfst",
    "winter",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
)
_OVER = 6  # letters that have to be left when all that is expected is taken out; and how many there must be of
_HERHAALD = re.compile(r"(.{1,8}?)\1{2,}")
_NAAMDEEL = 4
_LEET = str.maketrans("0134578@$!", "oieastbasi")


def eis_moeilijk(wachtwoord: str, van: Collection[str] = ()) -> None:
    """Demands a password that is not guessed. `van` are the names of its owner.

    :raises Ongeldig: it is one piece over and over, or next to nothing but common words and names.
    """
    kaal = re.sub(r"[\W_]+", "", wachtwoord.casefold())
    if len(set(kaal)) < _OVER or _HERHAALD.fullmatch(kaal):
        raise _te_makkelijk()
    eigen = [deel for naam in van for deel in re.findall(rf"\w{{{_NAAMDEEL},}}", naam.casefold())]
    for over in (kaal, re.sub(r"[\W_]+", "", wachtwoord.casefold().translate(_LEET))):
        for woord in sorted((*_GEWOON, *eigen), key=len, reverse=True):
            over = over.replace(woord, "")
        if len(re.sub(r"\d+", "", over)) < _OVER:
            raise _te_makkelijk()


def _te_makkelijk() -> Ongeldig:
    return Ongeldig(
        "Dit wachtwoord is te makkelijk te raden: het bestaat uit een veelgebruikt woord, uw naam of herhaling. Kies vier "
        "woorden die niets met elkaar of met u te maken hebben.",
        veld="wachtwoord",
    )

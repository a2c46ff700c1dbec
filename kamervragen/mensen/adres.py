"""A mail address as it may stand in a field that mails: one, and nothing beside it."""

from __future__ import annotations

import re

from kamervragen.domain.errors import Ongeldig

# One local part and one domain with a dot; no sign that begins a second address or a header. *Bron:* RFC 5321, 4.1.2.
_EEN = re.compile(r"[^\s@,;:<>()\[\]\\\"]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}")
_LANGSTE = 200


def gelezen(mail: str) -> str | None:
    """Reads one address, or none where nothing was typed. :raises Ongeldig: something else, or more than one."""
    schoon = mail.strip()
    if schoon and (len(schoon) > _LANGSTE or not _EEN.fullmatch(schoon)):
        raise Ongeldig(
            "Dit mailadres klopt niet. Schrijf er een, als naam@ministerie.example, of laat het leeg.", veld="mail"
        )
    return schoon or None

"""One message to one address, handed to the mail server of the ministry."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import ExitStack
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

_WACHTTIJD = 20  # seconds for each answer of the server


class NietVerzonden(Exception):  # noqa: N818 - a Dutch noun
    """The server is away or refuses the message; the text says why."""


def verstuur(server: str, *, van: str, aan: str, onderwerp: str, tekst: str, moment: datetime, kenmerk: str) -> None:
    """Sends one message of plain text.

    `server` is `smtp://[name:password@]host[:25]`, with STARTTLS when the server offers it, or `smtps://`, TLS from the
    first byte. `kenmerk` is the same whenever this message is sent: should it go twice, its reader has it once.
    *Bron:* RFC 5322, 3.6.4. :raises NietVerzonden: the message did not leave.
    """
    bericht = EmailMessage()
    bericht["From"], bericht["To"], bericht["Subject"] = van, aan, " ".join(onderwerp.split())
    bericht["Date"], bericht["Message-ID"] = format_datetime(moment), f"<{kenmerk}@{van.rpartition('@')[2]}>"
    bericht["Auto-Submitted"] = "auto-generated"  # no out-of-office reply. Bron: RFC 3834
    bericht.set_content(tekst)
    adres = urlsplit(server)
    try:
        with _verbinding(adres.scheme, adres.hostname or "", adres.port) as lijn:
            if adres.username:
                lijn.login(unquote(adres.username), unquote(adres.password or ""))
            lijn.send_message(bericht)
    except (OSError, smtplib.SMTPException, ValueError) as fout:
        raise NietVerzonden(f"{type(fout).__name__}: {fout}") from fout


def _verbinding(schema: str, host: str, poort: int | None) -> smtplib.SMTP:
    tls = ssl.create_default_context()
    if schema == "smtps":
        return smtplib.SMTP_SSL(host, poort or 465, timeout=_WACHTTIJD, context=tls)
    with ExitStack() as open_:
        lijn = smtplib.SMTP(host, poort or 25, timeout=_WACHTTIJD)
        open_.callback(lijn.close)
        lijn.ehlo()
        if lijn.has_extn("starttls"):
            lijn.starttls(context=tls)
        open_.pop_all()
        return lijn

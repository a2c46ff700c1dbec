"""Every setting, from KAMERVRAGEN_* variables. An unknown one stops the start."""

from __future__ import annotations

import os
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Rol

PAKKET = Path(__file__).parent
_PREFIX = "KAMERVRAGEN_"


_EIGEN = ("127.0.0.1", "::1", "localhost")


def _is_adres(tekst: str) -> bool:
    try:
        return bool(ip_address(tekst))
    except ValueError:
        return False


def _map_van(naam: str, uitcheck: Path) -> Path:
    """A folder that the wheel carries inside the package, and a checkout beside it."""
    binnen = PAKKET / naam
    return binnen if binnen.is_dir() else uitcheck


def _standaard_data() -> Path:
    """`.data/` in a checkout, else the user's own data folder."""
    if (PAKKET.parent / "pyproject.toml").is_file():
        return PAKKET.parent / ".data"
    return Path.home() / ".local/share/kamervragen"


class Settings(BaseSettings):
    """All settings, with their defaults; `docs/beheer.md` explains them."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, extra="forbid", frozen=True)

    data: Path = Field(default_factory=_standaard_data, description="Map met database, index en documenten")
    database: str | None = Field(None, description="Adres van een PostgreSQL-database; leeg is SQLite in de datamap")
    adres: str = Field("127.0.0.1", description="Adres waarop de server luistert")
    poort: int = Field(8000, ge=0, le=65535, description="Poort waarop de server luistert; 0 kiest een vrije")
    proxy: str | None = Field(None, description="IP-adres van de vertrouwde proxy die TLS afhandelt")
    tls_certificaat: Path | None = Field(None, description="Certificaat (PEM) om zelf TLS te spreken")
    tls_sleutel: Path | None = Field(None, description="Sleutel (PEM) bij het certificaat")
    sleutels: Path | None = Field(
        None,
        description="Sleutelbestand waarmee geheimen in de database zijn verzegeld; leeg is sleutels in de datamap",
    )
    tweede_stap_voor: str = Field(
        "", description="Rollen die bij het inloggen een tweede stap moeten hebben, met komma's ertussen; leeg is geen"
    )
    reservekopie_voor: str | None = Field(
        None,
        description="Publieke age-sleutel (age1...) waarvoor een reservekopie wordt versleuteld; leeg is onversleuteld",
    )
    anker: Path | None = Field(
        None,
        description="Bestand buiten de datamap waarin elke dag de laatste regel van het auditspoor wordt vastgelegd",
    )
    kort_geleden: int = Field(
        90,
        ge=0,
        le=3650,
        description="Zoveel dagen na een antwoord wordt bij dezelfde vraag een verwijzing voorgesteld",
    )
    opschorten_in_reces: bool = Field(False, description="De termijn staat stil in reces; anders loopt zij door")
    naar_werkdag: bool = Field(
        False, description="Een laatste dag in het weekend of op een feestdag schuift naar de werkdag erna"
    )
    webadres: str | None = Field(
        None, description="Adres waarop mensen het programma openen; begint elke link in een bericht"
    )
    smtp: str | None = Field(
        None, description="Mailserver, bijvoorbeeld smtp://mail.ministerie.example; leeg is geen mail"
    )
    afzender: str = Field("kamervragen@localhost", description="Afzender van de mail")
    sjablonen: Path | None = Field(
        None, description="Map met eigen Word-sjablonen van het ministerie; wat er niet in staat, komt van ons"
    )
    thema: Path | None = Field(
        None, description="Map met de huisstijl van het ministerie: thema.css, beeldmerk.svg en wat die noemen"
    )
    ministerie: str = Field(
        "Ministerie", min_length=1, description="Naam van het ministerie: de archiefvormer van een archiefpakket"
    )
    waardering: Literal["B", "V"] = Field(
        "B",
        description="Waardering van de sets volgens de selectielijst: B (blijvend te bewaren) of V (te vernietigen)",
    )
    metingen: str | None = Field(
        None, min_length=16, description="Sleutel waarmee een bewakingsprogramma /metrics leest; leeg is uit"
    )
    beveiligingscontact: str | None = Field(
        None, description="Mailadres of webadres voor wie een zwakke plek vindt; staat in /.well-known/security.txt"
    )
    virusscanner: str | None = Field(
        None, description="Adres van clamd: unix:/run/clamav/clamd.ctl of tcp://host:3310; leeg is geen virusscanner"
    )
    logboek: Literal["json", "tekst"] = Field(
        "tekst", description="Vorm van de regels in het logboek: tekst, of json met een regel per verzoek"
    )
    libreoffice: str = Field("soffice", description="Programma dat .odt en .pdf maakt")
    demo: bool = Field(False, description="Toon de demo-accounts op de inlogpagina")

    @property
    def database_url(self) -> str:
        """The address SQLAlchemy opens."""
        if self.database is None:
            return f"sqlite:///{self.data / 'kamervragen.db'}"
        return self.database.replace("postgresql://", "postgresql+psycopg://", 1)

    @property
    def basis(self) -> str:
        """What begins every link in a message."""
        if self.webadres:
            return self.webadres.rstrip("/")
        return f"{'https' if self.tls_certificaat else 'http'}://{self.adres}:{self.poort}"

    @property
    def index(self) -> Path:
        return self.data / "index"

    @property
    def archief(self) -> Path:
        """The index of the search page."""
        return self.data / "archief"

    @property
    def lopend(self) -> Path:
        """The index of running promises and open motions."""
        return self.data / "lopend"

    @property
    def documenten(self) -> Path:
        return self.data / "documenten"

    @property
    def eist_tweede_stap(self) -> frozenset[Rol]:
        """The roles that come in with a second step only."""
        return frozenset(Rol(rol.strip()) for rol in self.tweede_stap_voor.split(",") if rol.strip())

    @property
    def sleutelbestand(self) -> Path:
        """The key file: apart from what it opens, and never in a copy."""
        return self.sleutels or self.data / "sleutels"

    @property
    def uit(self) -> Path:
        """Where exports go: `exports/uit` in a checkout with its own data folder, else in the data folder."""
        return PAKKET.parent / "exports" / "uit" if self.data == PAKKET.parent / ".data" else self.data / "uit"


def lees_settings(**anders: Any) -> Settings:
    """The settings of this process. :raises Ongeldig: for an unknown KAMERVRAGEN_ variable or an unsafe address."""
    bekend = {_PREFIX + naam.upper() for naam in Settings.model_fields}
    if onbekend := sorted(n for n in os.environ if n.upper().startswith(_PREFIX) and n.upper() not in bekend):
        raise Ongeldig(
            "Onbekende instelling %(onbekend)s. Bekend zijn: %(bekend)s.",
            onbekend=", ".join(onbekend),
            bekend=", ".join(sorted(bekend)),
        )
    try:
        settings = Settings(**anders)
    except ValidationError as fout:
        namen = ", ".join(sorted({_PREFIX + str(deel["loc"][0]).upper() for deel in fout.errors()}))
        raise Ongeldig(
            "De waarde van %(namen)s klopt niet. Zie docs/beheer.md voor wat er mag staan.", namen=namen
        ) from fout
    try:
        _ = settings.eist_tweede_stap
    except ValueError as fout:
        raise Ongeldig(
            "KAMERVRAGEN_TWEEDE_STAP_VOOR noemt een onbekende rol. Kies uit %(rollen)s.", rollen=", ".join(Rol)
        ) from fout
    if settings.proxy is not None and not _is_adres(settings.proxy):
        raise Ongeldig("KAMERVRAGEN_PROXY is geen IP-adres. Noem het adres van de ene proxy die u vertrouwt.")
    if settings.sjablonen is not None and not settings.sjablonen.is_dir():
        raise Ongeldig(
            "KAMERVRAGEN_SJABLONEN noemt de map %(sjablonen)s, en die bestaat niet.", sjablonen=settings.sjablonen
        )
    if settings.thema is not None and not settings.thema.is_dir():
        raise Ongeldig("KAMERVRAGEN_THEMA noemt de map %(thema)s, en die bestaat niet.", thema=settings.thema)
    if settings.smtp is not None and urlsplit(settings.smtp).scheme not in ("smtp", "smtps"):
        raise Ongeldig(
            "KAMERVRAGEN_SMTP begint met smtp:// of smtps://, bijvoorbeeld smtp://mail.ministerie.example:25."
        )
    if settings.virusscanner is not None and not settings.virusscanner.startswith(("unix:/", "tcp://")):
        raise Ongeldig("KAMERVRAGEN_VIRUSSCANNER begint met unix:/ of tcp://, bijvoorbeeld unix:/run/clamav/clamd.ctl.")
    if settings.webadres is not None and urlsplit(settings.webadres).scheme not in ("http", "https"):
        raise Ongeldig("KAMERVRAGEN_WEBADRES begint met https://, bijvoorbeeld https://kamervragen.ministerie.example.")
    if settings.demo and settings.adres not in _EIGEN:
        raise Ongeldig("De demo heeft openbare wachtwoorden en luistert alleen op 127.0.0.1.")
    veilig = settings.proxy or (settings.tls_certificaat and settings.tls_sleutel)
    if settings.adres not in _EIGEN and not veilig:
        raise Ongeldig(
            "Luisteren op %(adres)s kan alleen met TLS. Zet KAMERVRAGEN_TLS_CERTIFICAAT en "
            "KAMERVRAGEN_TLS_SLEUTEL, of KAMERVRAGEN_PROXY als een proxy de TLS afhandelt.",
            adres=settings.adres,
        )
    return settings


SJABLONEN = _map_van("sjablonen", PAKKET.parent / "exports" / "sjablonen")
TEMPLATES = _map_van("templates", PAKKET.parent / "templates")
STATIC = PAKKET / "web" / "static"

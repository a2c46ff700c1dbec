"""who holds an office and answers for what is open, links between promises, votes, and the columns of imported lists"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()
_BIJ = ("vragenset", "toezegging", "motie")


def _ambt(tabel: str) -> sa.Column:
    naam = op.f(f"fk_{tabel}_ambt_id_ambtsperiode")
    return sa.Column("ambt_id", sa.Integer(), sa.ForeignKey("ambtsperiode.id", name=naam), nullable=True)


def _rest() -> dict[str, list[sa.Column]]:
    """Plain columns: making a table anew would drop the old one, and all that hangs on it with it."""
    return {
        "toezegging": [
            sa.Column("soort", _TEKST, nullable=True),
            sa.Column("portefeuille", _TEKST, nullable=True),
            sa.Column("directie", _TEKST, nullable=True),
        ],
        "motie": [sa.Column("directie", _TEKST, nullable=True), sa.Column("ingediend", sa.Date(), nullable=True)],
        "motiefeit": [sa.Column("voor", sa.JSON(), nullable=True), sa.Column("tegen", sa.JSON(), nullable=True)],
    }


def upgrade() -> None:
    op.create_table(
        "ambtsperiode",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("functie", _TEKST, nullable=False),
        sa.Column("naam", _TEKST, nullable=False),
        sa.Column("portefeuille", _TEKST, nullable=False),
        sa.Column("kabinet", _TEKST, nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("demissionair", sa.Date(), nullable=True),
        sa.Column("bron", _TEKST, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ambtsperiode")),
    )
    op.create_index(op.f("ix_ambtsperiode_van"), "ambtsperiode", ["van"])
    for tabel in _BIJ:
        op.add_column(tabel, _ambt(tabel), inline_references=True)
        op.create_index(op.f(f"ix_{tabel}_ambt_id"), tabel, ["ambt_id"])
    for tabel, kolommen in _rest().items():
        for kolom in kolommen:
            op.add_column(tabel, kolom)
    op.create_table(
        "toezeggingverband",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("toezegging_id", sa.Integer(), nullable=False),
        sa.Column("met_id", sa.Integer(), nullable=False),
        sa.Column("soort", _TEKST, nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["toezegging_id"],
            ["toezegging.id"],
            name=op.f("fk_toezeggingverband_toezegging_id_toezegging"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["met_id"], ["toezegging.id"], name=op.f("fk_toezeggingverband_met_id_toezegging"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toezeggingverband")),
        sa.UniqueConstraint("toezegging_id", "met_id", name=op.f("uq_toezeggingverband_toezegging_id")),
    )
    op.create_index(op.f("ix_toezeggingverband_toezegging_id"), "toezeggingverband", ["toezegging_id"])
    op.create_index(op.f("ix_toezeggingverband_met_id"), "toezeggingverband", ["met_id"])
    op.create_table(
        "kolomkeuze",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", _TEKST, nullable=False),
        sa.Column("koppen", _TEKST, nullable=False),
        sa.Column("velden", sa.JSON(), nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kolomkeuze")),
        sa.UniqueConstraint("soort", "koppen", name=op.f("uq_kolomkeuze_soort")),
    )


def downgrade() -> None:
    op.drop_table("kolomkeuze")
    op.drop_table("toezeggingverband")
    for tabel, kolommen in _rest().items():
        for kolom in kolommen:
            op.drop_column(tabel, kolom.name)
    for tabel in _BIJ:
        op.drop_index(op.f(f"ix_{tabel}_ambt_id"), tabel)
        op.drop_column(tabel, "ambt_id")
    op.drop_table("ambtsperiode")

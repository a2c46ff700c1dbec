"""decisions on cited motions, votes, links between promises, who held which office, subscriptions, remembered columns"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def _kolommen() -> dict[str, list[sa.Column]]:
    """Plain columns: making a table anew would drop the old one, and all that hangs on it with it."""
    return {
        "motie_antwoord": [
            sa.Column("besluit", _TEKST, nullable=False, server_default="voorgesteld"),
            sa.Column("reden", _TEKST, nullable=True),
            sa.Column("actor", _TEKST, nullable=True),
        ],
        "motiefeit": [sa.Column("voor", sa.Integer(), nullable=True), sa.Column("tegen", sa.Integer(), nullable=True)],
        "toezegging": [sa.Column("soort", _TEKST, nullable=True), sa.Column("portefeuille", _TEKST, nullable=True)],
    }


def upgrade() -> None:
    for tabel, kolommen in _kolommen().items():
        for kolom in kolommen:
            op.add_column(tabel, kolom)
    op.create_table(
        "toezeggingband",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("toezegging_id", sa.Integer(), nullable=False),
        sa.Column("soort", _TEKST, nullable=False),
        sa.Column("naar_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["toezegging_id"],
            ["toezegging.id"],
            name=op.f("fk_toezeggingband_toezegging_id_toezegging"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["naar_id"], ["toezegging.id"], name=op.f("fk_toezeggingband_naar_id_toezegging"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toezeggingband")),
        sa.UniqueConstraint("toezegging_id", "naar_id", name=op.f("uq_toezeggingband_toezegging_id")),
    )
    op.create_index(op.f("ix_toezeggingband_toezegging_id"), "toezeggingband", ["toezegging_id"])
    op.create_index(op.f("ix_toezeggingband_naar_id"), "toezeggingband", ["naar_id"])
    op.create_table(
        "bewindspersoon",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", _TEKST, nullable=False),
        sa.Column("functie", _TEKST, nullable=False),
        sa.Column("portefeuille", _TEKST, nullable=False),
        sa.Column("kabinet", _TEKST, nullable=True),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("demissionair", sa.Date(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewindspersoon")),
        sa.UniqueConstraint("naam", "portefeuille", "van", name=op.f("uq_bewindspersoon_naam")),
    )
    op.create_table(
        "agendasleutel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("directie", _TEKST, nullable=False),
        sa.Column("sleutel", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_agendasleutel_gebruiker_id_gebruiker"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agendasleutel")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_agendasleutel_sleutel")),
    )
    op.create_index(op.f("ix_agendasleutel_gebruiker_id"), "agendasleutel", ["gebruiker_id"])
    op.create_table(
        "lijstkolommen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lijst", _TEKST, nullable=False),
        sa.Column("afdruk", _TEKST, nullable=False),
        sa.Column("keuze", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lijstkolommen")),
        sa.UniqueConstraint("lijst", "afdruk", name=op.f("uq_lijstkolommen_lijst")),
    )


def downgrade() -> None:
    for tabel in ("lijstkolommen", "agendasleutel", "bewindspersoon", "toezeggingband"):
        op.drop_table(tabel)
    for tabel, kolommen in _kolommen().items():
        for kolom in kolommen:
            op.drop_column(tabel, kolom.name)

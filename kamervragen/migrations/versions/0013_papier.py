"""papers: what goes along with a set, its number in the ministry's own archive, and documents that come back"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def _ouder(kind: str, kolom: str, tabel: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [kolom], [f"{tabel}.id"], name=op.f(f"fk_{kind}_{kolom}_{tabel}"), ondelete="CASCADE"
    )


def upgrade() -> None:
    op.add_column("vragenset", sa.Column("dms_kenmerk", _TEKST, nullable=True))
    for kolom in (
        sa.Column("titel", _TEKST, nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("kenmerk", _TEKST, nullable=True),
        sa.Column("weggehaald_door", _TEKST, nullable=True),
        sa.Column("weggehaald_op", _MOMENT, nullable=True),
    ):
        op.add_column("document", kolom)
    op.create_table(
        "terugkeer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("sha256", _TEKST, nullable=False),
        sa.Column("naam", _TEKST, nullable=False),
        sa.Column("setversie", sa.Integer(), nullable=True),
        sa.Column("verslag", sa.JSON(), nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        _ouder("terugkeer", "vragenset_id", "vragenset"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terugkeer")),
        sa.UniqueConstraint("vragenset_id", "sha256", name=op.f("uq_terugkeer_vragenset_id")),
    )
    op.create_index(op.f("ix_terugkeer_vragenset_id"), "terugkeer", ["vragenset_id"])
    op.create_table(
        "terugkeervoorstel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("terugkeer_id", sa.Integer(), nullable=False),
        sa.Column("antwoord_id", sa.Integer(), nullable=True),
        sa.Column("plaats", _TEKST, nullable=False),
        sa.Column("soort", _TEKST, nullable=False),
        sa.Column("auteur", _TEKST, nullable=False),
        sa.Column("gewijzigd_op", _TEKST, nullable=False),
        sa.Column("basis", _TEKST, nullable=False),
        sa.Column("voorgesteld", _TEKST, nullable=False),
        sa.Column("noten", sa.JSON(), nullable=False),
        sa.Column("besluit", _TEKST, nullable=True),
        sa.Column("besloten_door", _TEKST, nullable=True),
        sa.Column("besloten_op", _MOMENT, nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False, server_default="1"),
        _ouder("terugkeervoorstel", "terugkeer_id", "terugkeer"),
        _ouder("terugkeervoorstel", "antwoord_id", "antwoord"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terugkeervoorstel")),
    )
    op.create_index(op.f("ix_terugkeervoorstel_terugkeer_id"), "terugkeervoorstel", ["terugkeer_id"])
    op.create_index(op.f("ix_terugkeervoorstel_antwoord_id"), "terugkeervoorstel", ["antwoord_id"])


def downgrade() -> None:
    op.drop_table("terugkeervoorstel")
    op.drop_table("terugkeer")
    for kolom in ("weggehaald_op", "weggehaald_door", "kenmerk", "volgorde", "titel"):
        op.drop_column("document", kolom)
    op.drop_column("vragenset", "dms_kenmerk")

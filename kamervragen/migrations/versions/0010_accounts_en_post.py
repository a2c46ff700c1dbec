"""accounts that people keep themselves, a second step at log-in, and messages that wait to be sent"""

import secrets

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()
_NIEUW = (("mail", _TEKST), ("totp", _TEKST), ("totp_stap", sa.Integer()), ("sessies_vanaf", _MOMENT))


def upgrade() -> None:
    geheim = op.create_table(
        "geheim",
        sa.Column("naam", _TEKST, nullable=False),
        sa.Column("waarde", _TEKST, nullable=False),
        sa.PrimaryKeyConstraint("naam", name=op.f("pk_geheim")),
    )
    op.bulk_insert(geheim, [{"naam": "koppelingen", "waarde": secrets.token_hex(32)}])
    tellers = sa.table("teller", sa.column("naam", sa.String), sa.column("stand", sa.Integer))
    op.bulk_insert(tellers, [{"naam": "ochtendpost", "stand": 0}])
    op.create_table(
        "uitnodiging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("geldig_tot", _MOMENT, nullable=False),
        sa.Column("gebruikt_op", _MOMENT, nullable=True),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_uitnodiging_gebruiker_id_gebruiker"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitnodiging")),
    )
    op.create_index(op.f("ix_uitnodiging_gebruiker_id"), "uitnodiging", ["gebruiker_id"])
    op.create_table(
        "bericht",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=True),
        sa.Column("vragenset_id", sa.Integer(), nullable=True),
        sa.Column("mail", _TEKST, nullable=True),
        sa.Column("onderwerp", _TEKST, nullable=False),
        sa.Column("tekst", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.Column("verzonden_op", _MOMENT, nullable=True),
        sa.Column("fout", _TEKST, nullable=True),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_bericht_gebruiker_id_gebruiker"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_bericht_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bericht")),
    )
    op.create_index(op.f("ix_bericht_gebruiker_id"), "bericht", ["gebruiker_id"])
    op.create_index(op.f("ix_bericht_vragenset_id"), "bericht", ["vragenset_id"])
    for naam, soort in _NIEUW:
        op.add_column("gebruiker", sa.Column(naam, soort, nullable=True))


def downgrade() -> None:
    op.execute("DELETE FROM teller WHERE naam = 'ochtendpost'")
    for naam, _ in reversed(_NIEUW):
        op.drop_column("gebruiker", naam)
    op.drop_table("bericht")
    op.drop_table("uitnodiging")
    op.drop_table("geheim")

"""long work: how far it is, and how it ended"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.create_table(
        "karwei",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", _TEKST, nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("gegevens", sa.JSON(), nullable=False),
        sa.Column("status", _TEKST, nullable=False),
        sa.Column("gedaan", sa.Integer(), nullable=False),
        sa.Column("totaal", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Boolean(), nullable=False),
        sa.Column("verslag", sa.JSON(), nullable=False),
        sa.Column("bestand", _TEKST, nullable=True),
        sa.Column("begonnen", _MOMENT, nullable=False),
        sa.Column("klaar_op", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_karwei_gebruiker_id_gebruiker"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_karwei")),
    )
    op.create_index(op.f("ix_karwei_gebruiker_id"), "karwei", ["gebruiker_id"])


def downgrade() -> None:
    op.drop_table("karwei")

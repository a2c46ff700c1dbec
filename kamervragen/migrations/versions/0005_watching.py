"""decisions on cited motions, and subscriptions to the agenda"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def _bij_koppeling() -> list[sa.Column]:
    """Plain columns: making a table anew would drop the old one, and all that hangs on it with it."""
    return [
        sa.Column("besluit", _TEKST, nullable=False, server_default="voorgesteld"),
        sa.Column("reden", _TEKST, nullable=True),
        sa.Column("actor", _TEKST, nullable=True),
    ]


def upgrade() -> None:
    for kolom in _bij_koppeling():
        op.add_column("motie_antwoord", kolom)
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


def downgrade() -> None:
    op.drop_table("agendasleutel")
    for kolom in _bij_koppeling():
        op.drop_column("motie_antwoord", kolom.name)

"""lists of words that a ministry keeps: reasons of delay, and the cues of a promise"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.create_table(
        "woordregel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lijst", _TEKST, nullable=False),
        sa.Column("code", _TEKST, nullable=False),
        sa.Column("tekst", _TEKST, nullable=False),
        sa.Column("omdat", _TEKST, nullable=True),
        sa.Column("werking", _TEKST, nullable=True),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_woordregel")),
    )
    op.create_index("ix_woordregel_lijst", "woordregel", ["lijst", "code"])


def downgrade() -> None:
    op.drop_table("woordregel")

"""acts that can be undone for half a minute: the rows as they were"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()


def upgrade() -> None:
    op.create_table(
        "ongedaan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("actie", _TEKST, nullable=False),
        sa.Column("object", _TEKST, nullable=False),
        sa.Column("tot", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("rijen", sa.JSON(), nullable=False),
        sa.Column("gedaan", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_ongedaan_gebruiker_id_gebruiker"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ongedaan")),
    )
    op.create_index(op.f("ix_ongedaan_gebruiker_id"), "ongedaan", ["gebruiker_id"])
    op.create_index(op.f("ix_ongedaan_tot"), "ongedaan", ["tot"])


def downgrade() -> None:
    op.drop_table("ongedaan")

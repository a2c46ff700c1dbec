"""a job is held by one worker by name; each worker shows that it lives; what could not be derived is named"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.add_column("taak", sa.Column("houder", _TEKST, nullable=True))
    op.create_table(
        "hartslag",
        sa.Column("proces", _TEKST, nullable=False),
        sa.Column("begonnen", _MOMENT, nullable=False),
        sa.Column("gezien", _MOMENT, nullable=False),
        sa.Column("plichten", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("proces", name=op.f("pk_hartslag")),
    )
    op.create_table(
        "overgeslagen",
        sa.Column("soort", _TEKST, nullable=False),
        sa.Column("sleutel", _TEKST, nullable=False),
        sa.Column("fout", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("soort", "sleutel", name=op.f("pk_overgeslagen")),
    )


def downgrade() -> None:
    op.drop_table("overgeslagen")
    op.drop_table("hartslag")
    op.drop_column("taak", "houder")

"""the database knows to which data folder it belongs, and what its own schema was when it was made"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()


def upgrade() -> None:
    op.create_table(
        "kenmerk",
        sa.Column("naam", _TEKST, nullable=False),
        sa.Column("waarde", _TEKST, nullable=False),
        sa.PrimaryKeyConstraint("naam", name=op.f("pk_kenmerk")),
    )


def downgrade() -> None:
    op.drop_table("kenmerk")

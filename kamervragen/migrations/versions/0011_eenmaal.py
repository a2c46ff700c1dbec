"""a form that is sent twice acts once"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "eenmaal",
        sa.Column("sleutel", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("moment", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name=op.f("pk_eenmaal")),
    )
    op.create_index(op.f("ix_eenmaal_moment"), "eenmaal", ["moment"])


def downgrade() -> None:
    op.drop_table("eenmaal")

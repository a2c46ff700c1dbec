"""directies over time: until when one was there, and which went on with its work"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("directie", sa.Column("tot", sa.Date(), nullable=True))
    op.add_column("directie", sa.Column("opvolger_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("directie", "opvolger_id")
    op.drop_column("directie", "tot")

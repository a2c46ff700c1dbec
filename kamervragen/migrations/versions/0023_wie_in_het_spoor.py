"""the trail names the account beside the name: two people may have one name"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("audit", sa.Column("actor_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("audit", "actor_id")

"""versions that were kept by themselves, while somebody was typing"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("antwoordversie", sa.Column("vanzelf", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("antwoordversie", "vanzelf")

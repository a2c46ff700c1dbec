"""dropping somebody's second step is asked by one keeper and confirmed by another"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("gebruiker", sa.Column("herstel_door_id", sa.Integer(), nullable=True))
    op.add_column("gebruiker", sa.Column("herstel_op", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("gebruiker", "herstel_op")
    op.drop_column("gebruiker", "herstel_door_id")

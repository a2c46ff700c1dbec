"""handing a set or some of its questions over to another ministry"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()


def upgrade() -> None:
    op.create_table(
        "overdracht",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("bewindspersoon", _TEKST, nullable=False),
        sa.Column("reden", _TEKST, nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("gevraagd_op", sa.Date(), nullable=False),
        sa.Column("besluit", _TEKST, nullable=True),
        sa.Column("besloten_op", sa.Date(), nullable=True),
        sa.Column("besloten_door", _TEKST, nullable=True),
        sa.Column("vastgelegd_door", _TEKST, nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_overdracht_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overdracht")),
    )
    op.create_index(op.f("ix_overdracht_vragenset_id"), "overdracht", ["vragenset_id"])


def downgrade() -> None:
    op.drop_table("overdracht")

"""shielding a set: why, and who may know of it"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()


def upgrade() -> None:
    op.create_table(
        "afscherming",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("reden", _TEKST, nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_afscherming_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afscherming")),
        sa.UniqueConstraint("vragenset_id", name=op.f("uq_afscherming_vragenset_id")),
    )
    op.create_table(
        "ingewijde",
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_ingewijde_gebruiker_id_gebruiker"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_ingewijde_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("vragenset_id", "gebruiker_id", name=op.f("pk_ingewijde")),
    )
    op.create_index(op.f("ix_ingewijde_gebruiker_id"), "ingewijde", ["gebruiker_id"])


def downgrade() -> None:
    op.drop_table("ingewijde")
    op.drop_table("afscherming")

"""where a set stands, kept beside it: lists of any length read no facts"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()


def upgrade() -> None:
    op.create_table(
        "setstand",
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("status", _TEKST, nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("sinds", sa.Date(), nullable=True),
        sa.Column("laatste_dag", sa.Date(), nullable=True),
        sa.Column("uitgesteld", sa.Boolean(), nullable=False),
        sa.Column("ingezonden", sa.Date(), nullable=True),
        sa.Column("beantwoord_op", sa.Date(), nullable=True),
        sa.Column("telt_mee", sa.Boolean(), nullable=False),
        sa.Column("teruggestuurd", sa.Integer(), nullable=False),
        sa.Column("vragen", sa.Integer(), nullable=False),
        sa.Column("beantwoord", sa.Integer(), nullable=False),
        sa.Column("indieners", sa.JSON(), nullable=False),
        sa.Column("gericht_aan", sa.JSON(), nullable=False),
        sa.Column("zoek", _TEKST, nullable=False),
        sa.Column("directie_id", sa.Integer(), nullable=True),
        sa.Column("behandelaar_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_setstand_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("vragenset_id", name=op.f("pk_setstand")),
    )
    for kolommen in (("open", "laatste_dag"), ("open", "ingezonden")):
        op.create_index(f"ix_setstand_{'_'.join(kolommen)}", "setstand", list(kolommen))
    for kolom in ("directie_id", "behandelaar_id"):
        op.create_index(f"ix_setstand_{kolom}", "setstand", [kolom, "open"])
    # What the standings were computed with; 0 is nothing yet, so that the next start computes them all.
    op.execute("INSERT INTO teller (naam, stand) VALUES ('standen', 0)")


def downgrade() -> None:
    op.execute("DELETE FROM teller WHERE naam = 'standen'")
    op.drop_table("setstand")

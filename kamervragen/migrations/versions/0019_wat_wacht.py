"""what waits and what may be wrong: few rows of many, and those are what a page asks for"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_INDEXEN = (
    ("bijdrage", "besluit"),
    ("terugkeervoorstel", "besluit"),
    ("rectificatie", "verzonden_op"),
    ("opmerking", "opgelost_op"),
    ("voorstel", "besluit"),
    ("paraaf", "besluit"),
)


def upgrade() -> None:
    for tabel, kolom in _INDEXEN:
        op.create_index(op.f(f"ix_{tabel}_{kolom}"), tabel, [kolom])
    op.create_index("ix_setstand_status", "setstand", ["status", "open"])
    op.create_index("ix_betrokkene_ambt", "betrokkene", ["rol", "functie", "portefeuille"])
    op.create_index("ix_feit_soort", "feit", ["soort", "vragenset_id"])
    cijfers = ["telt_mee", "ingezonden", "beantwoord_op", "open", "laatste_dag", "directie_id"]
    op.create_index("ix_setstand_cijfers", "setstand", cijfers)
    op.create_table(
        "tebezien",
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_tebezien_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("vragenset_id", name=op.f("pk_tebezien")),
    )
    op.execute("UPDATE teller SET stand = 0 WHERE naam = 'standen'")  # so that the next start fills it


def downgrade() -> None:
    op.drop_table("tebezien")
    op.drop_index("ix_setstand_cijfers", "setstand")
    op.drop_index("ix_feit_soort", "feit")
    op.drop_index("ix_betrokkene_ambt", "betrokkene")
    op.drop_index("ix_setstand_status", "setstand")
    for tabel, kolom in _INDEXEN:
        op.drop_index(op.f(f"ix_{tabel}_{kolom}"), tabel)

"""the register of promises and motions with what happened to them, the recesses, chamber and debate of a set"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from kamervragen.domain.kalender import RECESSEN

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def _bij_toezegging() -> list[sa.Column]:
    return [
        sa.Column("herkomst", _TEKST, nullable=False, server_default="antwoord"),
        sa.Column("nummer", _TEKST, nullable=True),
        sa.Column("gedaan_op", sa.Date(), nullable=True),
        sa.Column("vindplaats", _TEKST, nullable=True),
        sa.Column("bewindspersoon", _TEKST, nullable=True),
        sa.Column("aan", _TEKST, nullable=True),
        sa.Column("dossierhouder", _TEKST, nullable=True),
        sa.Column("signaalversie", _TEKST, nullable=True),
        sa.Column("herhaling_van", sa.Integer(), nullable=True),
    ]


def _bij_motie() -> list[sa.Column]:
    return [
        sa.Column("verzoek", _TEKST, nullable=True),
        sa.Column("gevraagde_dag", sa.Date(), nullable=True),
        sa.Column("afleiding", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("appreciatie", _TEKST, nullable=True),
        sa.Column("status", _TEKST, nullable=False, server_default="onbekend"),
        sa.Column("versie", sa.Integer(), nullable=False, server_default="1"),
    ]


def upgrade() -> None:
    reces = op.create_table(
        "reces",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", _TEKST, nullable=False),
        sa.Column("begin", sa.Date(), nullable=False),
        sa.Column("einde", sa.Date(), nullable=False),
        sa.Column("bron", _TEKST, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reces")),
        sa.UniqueConstraint("naam", "begin", name=op.f("uq_reces_naam")),
    )
    op.create_index(op.f("ix_reces_begin"), "reces", ["begin"])
    op.bulk_insert(reces, [{"naam": r.naam, "begin": r.begin, "einde": r.einde, "bron": r.bron} for r in RECESSEN])
    # Plain columns: making a table anew would drop the old one, and all that hangs on it with it.
    op.add_column("vragenset", sa.Column("kamer", _TEKST, nullable=False, server_default="tk"))
    op.add_column("vragenset", sa.Column("debat", sa.Date(), nullable=True))
    with op.batch_alter_table("toezegging") as tabel:
        for kolom in _bij_toezegging():
            tabel.add_column(kolom)
        tabel.alter_column("vragenset_id", existing_type=sa.Integer(), nullable=True)
        tabel.alter_column("antwoord_id", existing_type=sa.Integer(), nullable=True)
        tabel.create_unique_constraint(op.f("uq_toezegging_nummer"), ["nummer"])
        tabel.create_foreign_key(
            op.f("fk_toezegging_herhaling_van_toezegging"), "toezegging", ["herhaling_van"], ["id"], ondelete="SET NULL"
        )
    op.create_index(op.f("ix_toezegging_herhaling_van"), "toezegging", ["herhaling_van"])
    for kolom in _bij_motie():
        op.add_column("motie", kolom)
    op.create_index(op.f("ix_motie_status"), "motie", ["status"])
    op.create_table(
        "toezeggingfeit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("toezegging_id", sa.Integer(), nullable=False),
        sa.Column("soort", _TEKST, nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("van", sa.Date(), nullable=True),
        sa.Column("naar", sa.Date(), nullable=True),
        sa.Column("kamerstuk", _TEKST, nullable=True),
        sa.Column("zin", _TEKST, nullable=True),
        sa.Column("reden", _TEKST, nullable=True),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["toezegging_id"],
            ["toezegging.id"],
            name=op.f("fk_toezeggingfeit_toezegging_id_toezegging"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toezeggingfeit")),
    )
    op.create_index(op.f("ix_toezeggingfeit_toezegging_id"), "toezeggingfeit", ["toezegging_id"])
    op.create_table(
        "motiefeit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("motie_id", sa.Integer(), nullable=False),
        sa.Column("soort", _TEKST, nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("kamerstuk", _TEKST, nullable=True),
        sa.Column("reden", _TEKST, nullable=True),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["motie_id"], ["motie.id"], name=op.f("fk_motiefeit_motie_id_motie"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_motiefeit")),
    )
    op.create_index(op.f("ix_motiefeit_motie_id"), "motiefeit", ["motie_id"])


def downgrade() -> None:
    op.drop_table("motiefeit")
    op.drop_table("toezeggingfeit")
    op.drop_index(op.f("ix_motie_status"), "motie")
    for kolom in _bij_motie():
        op.drop_column("motie", kolom.name)
    op.execute(sa.text("DELETE FROM toezegging WHERE antwoord_id IS NULL"))
    op.drop_index(op.f("ix_toezegging_herhaling_van"), "toezegging")
    with op.batch_alter_table("toezegging") as tabel:
        tabel.drop_constraint(op.f("fk_toezegging_herhaling_van_toezegging"), type_="foreignkey")
        tabel.drop_constraint(op.f("uq_toezegging_nummer"), type_="unique")
        tabel.alter_column("vragenset_id", existing_type=sa.Integer(), nullable=False)
        tabel.alter_column("antwoord_id", existing_type=sa.Integer(), nullable=False)
        for kolom in _bij_toezegging():
            tabel.drop_column(kolom.name)
    op.drop_column("vragenset", "debat")
    op.drop_column("vragenset", "kamer")
    op.drop_table("reces")

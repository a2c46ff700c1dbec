"""contributions that are asked of others, and corrections after sending"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def _ouder(kind: str, kolom: str, tabel: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [kolom], [f"{tabel}.id"], name=op.f(f"fk_{kind}_{kolom}_{tabel}"), ondelete="CASCADE"
    )


def _naast(kind: str, kolom: str, tabel: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([kolom], [f"{tabel}.id"], name=op.f(f"fk_{kind}_{kolom}_{tabel}"))


def upgrade() -> None:
    op.create_table(
        "bijdrageverzoek",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("aan", _TEKST, nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=True),
        sa.Column("directie_id", sa.Integer(), nullable=True),
        sa.Column("mail", _TEKST, nullable=True),
        sa.Column("gevraagd", _TEKST, nullable=False),
        sa.Column("met_concept", sa.Boolean(), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.Column("herinnerd_op", sa.Date(), nullable=True),
        sa.Column("besluit", _TEKST, nullable=True),
        sa.Column("reden", _TEKST, nullable=True),
        sa.Column("besloten_door", _TEKST, nullable=True),
        sa.Column("besloten_op", _MOMENT, nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        _ouder("bijdrageverzoek", "vragenset_id", "vragenset"),
        _naast("bijdrageverzoek", "gebruiker_id", "gebruiker"),
        _naast("bijdrageverzoek", "directie_id", "directie"),
        _naast("bijdrageverzoek", "actor_id", "gebruiker"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bijdrageverzoek")),
    )
    for kolom in ("vragenset_id", "gebruiker_id", "directie_id"):
        op.create_index(op.f(f"ix_bijdrageverzoek_{kolom}"), "bijdrageverzoek", [kolom])
    op.create_table(
        "bijdrage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("verzoek_id", sa.Integer(), nullable=False),
        sa.Column("vraag_id", sa.Integer(), nullable=False),
        sa.Column("tekst", _TEKST, nullable=False),
        sa.Column("noten", sa.JSON(), nullable=False),
        sa.Column("toelichting", _TEKST, nullable=True),
        sa.Column("auteur", _TEKST, nullable=False),
        sa.Column("herkomst", _TEKST, nullable=True),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.Column("besluit", _TEKST, nullable=True),
        sa.Column("besloten_door", _TEKST, nullable=True),
        sa.Column("besloten_op", _MOMENT, nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        _ouder("bijdrage", "vragenset_id", "vragenset"),
        _ouder("bijdrage", "verzoek_id", "bijdrageverzoek"),
        _ouder("bijdrage", "vraag_id", "vraag"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bijdrage")),
    )
    for kolom in ("vragenset_id", "verzoek_id", "vraag_id"):
        op.create_index(op.f(f"ix_bijdrage_{kolom}"), "bijdrage", [kolom])
    op.create_table(
        "rectificatie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("antwoord_id", sa.Integer(), nullable=False),
        sa.Column("achterhaald_id", sa.Integer(), nullable=True),
        sa.Column("passage", _TEKST, nullable=False),
        sa.Column("juist", _TEKST, nullable=False),
        sa.Column("reden", _TEKST, nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.Column("vastgesteld_door", _TEKST, nullable=True),
        sa.Column("vastgesteld_op", _MOMENT, nullable=True),
        sa.Column("verzonden_door", _TEKST, nullable=True),
        sa.Column("verzonden_op", sa.Date(), nullable=True),
        sa.Column("ingetrokken_door", _TEKST, nullable=True),
        sa.Column("ingetrokken_op", _MOMENT, nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        _ouder("rectificatie", "vragenset_id", "vragenset"),
        _ouder("rectificatie", "antwoord_id", "antwoord"),
        sa.ForeignKeyConstraint(
            ["achterhaald_id"],
            ["achterhaald.id"],
            name=op.f("fk_rectificatie_achterhaald_id_achterhaald"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rectificatie")),
    )
    for kolom in ("vragenset_id", "antwoord_id"):
        op.create_index(op.f(f"ix_rectificatie_{kolom}"), "rectificatie", [kolom])
    tellers = sa.table("teller", sa.column("naam", sa.String), sa.column("stand", sa.Integer))
    op.bulk_insert(tellers, [{"naam": "bijdrageherinnering", "stand": 0}])


def downgrade() -> None:
    for tabel in ("rectificatie", "bijdrage", "bijdrageverzoek"):
        op.drop_table(tabel)
    op.execute("DELETE FROM teller WHERE naam = 'bijdrageherinnering'")

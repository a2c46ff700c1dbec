"""the line: assignments, the parafenlijn, initials, remarks, what was weighed, laws, and who is looking"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.create_table(
        "toewijzing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("directie_id", sa.Integer(), nullable=True),
        sa.Column("behandelaar_id", sa.Integer(), nullable=True),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.Column("besluit", _TEKST, nullable=True),
        sa.Column("reden", _TEKST, nullable=True),
        sa.Column("besloten_door", _TEKST, nullable=True),
        sa.Column("besloten_op", _MOMENT, nullable=True),
        sa.Column("opname", sa.JSON(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_toewijzing_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["directie_id"], ["directie.id"], name=op.f("fk_toewijzing_directie_id_directie")),
        sa.ForeignKeyConstraint(
            ["behandelaar_id"], ["gebruiker.id"], name=op.f("fk_toewijzing_behandelaar_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toewijzing")),
    )
    op.create_index(op.f("ix_toewijzing_behandelaar_id"), "toewijzing", ["behandelaar_id"])
    op.create_index(op.f("ix_toewijzing_vragenset_id"), "toewijzing", ["vragenset_id"])
    op.create_table(
        "lijnstap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("directie_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("soort", _TEKST, nullable=False),
        sa.Column("naam", _TEKST, nullable=False),
        sa.Column("rol", _TEKST, nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=True),
        sa.Column("werkdagen", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["directie_id"], ["directie.id"], name=op.f("fk_lijnstap_directie_id_directie"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_lijnstap_gebruiker_id_gebruiker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lijnstap")),
    )
    op.create_index(op.f("ix_lijnstap_directie_id"), "lijnstap", ["directie_id"])
    op.create_table(
        "vervanging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("soort", _TEKST, nullable=False),
        sa.Column("grond", _TEKST, nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_vervanging_gebruiker_id_gebruiker"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_vervanging_door_id_gebruiker"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vervanging")),
    )
    op.create_index(op.f("ix_vervanging_door_id"), "vervanging", ["door_id"])
    op.create_index(op.f("ix_vervanging_gebruiker_id"), "vervanging", ["gebruiker_id"])
    op.create_table(
        "paraaf",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("ronde", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("soort", _TEKST, nullable=False),
        sa.Column("naam", _TEKST, nullable=False),
        sa.Column("rol", _TEKST, nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=True),
        sa.Column("werkdagen", sa.Integer(), nullable=False),
        sa.Column("besluit", _TEKST, nullable=True),
        sa.Column("reden", _TEKST, nullable=True),
        sa.Column("toelichting", _TEKST, nullable=True),
        sa.Column("actor", _TEKST, nullable=True),
        sa.Column("namens", _TEKST, nullable=True),
        sa.Column("moment", _MOMENT, nullable=True),
        sa.Column("gezien", sa.JSON(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_paraaf_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_paraaf_gebruiker_id_gebruiker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paraaf")),
    )
    op.create_index(op.f("ix_paraaf_gebruiker_id"), "paraaf", ["gebruiker_id"])
    op.create_index(op.f("ix_paraaf_vragenset_id"), "paraaf", ["vragenset_id"])
    op.create_table(
        "opmerking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("antwoord_id", sa.Integer(), nullable=False),
        sa.Column("op_id", sa.Integer(), nullable=True),
        sa.Column("antwoordversie", sa.Integer(), nullable=False),
        sa.Column("citaat", _TEKST, nullable=False),
        sa.Column("tekst", _TEKST, nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.Column("opgelost_door", _TEKST, nullable=True),
        sa.Column("opgelost_op", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["antwoord_id"], ["antwoord.id"], name=op.f("fk_opmerking_antwoord_id_antwoord"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["op_id"], ["opmerking.id"], name=op.f("fk_opmerking_op_id_opmerking"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opmerking")),
    )
    op.create_index(op.f("ix_opmerking_antwoord_id"), "opmerking", ["antwoord_id"])
    op.create_index(op.f("ix_opmerking_op_id"), "opmerking", ["op_id"])
    op.create_table(
        "afweging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("code", _TEKST, nullable=False),
        sa.Column("plaats", _TEKST, nullable=False),
        sa.Column("afdruk", _TEKST, nullable=False),
        sa.Column("oordeel", _TEKST, nullable=False),
        sa.Column("reden", _TEKST, nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_afweging_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afweging")),
        sa.UniqueConstraint("vragenset_id", "code", "plaats", "afdruk", name=op.f("uq_afweging_vragenset_id")),
    )
    op.create_index(op.f("ix_afweging_vragenset_id"), "afweging", ["vragenset_id"])
    op.create_table(
        "wet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("titel", _TEKST, nullable=False),
        sa.Column("afkorting", _TEKST, nullable=True),
        sa.Column("bron", _TEKST, nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wet")),
        sa.UniqueConstraint("titel", name=op.f("uq_wet_titel")),
    )
    op.create_table(
        "aanwezigheid",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("label", _TEKST, nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("bewerkt", sa.Boolean(), nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_aanwezigheid_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_aanwezigheid_gebruiker_id_gebruiker"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanwezigheid")),
        sa.UniqueConstraint("vragenset_id", "label", "gebruiker_id", name=op.f("uq_aanwezigheid_vragenset_id")),
    )
    op.create_index(op.f("ix_aanwezigheid_gebruiker_id"), "aanwezigheid", ["gebruiker_id"])
    op.create_index(op.f("ix_aanwezigheid_moment"), "aanwezigheid", ["moment"])
    op.create_index(op.f("ix_aanwezigheid_vragenset_id"), "aanwezigheid", ["vragenset_id"])


def downgrade() -> None:
    for tabel in ("aanwezigheid", "wet", "afweging", "opmerking", "paraaf", "vervanging", "lijnstap", "toewijzing"):
        op.drop_table(tabel)

"""what was taken over sentence by sentence, what is outdated or unusable, passages, saved searches"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.create_table(
        "hergebruikzin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hergebruik_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("zin", _TEKST, nullable=False),
        sa.ForeignKeyConstraint(
            ["hergebruik_id"],
            ["hergebruik.id"],
            name=op.f("fk_hergebruikzin_hergebruik_id_hergebruik"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hergebruikzin")),
    )
    op.create_index(op.f("ix_hergebruikzin_hergebruik_id"), "hergebruikzin", ["hergebruik_id"])
    op.create_table(
        "achterhaald",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("antwoord_id", sa.Integer(), nullable=False),
        sa.Column("reden", _TEKST, nullable=False),
        sa.Column("door", _TEKST, nullable=False),
        sa.Column("sinds", sa.Date(), nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.Column("ingetrokken_door", _TEKST, nullable=True),
        sa.Column("ingetrokken_op", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["antwoord_id"], ["antwoord.id"], name=op.f("fk_achterhaald_antwoord_id_antwoord"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_achterhaald")),
    )
    op.create_index(op.f("ix_achterhaald_antwoord_id"), "achterhaald", ["antwoord_id"])
    op.create_table(
        "niet_bruikbaar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vraag_id", sa.Integer(), nullable=False),
        sa.Column("bron_antwoord_id", sa.Integer(), nullable=False),
        sa.Column("reden", _TEKST, nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["vraag_id"], ["vraag.id"], name=op.f("fk_niet_bruikbaar_vraag_id_vraag"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["bron_antwoord_id"],
            ["antwoord.id"],
            name=op.f("fk_niet_bruikbaar_bron_antwoord_id_antwoord"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_niet_bruikbaar")),
        sa.UniqueConstraint("vraag_id", "bron_antwoord_id", name=op.f("uq_niet_bruikbaar_vraag_id")),
    )
    op.create_index(op.f("ix_niet_bruikbaar_bron_antwoord_id"), "niet_bruikbaar", ["bron_antwoord_id"])
    op.create_index(op.f("ix_niet_bruikbaar_vraag_id"), "niet_bruikbaar", ["vraag_id"])
    op.create_table(
        "bevestiging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("antwoord_id", sa.Integer(), nullable=False),
        sa.Column("afdruk", _TEKST, nullable=False),
        sa.Column("tekst", _TEKST, nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["antwoord_id"], ["antwoord.id"], name=op.f("fk_bevestiging_antwoord_id_antwoord"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bevestiging")),
        sa.UniqueConstraint("antwoord_id", "afdruk", name=op.f("uq_bevestiging_antwoord_id")),
    )
    op.create_index(op.f("ix_bevestiging_antwoord_id"), "bevestiging", ["antwoord_id"])
    op.create_table(
        "passage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("titel", _TEKST, nullable=False),
        sa.Column("tekst", _TEKST, nullable=False),
        sa.Column("eigenaar_id", sa.Integer(), nullable=False),
        sa.Column("geldig_tot", sa.Date(), nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["eigenaar_id"], ["gebruiker.id"], name=op.f("fk_passage_eigenaar_id_gebruiker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passage")),
    )
    op.create_index(op.f("ix_passage_eigenaar_id"), "passage", ["eigenaar_id"])
    op.create_index(op.f("ix_passage_geldig_tot"), "passage", ["geldig_tot"])
    op.create_table(
        "passagegebruik",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("passage_id", sa.Integer(), nullable=False),
        sa.Column("antwoord_id", sa.Integer(), nullable=False),
        sa.Column("verlopen", sa.Boolean(), nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["passage_id"], ["passage.id"], name=op.f("fk_passagegebruik_passage_id_passage")),
        sa.ForeignKeyConstraint(
            ["antwoord_id"], ["antwoord.id"], name=op.f("fk_passagegebruik_antwoord_id_antwoord"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passagegebruik")),
    )
    op.create_index(op.f("ix_passagegebruik_antwoord_id"), "passagegebruik", ["antwoord_id"])
    op.create_index(op.f("ix_passagegebruik_passage_id"), "passagegebruik", ["passage_id"])
    op.create_table(
        "zoekopdracht",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("naam", _TEKST, nullable=False),
        sa.Column("vraag", _TEKST, nullable=False),
        sa.Column("sleutel", _TEKST, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_zoekopdracht_gebruiker_id_gebruiker"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zoekopdracht")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_zoekopdracht_sleutel")),
    )
    op.create_index(op.f("ix_zoekopdracht_gebruiker_id"), "zoekopdracht", ["gebruiker_id"])


def downgrade() -> None:
    op.drop_table("zoekopdracht")
    op.drop_table("passagegebruik")
    op.drop_table("passage")
    op.drop_table("bevestiging")
    op.drop_table("niet_bruikbaar")
    op.drop_table("achterhaald")
    op.drop_table("hergebruikzin")

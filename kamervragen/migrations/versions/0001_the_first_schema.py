"""the first schema"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("actie", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("object", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("resultaat", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("oorsprong", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("actor", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("tijdstip", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("vorige", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_hash")),
    )
    op.create_table(
        "directie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("naam", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directie")),
        sa.UniqueConstraint("code", name=op.f("uq_directie_code")),
    )
    op.create_table(
        "gebruiker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inlognaam", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("naam", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("wachtwoord", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebruiker")),
        sa.UniqueConstraint("inlognaam", name=op.f("uq_gebruiker_inlognaam")),
    )
    op.create_table(
        "inlogpoging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inlognaam", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("oorsprong", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("moment", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inlogpoging")),
    )
    with op.batch_alter_table("inlogpoging", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inlogpoging_inlognaam"), ["inlognaam"], unique=False)
        batch_op.create_index(batch_op.f("ix_inlogpoging_moment"), ["moment"], unique=False)

    op.create_table(
        "motie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kamerstuk", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("indieners", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("onderwerp", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_motie")),
        sa.UniqueConstraint("kamerstuk", name=op.f("uq_motie_kamerstuk")),
    )
    op.create_table(
        "sessie",
        sa.Column("id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("verloopt", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("begonnen", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessie")),
    )
    with op.batch_alter_table("sessie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessie_verloopt"), ["verloopt"], unique=False)

    op.create_table(
        "taak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("gegevens", sa.JSON(), nullable=False),
        sa.Column("sleutel", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("status", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("na", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("bezet_tot", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("fout", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taak")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_taak_sleutel")),
    )
    with op.batch_alter_table("taak", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_taak_na"), ["na"], unique=False)
        batch_op.create_index(batch_op.f("ix_taak_status"), ["status"], unique=False)

    op.create_table(
        "teller",
        sa.Column("naam", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("stand", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("naam", name=op.f("pk_teller")),
    )
    op.create_table(
        "lidmaatschap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("directie_id", sa.Integer(), nullable=True),
        sa.Column("rol", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["directie_id"], ["directie.id"], name=op.f("fk_lidmaatschap_directie_id_directie")),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_lidmaatschap_gebruiker_id_gebruiker"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lidmaatschap")),
    )
    with op.batch_alter_table("lidmaatschap", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lidmaatschap_gebruiker_id"), ["gebruiker_id"], unique=False)

    op.create_table(
        "vragenset",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("zaaknummer", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("onderwerp", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("ingezonden", sa.Date(), nullable=True),
        sa.Column("ontvangen", sa.Date(), nullable=True),
        sa.Column("gedagtekend", sa.Date(), nullable=True),
        sa.Column("inleiding", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("toelichting", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("slot", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("kenmerken", sa.JSON(), nullable=False),
        sa.Column("zie_ook", sa.JSON(), nullable=False),
        sa.Column("directie_id", sa.Integer(), nullable=True),
        sa.Column("behandelaar_id", sa.Integer(), nullable=True),
        sa.Column("vingerafdruk", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["behandelaar_id"], ["gebruiker.id"], name=op.f("fk_vragenset_behandelaar_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(["directie_id"], ["directie.id"], name=op.f("fk_vragenset_directie_id_directie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vragenset")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_vragenset_sleutel")),
        sa.UniqueConstraint("zaaknummer", name=op.f("uq_vragenset_zaaknummer")),
    )
    with op.batch_alter_table("vragenset", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vragenset_behandelaar_id"), ["behandelaar_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_vragenset_ingezonden"), ["ingezonden"], unique=False)
        batch_op.create_index(batch_op.f("ix_vragenset_ontvangen"), ["ontvangen"], unique=False)
        batch_op.create_index(batch_op.f("ix_vragenset_vingerafdruk"), ["vingerafdruk"], unique=False)

    op.create_table(
        "aanhangsel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("nummer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("soort", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("ontvangen", sa.Date(), nullable=True),
        sa.Column("mededeling", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_aanhangsel_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanhangsel")),
        sa.UniqueConstraint("nummer", name=op.f("uq_aanhangsel_nummer")),
    )
    with op.batch_alter_table("aanhangsel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_aanhangsel_vragenset_id"), ["vragenset_id"], unique=False)

    op.create_table(
        "antwoord",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("tekst", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("bewerkt", sa.Boolean(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_antwoord_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_antwoord")),
    )
    with op.batch_alter_table("antwoord", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_antwoord_vragenset_id"), ["vragenset_id"], unique=False)

    op.create_table(
        "betrokkene",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("rol", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("naam", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("fractie", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("functie", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("portefeuille", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_betrokkene_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_betrokkene")),
    )
    with op.batch_alter_table("betrokkene", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_betrokkene_vragenset_id"), ["vragenset_id"], unique=False)

    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("naam", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("soort", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("moment", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_document_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_sha256"), ["sha256"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_vragenset_id"), ["vragenset_id"], unique=False)

    op.create_table(
        "feit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("soort", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("actor", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("toelichting", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("moment", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_feit_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feit")),
    )
    with op.batch_alter_table("feit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feit_vragenset_id"), ["vragenset_id"], unique=False)

    op.create_table(
        "noot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("soort", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("tekst", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("url", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_noot_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_noot")),
        sa.UniqueConstraint("vragenset_id", "soort", "nummer", name=op.f("uq_noot_vragenset_id")),
    )
    with op.batch_alter_table("noot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_noot_vragenset_id"), ["vragenset_id"], unique=False)

    op.create_table(
        "vraag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("label", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("tekst", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_vraag_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vraag")),
        sa.UniqueConstraint("vragenset_id", "label", name=op.f("uq_vraag_vragenset_id")),
    )
    with op.batch_alter_table("vraag", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vraag_vragenset_id"), ["vragenset_id"], unique=False)

    op.create_table(
        "antwoord_vraag",
        sa.Column("antwoord_id", sa.Integer(), nullable=False),
        sa.Column("vraag_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["antwoord_id"], ["antwoord.id"], name=op.f("fk_antwoord_vraag_antwoord_id_antwoord"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["vraag_id"], ["vraag.id"], name=op.f("fk_antwoord_vraag_vraag_id_vraag"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("antwoord_id", "vraag_id", name=op.f("pk_antwoord_vraag")),
    )
    with op.batch_alter_table("antwoord_vraag", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_antwoord_vraag_vraag_id"), ["vraag_id"], unique=False)

    op.create_table(
        "antwoordversie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("antwoord_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("tekst", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("auteur", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("moment", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["antwoord_id"], ["antwoord.id"], name=op.f("fk_antwoordversie_antwoord_id_antwoord"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_antwoordversie")),
        sa.UniqueConstraint("antwoord_id", "versie", name=op.f("uq_antwoordversie_antwoord_id")),
    )
    with op.batch_alter_table("antwoordversie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_antwoordversie_antwoord_id"), ["antwoord_id"], unique=False)

    op.create_table(
        "hergebruik",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("antwoord_id", sa.Integer(), nullable=False),
        sa.Column("bron_antwoord_id", sa.Integer(), nullable=False),
        sa.Column("tekst", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("actor", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("moment", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["antwoord_id"], ["antwoord.id"], name=op.f("fk_hergebruik_antwoord_id_antwoord"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["bron_antwoord_id"],
            ["antwoord.id"],
            name=op.f("fk_hergebruik_bron_antwoord_id_antwoord"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hergebruik")),
    )
    with op.batch_alter_table("hergebruik", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hergebruik_antwoord_id"), ["antwoord_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hergebruik_bron_antwoord_id"), ["bron_antwoord_id"], unique=False)

    op.create_table(
        "motie_antwoord",
        sa.Column("motie_id", sa.Integer(), nullable=False),
        sa.Column("antwoord_id", sa.Integer(), nullable=False),
        sa.Column("zin", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["antwoord_id"], ["antwoord.id"], name=op.f("fk_motie_antwoord_antwoord_id_antwoord"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["motie_id"], ["motie.id"], name=op.f("fk_motie_antwoord_motie_id_motie"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("motie_id", "antwoord_id", name=op.f("pk_motie_antwoord")),
    )
    with op.batch_alter_table("motie_antwoord", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_motie_antwoord_antwoord_id"), ["antwoord_id"], unique=False)

    op.create_table(
        "toezegging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("antwoord_id", sa.Integer(), nullable=False),
        sa.Column("zin", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("begin", sa.Integer(), nullable=False),
        sa.Column("einde", sa.Integer(), nullable=False),
        sa.Column("signaal", sa.JSON(), nullable=False),
        sa.Column("stevigheid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("tijdsaanduiding", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("venster_begin", sa.Date(), nullable=True),
        sa.Column("venster_einde", sa.Date(), nullable=True),
        sa.Column("afleiding", sa.JSON(), nullable=False),
        sa.Column("status", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("interne_dag", sa.Date(), nullable=True),
        sa.Column("reden", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("actor", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["antwoord_id"], ["antwoord.id"], name=op.f("fk_toezegging_antwoord_id_antwoord"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_toezegging_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toezegging")),
        sa.UniqueConstraint("antwoord_id", "zin", name=op.f("uq_toezegging_antwoord_id")),
    )
    with op.batch_alter_table("toezegging", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_toezegging_antwoord_id"), ["antwoord_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_toezegging_status"), ["status"], unique=False)
        batch_op.create_index(batch_op.f("ix_toezegging_venster_einde"), ["venster_einde"], unique=False)
        batch_op.create_index(batch_op.f("ix_toezegging_vragenset_id"), ["vragenset_id"], unique=False)

    op.create_table(
        "voorstel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("antwoord_id", sa.Integer(), nullable=True),
        sa.Column("veld", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("huidig", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("voorgesteld", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("bron", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("besluit", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("actor", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("moment", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["antwoord_id"], ["antwoord.id"], name=op.f("fk_voorstel_antwoord_id_antwoord"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_voorstel_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voorstel")),
    )
    with op.batch_alter_table("voorstel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_voorstel_antwoord_id"), ["antwoord_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_voorstel_vragenset_id"), ["vragenset_id"], unique=False)

    tellers = sa.table("teller", sa.column("naam", sa.String), sa.column("stand", sa.Integer))
    op.bulk_insert(tellers, [{"naam": "audit", "stand": 0}, {"naam": "sleutel", "stand": 0}])


def downgrade() -> None:
    with op.batch_alter_table("voorstel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_voorstel_vragenset_id"))
        batch_op.drop_index(batch_op.f("ix_voorstel_antwoord_id"))

    op.drop_table("voorstel")
    with op.batch_alter_table("toezegging", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_toezegging_vragenset_id"))
        batch_op.drop_index(batch_op.f("ix_toezegging_venster_einde"))
        batch_op.drop_index(batch_op.f("ix_toezegging_status"))
        batch_op.drop_index(batch_op.f("ix_toezegging_antwoord_id"))

    op.drop_table("toezegging")
    with op.batch_alter_table("motie_antwoord", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_motie_antwoord_antwoord_id"))

    op.drop_table("motie_antwoord")
    with op.batch_alter_table("hergebruik", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hergebruik_bron_antwoord_id"))
        batch_op.drop_index(batch_op.f("ix_hergebruik_antwoord_id"))

    op.drop_table("hergebruik")
    with op.batch_alter_table("antwoordversie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_antwoordversie_antwoord_id"))

    op.drop_table("antwoordversie")
    with op.batch_alter_table("antwoord_vraag", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_antwoord_vraag_vraag_id"))

    op.drop_table("antwoord_vraag")
    with op.batch_alter_table("vraag", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vraag_vragenset_id"))

    op.drop_table("vraag")
    with op.batch_alter_table("noot", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_noot_vragenset_id"))

    op.drop_table("noot")
    with op.batch_alter_table("feit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_feit_vragenset_id"))

    op.drop_table("feit")
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_document_vragenset_id"))
        batch_op.drop_index(batch_op.f("ix_document_sha256"))

    op.drop_table("document")
    with op.batch_alter_table("betrokkene", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_betrokkene_vragenset_id"))

    op.drop_table("betrokkene")
    with op.batch_alter_table("antwoord", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_antwoord_vragenset_id"))

    op.drop_table("antwoord")
    with op.batch_alter_table("aanhangsel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_aanhangsel_vragenset_id"))

    op.drop_table("aanhangsel")
    with op.batch_alter_table("vragenset", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vragenset_vingerafdruk"))
        batch_op.drop_index(batch_op.f("ix_vragenset_ontvangen"))
        batch_op.drop_index(batch_op.f("ix_vragenset_ingezonden"))
        batch_op.drop_index(batch_op.f("ix_vragenset_behandelaar_id"))

    op.drop_table("vragenset")
    with op.batch_alter_table("lidmaatschap", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lidmaatschap_gebruiker_id"))

    op.drop_table("lidmaatschap")
    op.drop_table("teller")
    with op.batch_alter_table("taak", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_taak_status"))
        batch_op.drop_index(batch_op.f("ix_taak_na"))

    op.drop_table("taak")
    with op.batch_alter_table("sessie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sessie_verloopt"))

    op.drop_table("sessie")
    op.drop_table("motie")
    with op.batch_alter_table("inlogpoging", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inlogpoging_moment"))
        batch_op.drop_index(batch_op.f("ix_inlogpoging_inlognaam"))

    op.drop_table("inlogpoging")
    op.drop_table("gebruiker")
    op.drop_table("directie")
    op.drop_table("audit")

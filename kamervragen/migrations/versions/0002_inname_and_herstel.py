"""documents wait for a look before they are recorded; what a person mended keeps the source beside it"""

import hashlib
import re

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TEKST = sqlmodel.sql.sqltypes.AutoString()


def upgrade() -> None:
    op.create_table(
        "inname",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", _TEKST, nullable=False),
        sa.Column("sha256", _TEKST, nullable=False),
        sa.Column("status", _TEKST, nullable=False),
        sa.Column("reden", _TEKST, nullable=True),
        sa.Column("verslag", sa.JSON(), nullable=False),
        sa.Column("herstel", sa.JSON(), nullable=False),
        sa.Column("herkomst", _TEKST, nullable=True),
        sa.Column("sleutel", _TEKST, nullable=True),
        sa.Column("uitkomst", _TEKST, nullable=True),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inname")),
    )
    op.create_index(op.f("ix_inname_sha256"), "inname", ["sha256"])
    op.create_index(op.f("ix_inname_status"), "inname", ["status"])
    op.create_table(
        "bronwaarde",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vragenset_id", sa.Integer(), nullable=False),
        sa.Column("veld", _TEKST, nullable=False),
        sa.Column("waarde", _TEKST, nullable=False),
        sa.Column("bron", _TEKST, nullable=False),
        sa.Column("actor", _TEKST, nullable=False),
        sa.Column("moment", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vragenset_id"], ["vragenset.id"], name=op.f("fk_bronwaarde_vragenset_id_vragenset"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bronwaarde")),
        sa.UniqueConstraint("vragenset_id", "veld", name=op.f("uq_bronwaarde_vragenset_id")),
    )
    op.create_index(op.f("ix_bronwaarde_vragenset_id"), "bronwaarde", ["vragenset_id"])
    op.add_column("vragenset", sa.Column("instrument", _TEKST, nullable=False, server_default="schriftelijke_vragen"))
    op.add_column("vraag", sa.Column("afdruk", _TEKST, nullable=False, server_default=""))
    op.create_index(op.f("ix_vraag_afdruk"), "vraag", ["afdruk"])
    op.add_column("document", sa.Column("aantallen", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("document", sa.Column("herkomst", _TEKST, nullable=True))
    _vul_afdrukken()


def _vul_afdrukken() -> None:
    """The fingerprint of every question that is there already, as `storage.vragensets.afdruk` makes it."""
    verbinding = op.get_bind()
    vraag = sa.table("vraag", sa.column("id", sa.Integer), sa.column("tekst", sa.Text), sa.column("afdruk", sa.Text))
    for id, tekst in verbinding.execute(sa.select(vraag.c.id, vraag.c.tekst)).fetchall():
        kaal = re.sub(r"[\W_]+", "", re.sub(r"\[\^\w+\]", "", tekst.casefold()))
        afdruk = hashlib.sha256(kaal.encode()).hexdigest()[:32] if kaal else ""
        verbinding.execute(sa.update(vraag).where(vraag.c.id == id).values(afdruk=afdruk))

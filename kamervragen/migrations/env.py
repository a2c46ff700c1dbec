"""Alembic's environment: runs inside the connection that `storage.engine.migreer` hands over."""

from alembic import context
from sqlmodel import SQLModel


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=False,
)
context.run_migrations()

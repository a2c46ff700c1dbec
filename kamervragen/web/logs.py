"""The log: one line per thing that happened, as text or as JSON."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

_REQUESTS = "kamervragen.verzoek"


class _Json(logging.Formatter):
    """A line as an object; what a request left is part of it."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "ernst": record.levelname.lower(),
            "van": record.name,
        }
        message = record.getMessage()
        line |= json.loads(message) if record.name == _REQUESTS else {"bericht": message}
        if record.exc_info:
            line["spoor"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def to_stderr(*, as_json: bool) -> None:
    """Sends the log of this process to stderr. As text a line per request would only be in the way."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Json() if as_json else logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger(_REQUESTS).setLevel(logging.INFO if as_json else logging.WARNING)

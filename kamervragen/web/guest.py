"""A page with a form for someone who may have no session yet."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response

from kamervragen.web import session
from kamervragen.web.page import pagina


def met_token(request: Request[Any, Any, Any], naam: str, *, houd: bool = False, **gegevens: Any) -> Response[Any]:
    """A form for someone who may have no session: with a token of its own.

    `houd`: with the token his browser has, if any, so that a form in one tab stays good when he opens another. Never
    where one logs in: a cookie that was planted must not be the one that counts.
    """
    if request.state.get("wie") is not None or (houd and request.state.get("token")):
        return pagina(request, naam, **gegevens)
    cookie = session.inlogtoken()
    request.state.token = cookie.value
    antwoord = pagina(request, naam, **gegevens)
    antwoord.cookies.append(cookie)
    return antwoord

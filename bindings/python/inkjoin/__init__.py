"""Inkjoin for asyncio: all of `inkjoin_ffi`, its screens as an asynchronous iterator, and texts made fit to cross."""
from collections.abc import AsyncIterator, Mapping

from inkjoin_ffi import *  # noqa: F403
from inkjoin_ffi import Chosen, Screen, Session


async def screens(session: Session) -> AsyncIterator[Screen]:
    """The session's screens, from the newest to the last. Any number of loops may read them, and leaving one ends nothing else.

    It does not keep the session alive: hold that as long as it shall go on.
    """
    reader = session.screens()
    del session
    try:
        while (screen := await reader.next()) is not None:
            yield screen
    finally:
        reader.end()


def choose(session: Session, screen: Screen, choice: str, answers: Mapping[str, str] | None = None) -> Chosen:
    """Takes a choice of this screen, with the text of each field by the field's id. Raises `ChooseError`.

    Halves of surrogate pairs, which Python's texts may hold and UTF-8 may not, become question marks.
    """
    fit = {_fit(field): _fit(text) for field, text in (answers or {}).items()}
    return session.choose(screen.revision, _fit(choice), fit)


def _fit(text: str) -> str:
    return text.encode("utf-8", "replace").decode()

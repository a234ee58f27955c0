"""Inkjoin for asyncio: all of `inkjoin_ffi`, its screens as an asynchronous iterator, and an end that the interpreter bears."""
import atexit
import time
import weakref
from collections.abc import AsyncIterator, Mapping

import inkjoin_ffi
from inkjoin_ffi import *  # noqa: F403
from inkjoin_ffi import Chosen, LogLevel, Screen

# Longer than the library waits for a port.
_END = 6.0
_started: "weakref.WeakSet[Session]" = weakref.WeakSet()


class Session(inkjoin_ffi.Session):
    __doc__ = inkjoin_ffi.Session.__doc__

    @classmethod
    def start(cls, options, ports):
        session = super().start(options, ports)
        _started.add(session)
        return session

    start.__func__.__doc__ = inkjoin_ffi.Session.start.__doc__


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
    """Takes a choice of this screen, with the text of each field by the field's id. Raises `ChooseError`."""
    return session.choose(screen.revision, choice, dict(answers or {}))


@atexit.register
def _end() -> None:
    """Stops what still runs, and waits until the library calls no port and no sink any more: a thread that comes back into an
    interpreter which has ended takes the process with it. A port that hangs is waited for no longer than the library does."""
    inkjoin_ffi.set_log(None, LogLevel.ERROR)
    for session in list(_started):
        session.stop()
    begun = time.monotonic()
    while inkjoin_ffi.diagnostics().tasks and time.monotonic() - begun < _END:
        time.sleep(0.001)

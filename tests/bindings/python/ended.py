"""A program that ends in the middle of its sessions, for test_end.py: `ended.py HOW`."""
import asyncio
import sys

import inkjoin
from house import Home, Silence

SESSIONS = 20
kept = []


class Log(inkjoin.LogSink):
    def log(self, line):
        pass


async def main(how):
    if how == "logging":
        inkjoin.set_log(Log(), inkjoin.LogLevel.DEBUG)
    for _ in range(SESSIONS):
        session = inkjoin.Session.start(inkjoin.SessionOptions(locale="en"),
                                        inkjoin.Ports(networks=Home(), dns_sd=Silence()))
        kept.append(session)
        inkjoin.choose(session, await session.next_screen(0), "begin")
    for session in kept:
        await session.next_screen(1)
        if how != "running":
            session.stop()
    if how == "dropped":
        kept.clear()


asyncio.run(main(sys.argv[1]))

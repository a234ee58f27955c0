#!/usr/bin/env python3
"""Rows of `cargo xtask bench bindings`: what crossing to Python costs, against a toy with the same public side.

  bench.py            all rows
  bench.py first M    how long module M takes to its first answer, in ms, in this process

Release builds. Ours and the toy's runs are taken in turn, and who begins changes. Nothing leaves the process: the printers are
told by a port, and nobody answers at their address.
"""
import asyncio
import compileall
import enum
import gc
import importlib
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
OUT = ROOT / "target/bindings/release"
sys.path[:0] = [str(path) for path in (OUT / "python", OUT / "toy/python", ROOT / "bindings/python", ROOT / "tests/peers")]
RUNS, USUAL, MANY = 240, 2, 50
# Ours may cost a quarter more.
TARGET = 1.25
ANSWERS = {"user": "owner", "password": "a password of usual length"}


def first(module):
    begun = time.perf_counter()
    importlib.import_module(module).version()
    print((time.perf_counter() - begun) * 1e3)


if sys.argv[1:2] == ["first"]:
    sys.exit(first(sys.argv[2]))

import inkjoin  # noqa: E402
import toy_ffi  # noqa: E402
from bench import row  # noqa: E402  (that of tests/peers)


class Networks(inkjoin.NetworkPort):
    def look(self):
        return inkjoin.NetworkState(home=True, gateway=inkjoin.Gateway(address="127.0.0.1", http_port=9, https_port=9))


class Printers(inkjoin.DnsSdPort):
    """Tells so many printers of one model as soon as it is asked."""

    def __init__(self, count):
        self.count = count

    def browse(self, id, service_types, events):
        for n in range(self.count):
            txt = {"UUID": f"1c852a4d-b800-1f08-abcd-98e7f4{n:06x}", "ty": "HP LaserJet Pro M404dn", "usb_MFG": "HP",
                   "mac": f"98:e7:f4:00:00:{n:02x}"}
            events.resolved(inkjoin.DnsSdInstance(
                service_type="_ipp._tcp.local.", name=f"HP LaserJet Pro M404dn [{n:06X}]", host=f"HP98E7F4{n:06X}.local",
                port=9, addresses=["127.0.0.1"],
                txt=[inkjoin.TxtEntry(key=key, value=value.encode()) for key, value in txt.items()]))

    def stop(self, id):
        pass


def start(printers):
    return inkjoin.Session.start(inkjoin.SessionOptions(locale="en"),
                                 inkjoin.Ports(networks=Networks(), dns_sd=Printers(printers)))


async def until(session, wanted):
    """The newest screen once it is as wanted."""
    after = 0
    while True:
        screen = await asyncio.wait_for(session.next_screen(after), 10)
        if wanted(screen):
            return screen
        after = screen.revision


async def searching(printers=0):
    """A session that looks for printers, and its newest screen."""
    session = start(printers)
    inkjoin.choose(session, await until(session, lambda screen: screen.id == "start"), "begin")
    return session, await until(session, lambda screen: screen.id == "find")


async def at_list(printers):
    """A session whose newest screen lists that many printers, and that screen."""
    session, _screen = await searching(printers)

    def full(screen):
        lists = [block for block in screen.blocks if isinstance(block, inkjoin.Block.PRINTERS)]
        return bool(lists) and len(lists[0].printers) == printers

    return session, await until(session, full)


def weight(value):
    """Characters of all texts, and things that hold others: what crossing has to do with it."""
    if isinstance(value, str):
        return len(value), 0
    if isinstance(value, enum.Enum):
        return 0, 1
    below = value if isinstance(value, list) else list(vars(value).values()) if hasattr(value, "__dict__") else []
    parts = [weight(part) for part in below]
    return sum(part[0] for part in parts), 1 + sum(part[1] for part in parts)


def alike(ours, theirs):
    """Or the ratio would compare two screens. Says how large they are."""
    (texts, things), (their_texts, their_things) = weight(ours), weight(theirs)
    assert things == their_things and abs(texts - their_texts) < texts * 0.05, (weight(ours), weight(theirs))
    return f"{texts} characters in {things} objects"


async def timed(call, unit=1e6):
    begun = time.perf_counter()
    answer = call()
    if asyncio.iscoroutine(answer):
        await answer
    return (time.perf_counter() - begun) * unit


async def turns(ours, theirs):
    """Samples of both, in turn, in µs; some before that are not counted."""
    samples = [], []
    for n in range(-20, RUNS):
        for which in (0, 1) if n % 2 else (1, 0):
            took = await timed((ours, theirs)[which])
            if n >= 0:
                samples[which].append(took)
    return samples


async def screens():
    for printers, name in ((USUAL, "screen of usual size"), (MANY, f"screen with {MANY} printers")):
        session, screen = await at_list(printers)
        toy = toy_ffi.Toy.start(printers)
        note = alike(screen, await toy.next_screen(0))
        ours, theirs = await turns(lambda: session.next_screen(0), lambda: toy.next_screen(0))
        row("bindings", f"{name}, Python", "µs", ours, "toy", theirs, TARGET, note)
        session.stop()


async def choices():
    session, screen = await at_list(USUAL)
    toy = toy_ffi.Toy.start(USUAL)
    ours, theirs = await turns(lambda: session.choose(screen.revision - 1, "back", ANSWERS),
                               lambda: toy.choose(3, "home", ANSWERS))
    row("bindings", "choice on an old screen, Python", "µs", ours, "toy", theirs, TARGET)
    ours, theirs = await taken(session, toy)
    row("bindings", "choice that is taken, Python", "µs", ours, "toy", theirs, TARGET, "with the setup's own step")
    session.stop()


async def taken(session, toy):
    """To the first screen and back to the search: a screen that changed meanwhile makes a choice stale, which isn't counted."""
    ours, theirs = [], []
    for n in range(RUNS):
        # What else moves the screen comes before the next choice, as with a person.
        await asyncio.sleep(0.05)
        screen = await session.next_screen(0)
        there, choice = ("start", "back") if screen.id == "find" else ("find", "begin")
        mine, toys = (session, screen.revision, choice), (toy, 4, "home")
        if n % 2:
            (took, said), (other, _) = call(*mine), call(*toys)
        else:
            (other, _), (took, said) = call(*toys), call(*mine)
        if said != "ACCEPTED":
            continue
        ours.append(took)
        theirs.append(other)
        await until(session, lambda screen: screen.id == there)
    return ours, theirs


def call(session, revision, choice):
    """In µs, and what was answered."""
    begun = time.perf_counter()
    answer = session.choose(revision, choice, {})
    return (time.perf_counter() - begun) * 1e6, answer.name


async def ends():
    """In ms: from the last reference gone to the last task gone; from cancel to the closing screen in hand."""
    dropped, cancelled = [], []
    for _ in range(RUNS):
        session, _screen = await at_list(USUAL)
        begun = time.perf_counter()
        del session
        while inkjoin.diagnostics() != inkjoin.Diagnostics(sessions=0, tasks=0):
            assert time.perf_counter() - begun < 10, inkjoin.diagnostics()
            await asyncio.sleep(0)
        dropped.append((time.perf_counter() - begun) * 1e3)
        # Nothing is found, or the list's own changes would use up the four screens of a second, and the last one waits.
        session, _screen = await searching()
        begun = time.perf_counter()
        session.cancel()
        await until(session, lambda screen: screen.last)
        cancelled.append((time.perf_counter() - begun) * 1e3)
        del session
        while inkjoin.diagnostics().tasks:
            await asyncio.sleep(0.001)
    row("bindings", "session dropped to its last task gone, Python", "ms", dropped, None, None)
    row("bindings", "cancel to the closing screen, Python", "ms", cancelled, None, None)


def first_calls():
    # As an installed package is: whether it could write its bytecode beside it is the machine's affair.
    for path in (OUT / "python", OUT / "toy/python"):
        compileall.compile_dir(path, quiet=1)
    samples = {"inkjoin_ffi": [], "toy_ffi": []}
    for n in range(-2, RUNS):
        for module in sorted(samples, reverse=n % 2 == 0):
            said = subprocess.run([sys.executable, __file__, "first", module], capture_output=True, text=True, check=True)
            if n >= 0:
                samples[module].append(float(said.stdout))
    row("bindings", "first call with import, Python", "ms", samples["inkjoin_ffi"], "toy", samples["toy_ffi"], TARGET)


async def main():
    gc.collect()
    await screens()
    await choices()
    await ends()


first_calls()
asyncio.run(main())

"""What a session in Python bears: calls after its end, texts of all kinds, waits given up, threads; and what is left of it."""
import asyncio
import gc
import os
import pathlib
import threading
import time

import inkjoin
import pytest
from house import DnsSd, Home, House, Memory, Networks, Silence, Vault

SOON = 10
# The sockets of one process, and its memory in KiB.
FILES = pathlib.Path("/proc/self/fd")
ODD = ["", "\0", "a\0b", "\ud800", "x\udfffy", "\u202e\u2066evil", "1" * (1 << 20)]


def start(**ports):
    ports = inkjoin.Ports(**{"networks": Home(), "dns_sd": Silence(), **ports})
    return inkjoin.Session.start(inkjoin.SessionOptions(locale="en"), ports)


def sockets():
    links = []
    for file in FILES.iterdir():
        try:
            links.append(os.readlink(file))
        except OSError:
            pass
    return sum(link.startswith("socket:") for link in links)


def resident():
    status = pathlib.Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


def until(done, what):
    begun = time.monotonic()
    while not done():
        assert time.monotonic() - begun < SOON, what
        time.sleep(0.0005)
    return time.monotonic() - begun


async def at(session, id):
    async for screen in inkjoin.screens(session):
        if screen.id == id:
            return screen
    raise AssertionError(f"{id} did not come")


def run(work):
    return asyncio.run(asyncio.wait_for(work, SOON))


def test_calls_after_the_end():
    session = start()
    first = run(at(session, "start"))
    session.stop()
    assert run(session.next_screen(first.revision)) is None
    with pytest.raises(inkjoin.ChooseError.Ended):
        inkjoin.choose(session, first, "begin")
    session.cancel(), session.resumed(), session.network_changed(), session.set_locale("de"), session.stop()
    assert session.reveal(1) is None and session.outcome() is None and session.now_ms() > 0


def test_a_choice_that_is_not_on_the_screen():
    session = start()
    first = run(at(session, "start"))
    for choice in ["no-such-choice", *ODD]:
        with pytest.raises(inkjoin.ChooseError.UnknownChoice):
            inkjoin.choose(session, first, choice)
    assert session.choose(2 ** 64 - 1, "begin", {}) == inkjoin.Chosen.STALE
    assert run(session.next_screen(0)) == first


def test_texts_of_all_kinds():
    session = start()
    inkjoin.choose(session, run(at(session, "start")), "begin")
    inkjoin.choose(session, run(at(session, "find")), "type-address")
    address = run(at(session, "address"))
    with pytest.raises(inkjoin.ChooseError.MissingAnswer) as missing:
        inkjoin.choose(session, address, "ask")
    assert missing.value.field == "address"
    for text in ODD:
        if len(text) > 256:
            with pytest.raises(inkjoin.ChooseError.TooLong):
                inkjoin.choose(session, address, "ask", {"address": text})
            continue
        assert inkjoin.choose(session, address, "ask", {"address": text}) == inkjoin.Chosen.ACCEPTED
        address = run(session.next_screen(address.revision))
        assert [b.problem for b in address.blocks if isinstance(b, inkjoin.Block.FIELD)][0], repr(text)
    for tag in ["tlh", *ODD]:
        session.set_locale(tag)
        assert inkjoin.check_pin(f"1234{tag}") != inkjoin.check_pin("12345670")
    assert inkjoin.check_pin("1234 5670") and inkjoin.check_pin("1" * (1 << 20)) == inkjoin.check_pin("1" * 500)


def test_any_number_of_loops_see_the_last_screen_and_leaving_one_ends_nothing():
    async def work():
        session = start()
        ends = [asyncio.create_task(read(session)) for _ in range(5)]
        left = asyncio.create_task(at(session, "start"))
        await left
        session.cancel()
        assert {await end for end in ends} == {"ended"}

    async def read(session):
        return [screen.id async for screen in inkjoin.screens(session)][-1]

    run(work())


def test_a_wait_given_up_swallows_nothing():
    async def work():
        session = start()
        first = await session.next_screen(0)
        for _ in range(50):
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(session.next_screen(first.revision), 0.001)
        reader = session.screens()
        assert await reader.next() == first
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(reader.next(), 0.01)
        inkjoin.choose(session, first, "begin")
        assert (await reader.next()).id == "find"

    run(work())


def test_a_session_dropped_while_its_wait_is_pending():
    async def work():
        session = start()
        reader = session.screens()
        await reader.next()
        wait = asyncio.create_task(reader.next())
        await asyncio.sleep(0.01)
        del session
        gc.collect()
        return await wait

    assert run(work()) is None


def test_cancel_from_another_thread_at_every_screen():
    for place in ["start", "find", "address"]:
        async def work():
            session = start()
            async for screen in inkjoin.screens(session):
                if screen.id == place:
                    threading.Thread(target=session.cancel).start()
                elif screen.id == "start":
                    inkjoin.choose(session, screen, "begin")
                elif screen.id == "find":
                    inkjoin.choose(session, screen, "type-address")
            return session.outcome()

        assert run(work()) == inkjoin.Outcome.CANCELLED(), place


def test_what_is_saved_and_cannot_be_read():
    class Broken(Memory):
        def load(self):
            raise OSError("no")

    for store, problem in [(Memory(), None), (Broken(), inkjoin.RestoreProblem.DAMAGED)]:
        assert start(store=store).restore_problem() == problem
    for kept in [b"", b"\0" * 100_000, b'{"schema":99}', b"[" * 60_000]:
        odd = Memory()
        odd.kept = kept
        assert start(store=odd).restore_problem() is not None


def test_a_routers_certificate_is_known_to_the_next_session():
    """The lab's router shows another one after it was asked once. What is kept is the only thing that tells."""
    vault, wanted = Vault(), ("ways", "certificate-changed")
    with House("laserjet-pin-https", 4) as house:
        def to(screens, vault):
            session = start(networks=Networks(house), dns_sd=DnsSd(house), vault=vault)
            return session, run(walk(session, screens))

        house.ask({"do": "fault", "at": "router.list", "knob": "certificate-changed"})
        assert to(wanted, vault)[1].id == "ways"
        first = vault.kept["pins"]
        assert to(wanted, None)[1].id == "ways", "who keeps nothing sees it for the first time"
        session, asked = to(wanted, vault)
        assert asked.id == "certificate-changed" and vault.kept["pins"] == first
        known, shown = next(b.details for b in asked.blocks if isinstance(b, inkjoin.Block.DETAILS))
        assert known.value != shown.value
        inkjoin.choose(session, asked, "trust-router")
        run(walk(session, ("ways",)))
        assert vault.kept["pins"] != first and list(vault.kept) == ["pins"]
        assert to(wanted, vault)[1].id == "ways"
        vault.kept["pins"] = b"[" * 60_000
        assert to(wanted, vault)[1].id == "ways"
        vault.broken = True
        assert to(wanted, vault)[1].id == "ways"


async def walk(session, screens):
    usual = {"start": "begin", "already-online": "connect", "find": "printer:"}
    async for screen in inkjoin.screens(session):
        if screen.id in screens:
            return screen
        for choice in screen.choices:
            if screen.id in usual and choice.id.startswith(usual[screen.id]):
                inkjoin.choose(session, screen, choice.id)


def test_the_last_task_and_socket_are_soon_gone(record_property):
    """After `stop` and after the last reference, in the middle of talking to the printer and the router."""
    for how in ("stop", "drop"):
        with House("wpa3-only", 1) as house:
            from person import Person
            idle, closed = inkjoin.diagnostics(), sockets()
            scene = {"speed": 1}
            session = Person(house, scene, {}).start(Memory())
            router = house.info["router"]
            inputs = {"user": router["user"], "password": router["password"]}
            run(walk_to_waiting(session, inputs))
            assert inkjoin.diagnostics().tasks > idle.tasks and sockets() > closed
            if how == "stop":
                session.stop()
            else:
                del session
                gc.collect()
            took = until(lambda: inkjoin.diagnostics().tasks <= idle.tasks, "tasks")
            took += until(lambda: sockets() <= closed, "sockets")
        record_property("scene", f"{how} to the last task and socket gone | {took * 1000:.1f} ms")


async def walk_to_waiting(session, inputs):
    usual = {"start": "begin", "already-online": "connect", "ways": "way:read:router", "sign-in": "sign-in", "find": "printer:"}
    async for screen in inkjoin.screens(session):
        if screen.id == "waiting":
            return
        for choice in screen.choices:
            if screen.id in usual and choice.id.startswith(usual[screen.id]):
                inkjoin.choose(session, screen, choice.id, {field: inputs[field] for field in choice.needs})


def test_cancel_to_the_closing_screen(record_property):
    async def work():
        session = start()
        first = await session.next_screen(0)
        begun = time.monotonic()
        session.cancel()
        assert (await session.next_screen(first.revision)).id in ("closing", "ended")
        return time.monotonic() - begun

    record_property("scene", f"cancel to the closing screen | {run(work()) * 1000:.1f} ms")


def test_memory_of_a_thousand_sessions(record_property):
    sizes = {}
    for n in range(1, 1_001):
        session = start()
        run(session.next_screen(0))
        del session
        if n in (200, 1_000):
            until(lambda: inkjoin.diagnostics().sessions == 0, "sessions")
            gc.collect()
            sizes[n] = resident()
    grown = sizes[1_000] - sizes[200]
    record_property("scene", f"sessions 200 to 1000 | {grown:+} KiB resident, {sizes[1_000]} in all")
    assert grown < 1_024

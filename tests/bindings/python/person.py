"""A person who does what a scene says, at the screens that the session draws."""
import asyncio
import json

import inkjoin
from house import TRACES, DnsSd, Log, Memory, Networks, SetupWifi

# Of one scene, in real time.
LIMIT = 60


def outcome(of):
    """As scenes.json writes it: `joined printer-answered`."""
    if of is None:
        return None
    more = [getattr(of, name) for name in ("proof", "reason", "check") if hasattr(of, name)]
    names = [more[0].name if hasattr(more[0], "name") else type(more[0]).__name__] if more else []
    return " ".join(name.split(".")[-1].lower().replace("_", "-") for name in (type(of).__name__, *names))


class Person:
    def __init__(self, house, scene, answers):
        self.house, self.scene, self.answers = house, scene, answers
        self.store, self.done, self.chosen, self.screens = Memory(), set(), set(), []
        self.ports = inkjoin.Ports(networks=Networks(house), dns_sd=DnsSd(house, scene.get("dns-sd", "thread")),
                                   setup_wifi=SetupWifi(house) if "setup-wifi" in scene else None, store=self.store)

    def start(self, store):
        ports = inkjoin.Ports(networks=self.ports.networks, dns_sd=self.ports.dns_sd,
                              setup_wifi=self.ports.setup_wifi, store=store)
        return inkjoin.Session.start(inkjoin.SessionOptions(locale="en", clock_rate=self.scene["speed"]), ports)

    async def walk(self, scene=None, store=None):
        """From the first screen to the last; the outcome."""
        scene = scene or self.scene
        session, restarted = self.start(store or self.store), False
        while True:
            async for screen in inkjoin.screens(session):
                self.screens.append(screen)
                self.look(session, screen)
                if await self.act(session, screen, scene) == "restart" and not restarted:
                    restarted = True
                    break
            else:
                return session.outcome()
            session.stop()
            session = self.start(store or self.store)

    def look(self, session, screen):
        """As a UI does: the PIN is revealed while drawing."""
        for block in screen.blocks:
            if isinstance(block, inkjoin.Block.PIN):
                session.reveal(block.secret_id)

    async def act(self, session, screen, scene):
        what = scene["at"].get(screen.id)
        if (session, screen.id) in self.chosen:
            what = what.get("again", what)
        notices = sum(isinstance(block, inkjoin.Block.NOTICE) for block in screen.blocks)
        if not what or notices < what.get("notices", 0):
            return None
        call = what.get("call")
        if call == "cancel":
            session.cancel()
        elif call == "second" and "second" not in self.done:
            self.done.add("second")
            second = self.scene["second"]
            before = len(self.screens)
            ended = await self.walk(second, Memory())
            assert outcome(ended) == second["outcome"]
            sees(second["sees"], [screen.id for screen in self.screens[before:]])
            session.cancel()
        if "lab" in what and screen.id not in self.done:
            self.done.add(screen.id)
            self.house.ask(what["lab"])
        fits = [choice for choice in screen.choices if choice.id.startswith(what.get("choose", "\0"))]
        if fits and not call:
            answers = {field: self.answers[field] for field in fits[0].needs}
            if inkjoin.choose(session, screen, fits[0].id, answers) == inkjoin.Chosen.ACCEPTED:
                self.chosen.add((session, screen.id))
        return call

    def trace(self, folder, log):
        """All that was shown, saved and logged, for the scan for secrets."""
        folder = TRACES / folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "canaries.json").write_text(json.dumps(self.house.info["canaries"]))
        (folder / "transcript.txt").write_text("\n".join(f"{screen!r}\n{screen!s}" for screen in self.screens))
        (folder / "state.txt").write_bytes(b"\n".join(self.store.all))
        (folder / "log.txt").write_text("\n".join(log.lines))


def sees(wanted, seen):
    """All of them, in this order; others may come in between."""
    left = iter(seen)
    missing = [id for id in wanted if id not in left]
    assert not missing, f"{missing} in {seen}"


def value(of, path):
    """`router.user` in the lab's line of JSON."""
    for step in path.split("."):
        of = of[int(step)] if step.isdigit() else of.get(step)
    return of


async def scene(house, told, answers, log):
    person = Person(house, told, {field: value(house.info, path) for field, path in answers.items()})
    try:
        ended = await asyncio.wait_for(person.walk(), LIMIT)
    finally:
        person.trace("python-" + told["name"].replace(" ", "_").replace(",", ""), log)
    sees(told["sees"], [screen.id for screen in person.screens])
    assert outcome(ended) == told["outcome"]
    for path, wanted in told.get("then", {}).items():
        assert value(house.state(), path) == wanted, path

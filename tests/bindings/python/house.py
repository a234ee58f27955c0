"""A house: a scene of the lab, and the phone's ports in it."""
import json
import os
import pathlib
import socket
import subprocess
import threading

import inkjoin

ROOT = pathlib.Path(__file__).resolve().parents[3]
LAB = os.environ.get("INKJOIN_LAB", str(ROOT / "target/debug/inkjoin-lab"))
SCENES = json.loads((ROOT / "tests/bindings/scenes.json").read_text(encoding="utf-8"))
TRACES = ROOT / "target/traces"
# Of one answer of the lab.
ANSWER = 5
# Between two looks at what the lab announces.
LOOK = 0.05
# The discard port, where nobody listens.
NOBODY = 9


class Home(inkjoin.NetworkPort):
    """At home, where no router is known."""

    def look(self):
        return inkjoin.NetworkState(home=True)


class Silence(inkjoin.DnsSdPort):
    """Nothing is announced."""

    def browse(self, id, service_types, events):
        pass

    def stop(self, id):
        pass


class House:
    """The lab serves one scene until it is closed; it announces nothing itself."""

    def __init__(self, scene, speed):
        command = [LAB, "serve", scene, "--json", "--speed", str(speed), "--no-announce"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.info = json.loads(self.process.stdout.readline())

    def ask(self, verb):
        host, port = self.info["control"].split(":")
        with socket.create_connection((host, int(port)), ANSWER) as control:
            control.sendall(json.dumps(verb).encode() + b"\n")
            return json.loads(control.makefile().readline())

    def state(self):
        return self.ask({"do": "state"})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(ANSWER)


class Networks(inkjoin.NetworkPort):
    """The lab's phone."""

    def __init__(self, house):
        self.house = house

    def look(self):
        on = self.house.state()["phone"]
        home = on in ("home", "both", "vpn")
        router = self.house.info["router"]
        address, http, https = [(router["http"] or router["https"]).split(":")[0],
                                *(int(at.split(":")[1]) if at else NOBODY for at in (router["http"], router["https"]))]
        gateway = inkjoin.Gateway(address=address, http_port=http, https_port=https)
        setup = self.house.info["printers"][0]["setup"] if on in ("setup", "both") else None
        return inkjoin.NetworkState(home=home, gateway=gateway if home else None, setup=setup, vpn=on == "vpn",
                                    mobile=on == "mobile")


class DnsSd(inkjoin.DnsSdPort):
    """Tells what the lab would announce: from a thread for each browse; `inside` the call; or it `throws`, or `hangs`."""

    def __init__(self, house, how="thread"):
        self.house, self.how, self.ends = house, how, {}
        self.over = threading.Event()

    def browse(self, id, service_types, events):
        assert "_ipp._tcp.local." in service_types
        if self.how == "throws":
            raise RuntimeError(self.house.info["router"]["password"])
        if self.how == "hangs":
            self.over.wait()
        self.ends[id] = end = threading.Event()
        if self.how == "inside":
            for known, now in zip(self.house.info["printers"], self.house.state()["printers"]):
                events.resolved(instance(known, now["announced"]))
            return
        threading.Thread(target=self.tell, args=(events, end), daemon=True).start()

    def tell(self, events, end):
        told = {}
        while not end.is_set():
            try:
                printers = self.house.state()["printers"]
            except OSError:
                return
            for told_as, (known, now) in enumerate(zip(self.house.info["printers"], printers)):
                at = now["announced"]
                if told.get(told_as) != at:
                    told[told_as] = at
                    events.gone(*service_and_name(known)) if at is None else events.resolved(instance(known, at))
            end.wait(LOOK)

    def stop(self, id):
        self.ends.pop(id).set()


class SetupWifi(inkjoin.SetupWifiPort):
    """Moves the lab's phone, and says so more often than it should."""

    def __init__(self, house):
        self.house = house

    def join(self, id, prefixes, answer):
        assert "HP-Setup" in prefixes
        self.house.ask({"do": "phone", "on": "setup"})
        answer.joined()
        answer.joined()
        answer.failed(inkjoin.PortError.Failed())

    def leave(self, id):
        self.house.ask({"do": "phone", "on": "home"})


def service_and_name(printer):
    return "_ipp._tcp.local.", printer["name"]


def instance(printer, at):
    """A printer as DNS-SD tells it. `at`: address and port of its web server."""
    address, port = at.split(":")
    service, name = service_and_name(printer)
    model = name.split(" [")[0]
    txt = {"UUID": printer["uuid"], "ty": model, "usb_MFG": "HP", "adminurl": f"http://{at}/", "mac": printer["mac"]}
    return inkjoin.DnsSdInstance(
        service_type=service, name=name, host=f"{printer['serial']}.local", port=int(port), addresses=[address],
        txt=[inkjoin.TxtEntry(key=key, value=value.encode()) for key, value in txt.items()])


class Memory(inkjoin.StorePort):
    """Keeps the saved session, and all that was ever saved for the trace."""

    def __init__(self):
        self.kept, self.all = None, []

    def save(self, session):
        self.kept = session
        self.all.append(session)

    def load(self):
        return self.kept

    def clear(self):
        self.kept = None


class Vault(inkjoin.VaultPort):
    """Keeps what it is given; `broken`: fails at everything."""

    def __init__(self):
        self.kept, self.broken = {}, False

    def whole(self):
        if self.broken:
            raise OSError("no")

    def save(self, name, secret):
        self.whole()
        self.kept[name] = secret

    def load(self, name):
        self.whole()
        return self.kept.get(name)

    def remove(self, name):
        self.whole()
        self.kept.pop(name, None)


class Log(inkjoin.LogSink):
    def __init__(self):
        self.lines = []

    def log(self, line):
        self.lines.append(f"{line.level.name} {line.part} {line.text}")

"""The bed's process: the house, the daemons, and a control socket. Started by bed.py, it ends with its standard input.

The control socket takes one line, fields separated by tabs, and answers until it closes:
  ctl WHO COMMAND              a control-interface command; WHO is ap or printer; in the air also ap2, printer2
  wait WHO PATTERN SECS SINCE  "SECONDS EVENT" of the first such event, or TIMEOUT; WHO also bed (PRINTER-JOINED, -LEFT)
  events WHO | log WHO | conf WHO
  restart [OPTION...]          fresh daemons, e.g. ap.ssid=Other
  start WHO [OPTION...]        ap2 or printer2, the neighbour's
  cable up | down              the printer's network cable
  mistake PIN                  at its next start the printer uses this PIN, whatever it is told
  state                        JSON: since (wall clock), joined (seconds since then, or null)
Seconds count from the last restart.
"""
import json
import os
import socketserver
import sys
import threading
import time

import rooms
from air import Air
from daemons import Journal
from house import House
from wired import Wired

KINDS = {kind.KIND: kind for kind in (Wired, Air)}


class Server:
    def __init__(self, config):
        self.dir = config["dir"]
        self.since, self.joined = time.time(), None
        self.journal = Journal()
        rooms.leave_host()
        self.house = House(config["mac"], config["cable"])
        self.daemons = KINDS[config["kind"]](self.dir, self.house, self.journal, self.join)
        self.restart(config["options"])

    def join(self, up):
        if (self.joined is not None) == up:
            return
        self.house.wifi(up)
        self.joined = time.time() - self.since if up else None
        self.journal.add("bed", "PRINTER-JOINED" if up else "PRINTER-LEFT")

    def restart(self, options):
        self.join(False)
        self.daemons.restart(options)
        self.since = time.time()
        return "OK"

    def start(self, who, *options):
        self.daemons.start(who, options)
        return "OK"

    def wait(self, who, pattern, secs="30", since="0"):
        found = self.journal.wait(who, pattern, float(secs), self.since + float(since))
        return f"{found[0] - self.since:.6f} {found[1]}" if found else "TIMEOUT"

    def events(self, who):
        return "\n".join(f"{at - self.since:.6f} {text}" for at, text in self.journal.of(who) if at >= self.since)

    def cable(self, what):
        return "OK" if self.house.cable(what == "up") else "FAIL no cable was laid"

    def state(self):
        return json.dumps({"since": self.since, "joined": self.joined})

    def answer(self, words):
        verbs = {"ctl": lambda who, *rest: self.daemons.ask(who, " ".join(rest)), "wait": self.wait, "events": self.events,
                 "log": lambda who: self.daemons.file(who + ".log"), "conf": lambda who: self.daemons.file(who + ".conf"),
                 "restart": lambda *options: self.restart(options), "start": self.start, "cable": self.cable,
                 "mistake": self.daemons.mistake, "state": self.state}
        if words[0] not in verbs:
            return "FAIL no such verb"
        try:
            return verbs[words[0]](*words[1:])
        except (OSError, TypeError, ValueError) as fault:
            return f"FAIL {type(fault).__name__}: {fault}"

    def serve(self):
        server = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                words = self.rfile.readline().decode(errors="replace").rstrip("\n").split("\t")
                try:
                    self.wfile.write(server.answer(words).encode() + b"\n")
                except OSError:
                    pass

        class Socket(socketserver.ThreadingUnixStreamServer):
            daemon_threads = True

        socket = Socket(f"{self.dir}/sock", Handler)
        os.chmod(f"{self.dir}/sock", 0o600)
        threading.Thread(target=socket.serve_forever, daemon=True).start()
        rooms_of = {"router": os.getpid(), "phone": self.house.phone.pid, "printer": self.house.printer.pid}
        print(json.dumps({"rooms": rooms_of}), flush=True)
        sys.stdin.read()                    # whoever started us is gone, or wants us gone
        self.daemons.stop()
        self.house.end()


if __name__ == "__main__":
    Server(json.loads(sys.argv[1])).serve()

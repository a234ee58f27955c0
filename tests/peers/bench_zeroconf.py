"""The peer python-zeroconf: `bench_zeroconf.py COUNT` prints "ready" when it is loaded and a line per printer that it resolved.

Run by the Python that Debian's package was built for.
"""
import sys
import threading

from zeroconf import ServiceBrowser, Zeroconf

print("ready", flush=True)
COUNT, LIMIT = int(sys.argv[1]), 10
told, turn, done = set(), threading.Lock(), threading.Event()


class Listener:
    def add_service(self, zeroconf, kind, name):
        threading.Thread(target=self.resolve, args=(zeroconf, kind, name), daemon=True).start()

    def update_service(self, zeroconf, kind, name):
        pass

    def remove_service(self, zeroconf, kind, name):
        pass

    def resolve(self, zeroconf, kind, name):
        info = zeroconf.get_service_info(kind, name, timeout=LIMIT * 1000)
        if not info or not info.addresses or b"UUID" not in info.properties:
            return
        with turn:
            if name not in told:
                told.add(name)
                print(info.parsed_addresses()[0], info.port, name, flush=True)
            if len(told) >= COUNT:
                done.set()


ServiceBrowser(Zeroconf(), "_ipp._tcp.local.", Listener())
done.wait(LIMIT)

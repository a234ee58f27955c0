"""BlueZ as somebody who scans sees it, on the bus that the first argument (JSON) names; bed.py starts it with the Python of
the unpacked tree. No kernel, no controller: devices "advertise" by a timer while discovery runs.

  bus      address of the bus
  adapter  on, off, none; refuses (discovery), silent (answers nothing), goes_off and unplugged (soon after discovery began)
  devices  [{address, random?, name?, alias?, companies?, services?, data_for?, rssi?, after_ms?, leaves_ms?, remembered?}];
           16-bit numbers in hex; a remembered one is known from earlier and isn't heard now

What is asked of it and what becomes of the adapter goes to standard output, a JSON object a line. The first says `ready`;
it ends with its standard input, and the last says how the adapter was left. As with BlueZ a new device appears at once with
all it told (InterfacesAdded), its signal strength changes after that, and starting discovery on an adapter that is off is
refused. Missing: GATT, pairing, filters.
"""
import json
import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

ADAPTER, DEVICE = "org.bluez.Adapter1", "org.bluez.Device1"
PROPERTIES, MANAGER = "org.freedesktop.DBus.Properties", "org.freedesktop.DBus.ObjectManager"
HCI = "/org/bluez/hci0"
SOON, AGAIN = 300, 400                                  # ms


def tell(what, **more):
    print(json.dumps({"what": what, **more}), flush=True)


def error(name, text):
    return dbus.DBusException(text, name=f"org.bluez.Error.{name}")


def text(words):
    return dbus.Array(words, signature="s")


def uuid(short):
    return f"0000{short.lower()}-0000-1000-8000-00805f9b34fb"


class Node(dbus.service.Object):
    """An object of one interface; what it has is in `values`."""

    def __init__(self, bus, path, interface, values):
        super().__init__(bus, path)
        self.path, self.interface, self.values = path, interface, dbus.Dictionary(values, signature="sv")

    def change(self, name, value):
        self.values[name] = value
        self.PropertiesChanged(self.interface, dbus.Dictionary({name: value}, signature="sv"), text([]))

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return self.values if interface == self.interface else dbus.Dictionary(signature="sv")

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, _interface, name):
        return self.values[name]

    @dbus.service.method(PROPERTIES, in_signature="ssv")
    def Set(self, _interface, name, value):
        tell("set", property=str(name), to=str(value))
        self.change(name, value)

    @dbus.service.signal(PROPERTIES, signature="sa{sv}as")
    def PropertiesChanged(self, interface, changed, invalidated):
        """Sent by calling it."""


class Adapter(Node):
    def __init__(self, world, on):
        super().__init__(world.bus, HCI, ADAPTER, {
            "Address": "02:00:00:00:0B:00", "AddressType": "public", "Name": "bed", "Alias": "bed", "Class": dbus.UInt32(0),
            "Powered": on, "Discoverable": False, "DiscoverableTimeout": dbus.UInt32(180), "Pairable": False,
            "PairableTimeout": dbus.UInt32(0), "Discovering": False, "UUIDs": text([]), "Modalias": "usb:v1D6Bp0246d0542"})
        self.world = world

    @dbus.service.method(ADAPTER, in_signature="a{sv}")
    def SetDiscoveryFilter(self, wanted):
        tell("filter", uuids=[str(one) for one in wanted.get("UUIDs", [])])

    @dbus.service.method(ADAPTER)
    def StartDiscovery(self):
        tell("start", powered=bool(self.values["Powered"]))
        if self.world.mode == "refuses":
            raise error("Failed", "Input/output error")
        if not self.values["Powered"]:
            raise error("NotReady", "Resource Not Ready")
        self.change("Discovering", True)
        self.world.begin()

    @dbus.service.method(ADAPTER)
    def StopDiscovery(self):
        tell("stop")
        if not self.values["Discovering"]:
            raise error("Failed", "No discovery started")
        self.change("Discovering", False)

    def goes_off(self):
        tell("goes off")
        self.change("Discovering", False)
        self.change("Powered", False)


class World(dbus.service.Object):
    """The root object: who is there."""

    def __init__(self, bus, mode, devices):
        super().__init__(bus, "/")
        self.bus, self.mode, self.air, self.known = bus, mode, [], {}
        self.adapter = None if mode == "none" else Adapter(self, on=mode != "off")
        for one in devices:
            if one.get("remembered"):
                self.node(one)
            else:
                self.air.append(one)

    def node(self, one, **heard):
        node = Node(self.bus, f"{HCI}/dev_{one['address'].replace(':', '_')}", DEVICE, {**device(one), **heard})
        self.known[node.path] = node
        return node

    def begin(self):
        for one in self.air:
            GLib.timeout_add(one.get("after_ms", 0), self.appear, one)
        if self.mode == "goes_off":
            GLib.timeout_add(SOON, self.adapter.goes_off)
        if self.mode == "unplugged":
            GLib.timeout_add(SOON, self.unplug)

    def discovering(self):
        return self.adapter is not None and self.adapter.values["Discovering"]

    def appear(self, one):
        if self.discovering():
            node = self.node(one, RSSI=dbus.Int16(one.get("rssi", -60)))
            tell("appears", address=one["address"])
            self.InterfacesAdded(node.path, {DEVICE: node.values})
            GLib.timeout_add(AGAIN, self.heard_again, node)
            if "leaves_ms" in one:
                GLib.timeout_add(one["leaves_ms"], self.leave, node, DEVICE)

    def heard_again(self, node):
        there = self.discovering() and node.path in self.known
        if there:
            node.change("RSSI", dbus.Int16(node.values["RSSI"] ^ 1))
        return there

    def leave(self, node, interface):
        if self.known.pop(node.path, None) or interface == ADAPTER:
            node.remove_from_connection()
            self.InterfacesRemoved(node.path, text([interface]))

    def unplug(self):
        tell("unplugged")
        for node in list(self.known.values()):
            self.leave(node, DEVICE)
        adapter, self.adapter = self.adapter, None
        self.leave(adapter, ADAPTER)

    @dbus.service.method(MANAGER, out_signature="a{oa{sa{sv}}}", async_callbacks=("answer", "_fail"))
    def GetManagedObjects(self, answer, _fail):
        tell("asked who is there")
        if self.mode == "silent":
            return
        nodes = [node for node in (self.adapter, *self.known.values()) if node]
        answer(dbus.Dictionary({node.path: {node.interface: node.values} for node in nodes}, signature="oa{sa{sv}}"))

    @dbus.service.signal(MANAGER, signature="oa{sa{sv}}")
    def InterfacesAdded(self, path, interfaces):
        """Sent by calling it."""

    @dbus.service.signal(MANAGER, signature="oas")
    def InterfacesRemoved(self, path, interfaces):
        """Sent by calling it."""


def device(one):
    """The properties of a device that was never paired, in their D-Bus types."""
    values = {name: False for name in ("Paired", "Bonded", "Trusted", "Blocked", "LegacyPairing", "Connected",
                                       "ServicesResolved")}
    values |= {"Address": one["address"], "AddressType": "random" if one.get("random") else "public",
               "Alias": one.get("alias") or one.get("name") or one["address"].replace(":", "-"),
               "Adapter": dbus.ObjectPath(HCI), "UUIDs": text([uuid(short) for short in one.get("services", [])])}
    payload = dbus.Array([dbus.Byte(1), dbus.Byte(2)], signature="y", variant_level=1)
    if "name" in one:
        values["Name"] = one["name"]
    if one.get("companies"):
        values["ManufacturerData"] = dbus.Dictionary({dbus.UInt16(int(short, 16)): payload for short in one["companies"]},
                                                     signature="qv")
    if one.get("data_for"):
        values["ServiceData"] = dbus.Dictionary({uuid(short): payload for short in one["data_for"]}, signature="sv")
    return values


def main():
    config = json.loads(sys.argv[1])
    DBusGMainLoop(set_as_default=True)
    bus = dbus.bus.BusConnection(config["bus"])
    world, loop = World(bus, config["adapter"], config["devices"]), GLib.MainLoop()
    bus.request_name("org.bluez")
    GLib.io_add_watch(0, GLib.IOCondition.HUP | GLib.IOCondition.IN, lambda *_: loop.quit())
    tell("ready")
    loop.run()
    left = world.adapter.values if world.adapter else {}
    tell("end", powered=bool(left.get("Powered")), discovering=bool(left.get("Discovering")))


if __name__ == "__main__":
    main()

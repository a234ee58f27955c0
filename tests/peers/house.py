"""The house: three rooms, the addresses in them, and the cables between them.

  router   192.168.76.1                       the router's HTTP API; hostapd
  phone    192.168.76.2, gateway .1           the program under test; 192.168.223.2 on the printer's setup network
  printer  192.168.76.50  (prn)  the Wi-Fi: carrier only while joined
           192.168.76.60  (cab)  a network cable to the house, where a scenario asks for one
           192.168.223.1  (setup) the setup network, always there

The printer's two house addresses lie in one network, as in a real one that is plugged in and joins. Linux would answer
ARP for either on both links, and the Wi-Fi address would be reachable over the cable before the join. So the cable does no
ARP (its neighbours are written down instead), and what comes from an address leaves by its own link.
"""
import rooms
from rooms import ip

NET, SETUP = "192.168.76", "192.168.223"
ROUTER, PHONE, WIFI, CABLE, AT_SETUP = f"{NET}.1", f"{NET}.2", f"{NET}.50", f"{NET}.60", f"{SETUP}.1"
# Locally administered: no real device has them. The bridge's and the phone's are fixed for the cable's neighbours.
MAC_ROUTER, MAC_PHONE, MAC_CABLE = "02:00:00:00:ff:01", "02:00:00:00:ff:02", "02:00:00:00:ff:60"
MULTICAST = "224.0.0.0/4"


class House:
    """Built in a process that has left the host; that process stands in the router's room."""

    def __init__(self, mac, cable):
        self.mac = mac
        self.phone, self.printer = rooms.new_room(), rooms.new_room()
        phone, printer = self.phone.pid, self.printer.pid
        ip(["link set lo up", "link add br0 type bridge", f"link set br0 address {MAC_ROUTER}",
            f"address add {ROUTER}/24 dev br0", "link set br0 up", f"route add {MULTICAST} dev br0",
            f"link add phx type veth peer name ph address {MAC_PHONE} netns {phone}", "link set phx master br0",
            "link set phx up", f"link add prnx type veth peer name prn address {mac} netns {printer}",
            "link set prnx master br0"])
        ip(["link set lo up", "link set ph up", f"address add {PHONE}/24 dev ph", f"route add default via {ROUTER}",
            f"route add {MULTICAST} dev ph", f"link add setup type veth peer name setup netns {printer}",
            f"address add {SETUP}.2/24 dev setup", "link set setup up"], phone)
        ip(["link set lo up", "link set prn up", f"address add {WIFI}/24 dev prn", f"address add {AT_SETUP}/24 dev setup",
            "link set setup up", f"route add {MULTICAST} dev prn"], printer)
        self.has_cable = cable
        if cable:
            self._lay_cable(phone, printer)

    def _lay_cable(self, phone, printer):
        ip([f"link add cabx type veth peer name cab address {MAC_CABLE} netns {printer}", "link set cabx master br0",
            "link set cabx up"])
        own = [f"route add {NET}.0/24 dev {dev} src {address} table {table}\nrule add from {address} lookup {table}"
               for dev, address, table in (("prn", WIFI, 50), ("cab", CABLE, 60))]
        ip(["link set cab arp off", "link set cab up", f"address add {CABLE}/24 dev cab metric 1000", *own,
            f"neighbour replace {ROUTER} lladdr {MAC_ROUTER} dev cab nud permanent",
            f"neighbour replace {PHONE} lladdr {MAC_PHONE} dev cab nud permanent"], printer)
        for room, dev in ((phone, "ph"), (None, "br0")):
            ip([f"neighbour replace {CABLE} lladdr {MAC_CABLE} dev {dev} nud permanent"], room)

    def wifi(self, up):
        """The Wi-Fi link's carrier."""
        ip([f"link set prnx {'up' if up else 'down'}"])

    def cable(self, up):
        """Plug the network cable in, or pull it."""
        if self.has_cable:
            ip([f"link set cabx {'up' if up else 'down'}"])
        return self.has_cable

    def end(self):
        for room in (self.phone, self.printer):
            room.kill()
            room.wait()

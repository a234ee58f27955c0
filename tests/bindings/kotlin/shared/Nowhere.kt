package inkjoin.tests

import inkjoin.ffi.DnsSdEvents
import inkjoin.ffi.DnsSdInstance
import inkjoin.ffi.DnsSdPort
import inkjoin.ffi.Gateway
import inkjoin.ffi.NetworkPort
import inkjoin.ffi.NetworkState
import inkjoin.ffi.TxtEntry

/** At home, where no router is known. */
object Home : NetworkPort {
    override fun look() = NetworkState(home = true)
}

/** At home, where nobody answers at the router's address. */
object Unanswered : NetworkPort {
    override fun look() = NetworkState(home = true, gateway = Gateway("127.0.0.1", NOBODY, NOBODY))
}

/** Nothing is announced. */
object Silence : DnsSdPort {
    override fun browse(id: ULong, serviceTypes: List<String>, events: DnsSdEvents) = events.close()

    override fun stop(id: ULong) = Unit
}

/** Tells so many printers of one model as soon as it is asked. Nobody answers at their address. */
class Printers(private val count: Int) : DnsSdPort {
    override fun browse(id: ULong, serviceTypes: List<String>, events: DnsSdEvents) = events.use {
        for (n in 0..<count) {
            val six = "%06X".format(n)
            val txt = mapOf(
                "UUID" to "1c852a4d-b800-1f08-abcd-98e7f4${six.lowercase()}",
                "ty" to "HP LaserJet Pro M404dn",
                "usb_MFG" to "HP",
                "mac" to "98:e7:f4:00:00:%02x".format(n),
            ).map { (key, value) -> TxtEntry(key, value.toByteArray()) }
            val name = "HP LaserJet Pro M404dn [$six]"
            it.resolved(DnsSdInstance("_ipp._tcp.local.", name, "HP98E7F4$six.local", NOBODY, listOf("127.0.0.1"), txt))
        }
    }

    override fun stop(id: ULong) = Unit
}

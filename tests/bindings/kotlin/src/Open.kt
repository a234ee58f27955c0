package inkjoin.tests

import inkjoin.ffi.DnsSdInstance
import inkjoin.ffi.Gateway
import inkjoin.ffi.NetworkPort
import inkjoin.ffi.NetworkState
import inkjoin.ffi.DnsSdEvents
import inkjoin.ffi.DnsSdPort
import inkjoin.ffi.Ports
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions
import inkjoin.ffi.TxtEntry
import inkjoin.ffi.diagnostics
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.TimeSource
import org.junit.jupiter.api.Assertions.assertTrue

/** What was open before a session, to tell when the session has left nothing. */
class Before {
    init {
        eventually("what earlier tests left is gone") {
            System.gc()
            diagnostics().let { it.tasks == 0uL && it.sessions == 0uL }
        }
    }

    private val sockets = sockets()

    /** Tasks and sockets that came since. */
    fun open(): Pair<Int, Int> = diagnostics().tasks.toInt() to (sockets() - sockets).size

    /** How long it takes until nothing of it is left. `nudge` is called at each look. */
    fun gone(nudge: () -> Unit = {}): Duration =
        eventually("no task and no socket is left, but there are", { "${open()}" }) {
            nudge()
            open() == 0 to 0
        }
}

/** Looks until it holds; how long it took. */
fun eventually(what: String, otherwise: () -> String = { "" }, holds: () -> Boolean): Duration {
    val begun = TimeSource.Monotonic.markNow()
    while (!holds()) {
        assertTrue(begun.elapsedNow() < 20.seconds) { "$what ${otherwise()}" }
        Thread.sleep(1)
    }
    return begun.elapsedNow()
}

/** A session in a house where nothing is: at home, no router known, and nothing announced. */
fun alone(clockRate: UInt = 1u): Session =
    Session.start(SessionOptions(locale = "en", clockRate = clockRate), Ports(networks = Home, dnsSd = Silence, store = Memory()))

fun ms(time: Duration): String = "%.1f ms".format(time.inWholeMicroseconds / 1000.0)

/** At home, with halves of surrogate pairs where addresses belong. */
class HalfHouse(private val half: String) : NetworkPort {
    override fun look() = NetworkState(home = true, gateway = Gateway(half), setup = half)
}

/** Tells one printer, with halves of surrogate pairs in its name, address and TXT record. */
class HalfPrinter(private val half: String) : DnsSdPort {
    override fun browse(id: ULong, serviceTypes: List<String>, events: DnsSdEvents) = events.use {
        val txt = mapOf("usb_MFG" to "HP", "ty" to "HP LaserJet Pro M404dn", half to "").map { (key, value) ->
            TxtEntry(key, value.toByteArray())
        }
        it.gone("_ipp._tcp.local.", half)
        it.resolved(DnsSdInstance("_ipp._tcp.local.", "HP $half", "HP98E7F4.local", 9u, listOf("127.0.0.1", half), txt))
    }

    override fun stop(id: ULong) = Unit
}

package inkjoin.tests

import com.fasterxml.jackson.databind.JsonNode
import inkjoin.ffi.DnsSdEvents
import inkjoin.ffi.DnsSdInstance
import inkjoin.ffi.DnsSdPort
import inkjoin.ffi.Gateway
import inkjoin.ffi.LogLine
import inkjoin.ffi.LogSink
import inkjoin.ffi.NetworkPort
import inkjoin.ffi.NetworkState
import inkjoin.ffi.PortException
import inkjoin.ffi.SetupWifiAnswer
import inkjoin.ffi.SetupWifiPort
import inkjoin.ffi.StorePort
import inkjoin.ffi.TxtEntry
import java.io.IOException
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit.MILLISECONDS
import kotlin.concurrent.thread

/** Between two looks at what the lab announces, in milliseconds. */
private const val LOOK = 50L

/** The lab's phone. */
class Networks(private val house: House) : NetworkPort {
    override fun look(): NetworkState {
        val on = house.state()["phone"].asText()
        val home = on in listOf("home", "both", "vpn")
        val router = house.info["router"]
        val ports = listOf("http", "https").map { router[it].takeUnless(JsonNode::isNull)?.asText()?.split(":") }
        val (http, https) = ports.map { it?.last()?.toUShort() ?: NOBODY }
        val address = ports.firstNotNullOf { it?.first() }
        return NetworkState(
            home = home,
            gateway = if (home) Gateway(address, http, https) else null,
            setup = if (on in listOf("setup", "both")) house.info.value("printers.0.setup").textValue() else null,
            vpn = on == "vpn",
            mobile = on == "mobile",
        )
    }
}

/** Tells what the lab would announce: from a `thread` for each browse; `inside` the call; or it `throws`, or `hangs`. */
class DnsSd(private val house: House, private val how: String = "thread") : DnsSdPort {
    private val ends = ConcurrentHashMap<ULong, CountDownLatch>()
    private val over = CountDownLatch(1)

    override fun browse(id: ULong, serviceTypes: List<String>, events: DnsSdEvents) {
        check("_ipp._tcp.local." in serviceTypes)
        when (how) {
            "throws" -> throw RuntimeException(house.info.value("router.password").asText())
            "hangs" -> over.await()
        }
        val end = CountDownLatch(1)
        ends[id] = end
        if (how == "inside") {
            seen().forEach { (printer, at) -> at?.let { events.resolved(instance(printer, it)) } }
        } else {
            thread(isDaemon = true) { events.use { tell(it, end) } }
        }
    }

    private fun tell(events: DnsSdEvents, end: CountDownLatch) {
        val told = mutableMapOf<String, String?>()
        do {
            val seen = try {
                seen()
            } catch (_: IOException) {
                return
            }
            for ((printer, at) in seen) {
                val name = printer["name"].asText()
                if (told.put(name, at) == at) continue
                if (at == null) events.gone(SERVICE, name) else events.resolved(instance(printer, at))
            }
        } while (!end.await(LOOK, MILLISECONDS))
    }

    private fun seen() =
        house.info["printers"].zip(house.state()["printers"]) { known, now -> known to now["announced"].textValue() }

    override fun stop(id: ULong) {
        ends.remove(id)?.countDown() ?: error("never started, or stopped twice")
    }

    /** Lets go the calls that hang. */
    fun free() = over.countDown()
}

private const val SERVICE = "_ipp._tcp.local."

/** A printer as DNS-SD tells it. `at`: address and port of its web server. */
private fun instance(printer: JsonNode, at: String): DnsSdInstance {
    val (address, port) = at.split(":")
    val name = printer["name"].asText()
    val txt = mapOf(
        "UUID" to printer["uuid"].asText(),
        "ty" to name.substringBefore(" ["),
        "usb_MFG" to "HP",
        "adminurl" to "http://$at/",
        "mac" to printer["mac"].asText(),
    )
    return DnsSdInstance(
        serviceType = SERVICE,
        name = name,
        host = "${printer["serial"].asText()}.local",
        port = port.toUShort(),
        addresses = listOf(address),
        txt = txt.map { (key, value) -> TxtEntry(key, value.toByteArray()) },
    )
}

/** Moves the lab's phone, and says so more often than it should. */
class SetupWifi(private val house: House) : SetupWifiPort {
    override fun join(id: ULong, prefixes: List<String>, answer: SetupWifiAnswer) {
        check("HP-Setup" in prefixes)
        house.ask(mapOf("do" to "phone", "on" to "setup"))
        answer.joined()
        answer.joined()
        answer.failed(PortException.Failed())
    }

    override fun leave(id: ULong) {
        house.ask(mapOf("do" to "phone", "on" to "home"))
    }
}

/** Keeps the saved session, and all that was ever saved for the trace. */
class Memory : StorePort {
    @Volatile private var kept: ByteArray? = null
    val all = CopyOnWriteArrayList<ByteArray>()

    override fun save(session: ByteArray) {
        kept = session
        all += session
    }

    override fun load(): ByteArray? = kept

    override fun clear() {
        kept = null
    }
}

class Log : LogSink {
    val lines = CopyOnWriteArrayList<String>()

    override fun log(line: LogLine) {
        lines += "${line.level} ${line.part} ${line.text}"
    }
}

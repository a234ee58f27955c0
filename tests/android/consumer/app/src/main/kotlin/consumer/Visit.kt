package consumer

import inkjoin.choose
import inkjoin.ffi.DnsSdEvents
import inkjoin.ffi.DnsSdPort
import inkjoin.ffi.NetworkPort
import inkjoin.ffi.NetworkState
import inkjoin.ffi.Ports
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions
import inkjoin.ffi.StorePort
import inkjoin.ffi.version
import inkjoin.screenFlow
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.flow.first

/** A session's first two screens in an empty house, and how often it called each port on its way. */
suspend fun visit(): String {
    val house = House()
    val ports = Ports(networks = house, dnsSd = house, store = house)
    return Session.start(SessionOptions(locale = "en"), ports).use { session ->
        val start = session.screenFlow().first()
        session.choose(start, start.choices.first().id)
        val second = session.screenFlow().first { it.id != start.id }
        "${version()}: ${start.id}, ${second.id}; looks ${house.looks}, browses ${house.browses}, saves ${house.saves}"
    }
}

private class House : NetworkPort, DnsSdPort, StorePort {
    val looks = AtomicInteger()
    val browses = AtomicInteger()
    val saves = AtomicInteger()

    override fun look() = NetworkState(home = true).also { looks.incrementAndGet() }

    override fun browse(id: ULong, serviceTypes: List<String>, events: DnsSdEvents) {
        browses.incrementAndGet()
        events.close()
    }

    override fun stop(id: ULong) = Unit

    override fun save(session: ByteArray) {
        saves.incrementAndGet()
    }

    override fun load(): ByteArray? = null

    override fun clear() = Unit
}

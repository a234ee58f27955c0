package inkjoin.app

import androidx.test.core.app.ApplicationProvider
import com.fasterxml.jackson.databind.JsonNode
import inkjoin.ffi.Ports
import inkjoin.ffi.Session
import inkjoin.tests.Belongings
import inkjoin.tests.House
import inkjoin.tests.Memory
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger

/** Sessions of the app start in the lab's house, of one scene, and keep what they save in [store]. */
class LabGround(val scene: JsonNode, speed: Int? = null) : Ground, AutoCloseable {
    private val speed = speed ?: scene["speed"].asInt()
    val house = House(scene["lab"].asText(), this.speed)
    val has = Belongings(house, scene)
    val store: Memory get() = has.store

    /** Puts ports of the phone in the place of the scene's. */
    var change: (Ports) -> Ports = { it }

    /** In the order of their starts. */
    val sessions = CopyOnWriteArrayList<Session>()

    /** The language that each was started in. */
    val locales = CopyOnWriteArrayList<String>()

    /** Sessions that are told of the networks. */
    val watched = AtomicInteger()

    init {
        ApplicationProvider.getApplicationContext<InkjoinApp>().ground = this
    }

    override fun start(locale: String): Session {
        locales += locale
        return has.start(locale = locale, clockRate = speed, change = change).also(sessions::add)
    }

    override fun watch(session: Session): AutoCloseable {
        watched.incrementAndGet()
        return AutoCloseable { watched.decrementAndGet() }
    }

    override fun close() {
        has.free()
        house.close()
    }
}

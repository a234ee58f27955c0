package inkjoin.app

import androidx.test.core.app.ApplicationProvider
import inkjoin.ffi.DnsSdEvents
import inkjoin.ffi.DnsSdPort
import inkjoin.ffi.NetworkPort
import inkjoin.ffi.NetworkState
import inkjoin.ffi.Ports
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions

/** At home, where no router is known and nothing is announced. */
class Alone(private val clockRate: UInt) : Ground {
    init {
        ApplicationProvider.getApplicationContext<InkjoinApp>().ground = this
    }

    override fun start(locale: String): Session =
        Session.start(SessionOptions(locale = "en", clockRate = clockRate), Ports(networks = Home, dnsSd = Silence))

    override fun watch(session: Session): AutoCloseable = AutoCloseable {}

    private object Home : NetworkPort {
        override fun look() = NetworkState(home = true)
    }

    private object Silence : DnsSdPort {
        override fun browse(id: ULong, serviceTypes: List<String>, events: DnsSdEvents) = events.close()

        override fun stop(id: ULong) = Unit
    }
}

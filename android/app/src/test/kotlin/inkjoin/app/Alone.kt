package inkjoin.app

import androidx.test.core.app.ApplicationProvider
import inkjoin.ffi.Ports
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions
import inkjoin.tests.Home
import inkjoin.tests.Silence

/** At home, where no router is known and nothing is announced. */
class Alone(private val clockRate: UInt) : Ground {
    init {
        ApplicationProvider.getApplicationContext<InkjoinApp>().ground = this
    }

    override fun start(locale: String): Session =
        Session.start(SessionOptions(locale = "en", clockRate = clockRate), Ports(networks = Home, dnsSd = Silence))

    override fun watch(session: Session): AutoCloseable = AutoCloseable {}
}

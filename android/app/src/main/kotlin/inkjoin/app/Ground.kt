package inkjoin.app

import android.content.Context
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions
import inkjoin.ports.AndroidPorts
import inkjoin.ports.PermissionDesk

/** What a session stands on. */
interface Ground {
    /** Starts a session, off the main thread. */
    fun start(locale: String): Session

    /** Tells [session] when the networks change, until it is closed. */
    fun watch(session: Session): AutoCloseable
}

/** The phone. */
internal class PhoneGround(context: Context, desk: PermissionDesk) : Ground {
    private val phone by lazy { AndroidPorts(context, desk) }

    override fun start(locale: String): Session = Session.start(SessionOptions(locale), phone.ports())

    override fun watch(session: Session): AutoCloseable = phone.watch(session)
}

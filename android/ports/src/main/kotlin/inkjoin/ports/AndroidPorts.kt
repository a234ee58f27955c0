package inkjoin.ports

import android.content.Context
import inkjoin.ffi.NetworkPort
import inkjoin.ffi.NetworkState
import inkjoin.ffi.Ports
import inkjoin.ffi.Session

/** The phone's system for one session at a time. [desk] asks for what the ports need. */
class AndroidPorts(private val context: Context, private val desk: PermissionDesk) {
    /** The ports, for `Session.start`. */
    fun ports(): Ports = Ports(networks = object : NetworkPort {
        override fun look() = NetworkState(home = false)
    })

    /** Tells [session] when the phone's networks change, until it is closed. */
    fun watch(session: Session): AutoCloseable = AutoCloseable {}
}

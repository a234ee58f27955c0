package inkjoin.ports

import android.content.Context
import android.net.wifi.WifiManager
import inkjoin.ffi.PortException

/** The system's errors as a port tells them. A permission can be taken away between any two calls. */
internal inline fun <T> asking(call: () -> T): T = try {
    call()
} catch (_: SecurityException) {
    throw PortException.PermissionMissing()
} catch (_: RuntimeException) {
    throw PortException.Failed()
}

/** Ends what may have ended by itself, or with the permission for it. */
internal inline fun ending(call: () -> Unit) {
    try {
        call()
    } catch (_: RuntimeException) {
    }
}

/** Many phones drop multicast packets unless a lock is held, which costs battery: hold it no longer than needed. */
internal fun multicastLock(context: Context): AutoCloseable {
    val wifi = requireNotNull(context.applicationContext.getSystemService(WifiManager::class.java))
    val lock = wifi.createMulticastLock("inkjoin").apply { setReferenceCounted(false) }
    // Android gives no more than fifty; without one, much is found all the same.
    ending { lock.acquire() }
    return AutoCloseable { ending { lock.release() } }
}

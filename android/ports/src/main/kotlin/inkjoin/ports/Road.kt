package inkjoin.ports

import android.net.ConnectivityManager
import android.net.Network

/**
 * Where the session's connections go, when that is not where the system would send them: a printer's own Wi-Fi has no
 * internet, so the system prefers mobile data or another Wi-Fi for everything that is not bound.
 *
 * The whole process is bound and not single sockets, since they are opened by the library, in Rust: for those the NDK's
 * `android_setsocknetwork` would have to be called inside of its HTTP client. Inkjoin talks to nobody but printer and
 * router, so nothing else is misled.
 */
internal class Road(private val connectivity: ConnectivityManager) {
    private var bound: Network? = null

    /** All further connections go through [network], or where the system sends them. `false`: they cannot. */
    @Synchronized
    fun take(network: Network?): Boolean {
        if (network == bound) return true
        val done = connectivity.bindProcessToNetwork(network)
        // What is bound to a network that has gone reaches nothing at all.
        if (!done) connectivity.bindProcessToNetwork(null)
        bound = network.takeIf { done }
        return done
    }
}

package inkjoin.ports

import android.net.ConnectivityManager
import android.net.Network
import android.net.NetworkCapabilities
import android.net.NetworkRequest
import android.net.wifi.WifiNetworkSpecifier
import android.os.Build
import android.os.Handler
import android.os.Looper
import android.os.PatternMatcher
import android.os.SystemClock
import androidx.annotation.RequiresApi
import inkjoin.ffi.PortException
import inkjoin.ffi.SetupWifiAnswer
import inkjoin.ffi.SetupWifiAnswerInterface
import inkjoin.ffi.SetupWifiPort
import java.util.concurrent.ConcurrentHashMap

/** A join is answered within a minute, the person's answers to the system's dialogs included. */
internal const val ANSWERED_WITHIN = 60_000L

/**
 * Brings the phone to a printer's own Wi-Fi, from Android 10 on; before, the person does it. Tells [changed] of each
 * change.
 */
internal class SetupWifi(
    private val connectivity: ConnectivityManager,
    private val permits: Permits,
    private val road: Road,
    private val changed: () -> Unit,
) : SetupWifiPort {
    private val joins = ConcurrentHashMap<ULong, Join>()

    /** The printer's own Wi-Fi, while the phone is on it. */
    val network: Network? get() = joins.values.firstNotNullOfOrNull { it.network }

    override fun join(id: ULong, prefixes: List<String>, answer: SetupWifiAnswer) = start(id, prefixes, answer)

    fun start(id: ULong, prefixes: List<String>, answer: SetupWifiAnswerInterface) {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.Q) throw PortException.Failed()
        val join = Join(answer)
        joins.put(id, join)?.end()
        join.begin(prefixes)
    }

    override fun leave(id: ULong) {
        joins.remove(id)?.end()
    }

    private inner class Join(private val answer: SetupWifiAnswerInterface) : ConnectivityManager.NetworkCallback() {
        private val until = SystemClock.elapsedRealtime() + ANSWERED_WITHIN
        private val handler = Handler(Looper.getMainLooper())
        private var question: AutoCloseable? = null
        private var answered = false
        private var over = false

        @Volatile var network: Network? = null
            private set

        @RequiresApi(Build.VERSION_CODES.Q)
        fun begin(prefixes: List<String>) {
            handler.postDelayed({ fail(PortException.Failed()) }, ANSWERED_WITHIN)
            val asked = permits.ask(Need.SETUP_WIFI) {
                if (it) request(prefixes) else fail(PortException.PermissionMissing())
            }
            synchronized(this) { if (over) asked.close() else question = asked }
        }

        @RequiresApi(Build.VERSION_CODES.Q)
        @Synchronized
        private fun request(prefixes: List<String>) {
            if (over) return
            val left = (until - SystemClock.elapsedRealtime()).coerceAtLeast(1)
            try {
                asking { connectivity.requestNetwork(request(pattern(prefixes)), this, left.toInt()) }
            } catch (failure: PortException) {
                fail(failure)
            }
        }

        override fun onAvailable(network: Network) {
            if (!takes(network)) fail(PortException.Failed())
        }

        /** `false`: the phone is there, and cannot send anything to the printer. */
        private fun takes(network: Network): Boolean = tellAfter {
            if (over) return true
            if (!road.take(network)) return answered
            this.network = network
            handler.removeCallbacksAndMessages(null)
            if (!answered) answer.joined()
            answered = true
            true
        }

        /** The request stands: where the printer comes back, so does the phone, until it leaves. */
        override fun onLost(network: Network) {
            tellAfter { if (network == this.network) forget() }
        }

        override fun onUnavailable() = fail(PortException.Failed())

        private fun fail(why: PortException) {
            synchronized(this) {
                if (over || answered) return
                answered = true
                answer.failed(why)
            }
            end()
        }

        fun end() {
            tellAfter {
                if (over) return
                over = true
                question?.close()
                handler.removeCallbacksAndMessages(null)
                ending { connectivity.unregisterNetworkCallback(this) }
                forget()
                (answer as? AutoCloseable)?.close()
            }
        }

        private fun forget() {
            if (network == null) return
            network = null
            ending { road.take(null) }
        }

        /** Not under the lock: who hears of it looks at once. */
        private inline fun <T> tellAfter(change: () -> T): T {
            val before = network
            return synchronized(this) { change() }.also { if (network != before) changed() }
        }
    }
}

@RequiresApi(Build.VERSION_CODES.Q)
private fun request(pattern: PatternMatcher): NetworkRequest = NetworkRequest.Builder()
    .addTransportType(NetworkCapabilities.TRANSPORT_WIFI)
    .removeCapability(NetworkCapabilities.NET_CAPABILITY_INTERNET)
    .setNetworkSpecifier(WifiNetworkSpecifier.Builder().setSsidPattern(pattern).build())
    .build()

/**
 * One pattern for all of [prefixes], since a request takes no more than one: for each place what any of them has there,
 * as far as the shortest goes. It lets in a few names that nobody uses, and the person picks from a list anyway.
 */
internal fun pattern(prefixes: List<String>): PatternMatcher {
    val sets = (0 until prefixes.minOf(String::length)).map { place ->
        prefixes.map { it[place] }.distinct().joinToString("", "[", "]") { "\\$it" }
    }
    return PatternMatcher(sets.joinToString("") + ".*", PatternMatcher.PATTERN_ADVANCED_GLOB)
}

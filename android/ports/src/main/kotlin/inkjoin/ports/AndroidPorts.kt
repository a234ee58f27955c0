package inkjoin.ports

import android.content.Context
import android.net.ConnectivityManager
import android.net.LinkProperties
import android.net.Network
import android.net.NetworkCapabilities
import android.net.NetworkRequest
import inkjoin.ffi.NetworkState
import inkjoin.ffi.PortException
import inkjoin.ffi.Ports
import inkjoin.ffi.Session
import java.lang.ref.WeakReference

/**
 * The phone's system for one session at a time. [desk] asks for what the ports need.
 *
 * With [ownMulticastDns] the library sends and hears multicast DNS itself, and `NsdManager` is left out: for a phone on
 * which that finds less than other apps find. The phone's Wi-Fi then hears all multicast until [watch] is closed, which
 * costs battery.
 */
class AndroidPorts internal constructor(
    context: Context,
    private val desk: PermissionDesk,
    private val ownMulticastDns: Boolean,
    private val known: Known,
) {
    constructor(context: Context, desk: PermissionDesk, ownMulticastDns: Boolean = false) :
        this(context, desk, ownMulticastDns, Known())

    private val context = context.applicationContext
    private val connectivity = requireNotNull(this.context.getSystemService(ConnectivityManager::class.java))
    private val road = Road(connectivity)

    @Volatile private var permits = Permits(this.context, desk)
    @Volatile private var setupWifi = newSetupWifi()
    @Volatile private var watching: Watch? = null
    internal val networks = PhoneNetworks(connectivity, road, known) { setupWifi.network }

    /** The ports, for `Session.start`. What was refused in an earlier session may be asked again. */
    fun ports(): Ports {
        permits = Permits(context, desk)
        setupWifi = newSetupWifi()
        return Ports(
            networks = networks,
            dnsSd = if (ownMulticastDns) null else NsdBrowser(context, permits),
            ble = BleScanner(context, permits, known),
            setupWifi = setupWifi,
            store = SessionFile(context),
            vault = SealedVault(context),
        )
    }

    /** Tells [session] when the phone's networks change, until it is closed, which every session's end needs. */
    fun watch(session: Session): AutoCloseable {
        // Its ports must not hold a session: neither would ever be freed.
        val weak = WeakReference(session)
        val watch = Watch {
            try {
                weak.get()?.networkChanged()
            } catch (_: IllegalStateException) {
                // Closed meanwhile.
            }
        }
        watch.begin()
        return watch
    }

    private fun newSetupWifi() = SetupWifi(connectivity, permits, road) { watching?.told?.invoke() }

    private inner class Watch(val told: () -> Unit) : AutoCloseable {
        private val any = Callback()
        private val default = Callback()
        private val heard = if (ownMulticastDns) multicastLock(context) else null
        private var question: AutoCloseable? = null
        @Volatile private var last: NetworkState? = null

        fun begin() {
            watching = this
            ending { connectivity.registerNetworkCallback(EVERYTHING, any) }
            ending { connectivity.registerDefaultNetworkCallback(default) }
            if (ownMulticastDns) question = permits.ask(Need.LOCAL_NETWORK) { if (it) told() }
        }

        override fun close() {
            question?.close()
            ending { connectivity.unregisterNetworkCallback(any) }
            ending { connectivity.unregisterNetworkCallback(default) }
            heard?.close()
            // Where another session has begun meanwhile, its connections are where they belong.
            if (watching !== this) return
            watching = null
            ending { road.take(null) }
        }

        /** Looking also sends connections where they belong now, so it comes first. */
        private fun changed(always: Boolean) {
            val now = try {
                networks.look()
            } catch (_: PortException) {
                null
            }
            if (always || now != last) told()
            last = now
        }

        private inner class Callback : ConnectivityManager.NetworkCallback() {
            override fun onAvailable(network: Network) = changed(always = true)

            override fun onLost(network: Network) = changed(always = true)

            override fun onLinkPropertiesChanged(network: Network, links: LinkProperties) = changed(always = false)

            // With every change of the signal, too.
            override fun onCapabilitiesChanged(network: Network, capabilities: NetworkCapabilities) =
                changed(always = false)
        }
    }
}

/** Those without internet and VPNs are left out unless asked for. */
private val EVERYTHING: NetworkRequest = NetworkRequest.Builder()
    .removeCapability(NetworkCapabilities.NET_CAPABILITY_INTERNET)
    .removeCapability(NetworkCapabilities.NET_CAPABILITY_NOT_VPN)
    .build()

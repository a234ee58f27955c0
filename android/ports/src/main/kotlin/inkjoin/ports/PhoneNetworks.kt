package inkjoin.ports

import android.net.ConnectivityManager
import android.net.LinkProperties
import android.net.Network
import android.net.NetworkCapabilities
import android.net.NetworkCapabilities.TRANSPORT_CELLULAR
import android.net.NetworkCapabilities.TRANSPORT_ETHERNET
import android.net.NetworkCapabilities.TRANSPORT_VPN
import android.net.NetworkCapabilities.TRANSPORT_WIFI
import android.os.Build
import inkjoin.ffi.Gateway
import inkjoin.ffi.NetworkPort
import inkjoin.ffi.NetworkState
import java.net.Inet4Address
import java.net.InetAddress

/**
 * Tells the phone's networks, and sends the session's connections to the one that it is about. [joined] is the
 * printer's own Wi-Fi that the phone was brought to.
 *
 * One that the person joined by hand is known by HP's address in it: the name would need permission for the location.
 * While connections go through a printer's own Wi-Fi, home counts as not there: it cannot be reached, even on a phone
 * that is on both.
 */
internal class PhoneNetworks(
    private val connectivity: ConnectivityManager,
    private val road: Road,
    private val known: Known,
    private val joined: () -> Network?,
) : NetworkPort {
    override fun look(): NetworkState = asking {
        val all = networks()
        val vpn = all.any { it.has(TRANSPORT_VPN) }
        val local = all.filter { it.isLocal }
        val here = joined()
        val setup = local.find { it.network == here } ?: local.find { it.isAt(known.setupAddress) }
        val away = here != null || setup != null
        val home = (local - setOfNotNull(setup)).let { left -> left.find { it.isDefault } ?: left.firstOrNull() }
        val astray = all.none { it.isDefault && (it.isLocal || it.has(TRANSPORT_VPN)) }
        road.take(here ?: setup?.network ?: home?.network?.takeIf { astray })
        NetworkState(
            home = !away && home != null,
            gateway = home.takeIf { !away }?.router()?.let { Gateway(address = it) },
            setup = setup?.printer(),
            vpn = vpn,
            mobile = local.isEmpty() && all.any { it.has(TRANSPORT_CELLULAR) && !it.has(TRANSPORT_VPN) },
        )
    }

    @Suppress("DEPRECATION") // Its successor tells changes, and a look is answered at once.
    private fun networks(): List<Seen> {
        val default = connectivity.activeNetwork
        return (connectivity.allNetworks.toSet() + setOfNotNull(joined())).mapNotNull { network ->
            val capabilities = connectivity.getNetworkCapabilities(network) ?: return@mapNotNull null
            Seen(network, capabilities, connectivity.getLinkProperties(network), network == default)
        }
    }
}

private class Seen(
    val network: Network,
    private val capabilities: NetworkCapabilities,
    private val links: LinkProperties?,
    val isDefault: Boolean,
) {
    fun has(transport: Int) = capabilities.hasTransport(transport)

    /** A VPN has the transports of what it goes through. */
    val isLocal get() = (has(TRANSPORT_WIFI) || has(TRANSPORT_ETHERNET)) && !has(TRANSPORT_VPN)

    fun isAt(address: String) =
        has(TRANSPORT_WIFI) && address in listOf(gateway()?.hostAddress, dhcpServer()?.hostAddress, lone())

    fun router(): String? = (gateway() ?: dhcpServer())?.hostAddress

    fun printer(): String? = router() ?: firstHost()

    private fun lone() = firstHost().takeIf { gateway() == null }

    private fun gateway(): InetAddress? = links?.routes.orEmpty()
        .filter { it.isDefaultRoute }
        .mapNotNull { route -> route.gateway?.takeIf { !it.isAnyLocalAddress } }
        .run { find { it is Inet4Address } ?: firstOrNull() }

    private fun dhcpServer(): InetAddress? =
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) links?.dhcpServerAddress else null

    /** Where an access point without a way out sits as a rule, for systems that do not tell the DHCP server. */
    private fun firstHost(): String? {
        val own = links?.linkAddresses.orEmpty().find { it.address is Inet4Address && it.prefixLength in 1..30 }
            ?: return null
        val bits = own.address.address.fold(0) { sum, byte -> sum shl 8 or (byte.toInt() and 0xFF) }
        val first = (bits and (-1 shl (32 - own.prefixLength))) + 1
        return listOf(24, 16, 8, 0).joinToString(".") { (first ushr it and 0xFF).toString() }
    }
}

@file:Suppress("DEPRECATION") // The shadow takes networks with an old NetworkInfo only.

package inkjoin.ports

import android.net.ConnectivityManager
import android.net.IpPrefix
import android.net.LinkAddress
import android.net.LinkProperties
import android.net.Network
import android.net.NetworkCapabilities.TRANSPORT_CELLULAR
import android.net.NetworkCapabilities.TRANSPORT_ETHERNET
import android.net.NetworkCapabilities.TRANSPORT_VPN
import android.net.NetworkCapabilities.TRANSPORT_WIFI
import android.net.NetworkInfo.State
import android.net.RouteInfo
import android.os.Build
import inkjoin.ffi.Gateway
import inkjoin.ffi.NetworkState
import inkjoin.ffi.NoHandle
import inkjoin.ffi.PortException
import inkjoin.ffi.Session
import java.net.Inet4Address
import java.net.InetAddress
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowConnectivityManager
import org.robolectric.shadows.ShadowNetwork
import org.robolectric.shadows.ShadowNetworkCapabilities
import org.robolectric.shadows.ShadowNetworkInfo

private val HOME = NetworkState(home = true, gateway = Gateway("192.168.1.1"))
private val AWAY = NetworkState(home = false, setup = "192.168.223.1")

/** The networks that a test gives it. */
@Implements(ConnectivityManager::class)
class Around : ShadowConnectivityManager() {
    var default: Network? = null
    var refuses = false

    @Implementation
    override fun getActiveNetwork(): Network? = if (refuses) throw SecurityException() else default
}

private class Told : Session(NoHandle) {
    var times = 0
    var closed = false

    override fun networkChanged() {
        check(!closed)
        times += 1
    }
}

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [28, 33, 36, 37], shadows = [Around::class])
class PhoneNetworksTest {
    private val connectivity = checkNotNull(app.getSystemService(ConnectivityManager::class.java))
    private val around = Shadow.extract<Around>(connectivity)
    private var joined: Network? = null
    private val port = PhoneNetworks(connectivity, Road(connectivity), KNOWN) { joined }

    private val bound get() = connectivity.boundNetworkForProcess

    @Before fun nowhere() = around.clearAllNetworks()

    private fun links(own: String, gateway: String?, dhcp: String?) = LinkProperties().apply {
        val (address, prefix) = own.split("/")
        addLinkAddress(LinkAddress(InetAddress.getByName(address), prefix.toInt()))
        if (gateway != null) {
            addRoute(RouteInfo(IpPrefix(InetAddress.getByName("::"), 0), InetAddress.getByName("fe80::1")))
            addRoute(RouteInfo(IpPrefix(InetAddress.getByName("0.0.0.0"), 0), InetAddress.getByName(gateway)))
        }
        if (dhcp != null && Build.VERSION.SDK_INT >= 30) dhcpServerAddress = InetAddress.getByName(dhcp) as Inet4Address
    }

    private fun add(id: Int, links: LinkProperties?, vararg transports: Int): Network {
        val network = ShadowNetwork.newInstance(id)
        val capabilities = ShadowNetworkCapabilities.newInstance()
        transports.forEach { Shadow.extract<ShadowNetworkCapabilities>(capabilities).addTransportType(it) }
        around.addNetwork(network, ShadowNetworkInfo.newInstance(null, id, 0, true, State.CONNECTED))
        around.setNetworkCapabilities(network, capabilities)
        if (links != null) around.setLinkProperties(network, links)
        return network
    }

    private fun home(id: Int = 1, vararg transports: Int = intArrayOf(TRANSPORT_WIFI)) =
        add(id, links("192.168.1.5/24", "192.168.1.1", null), *transports)

    private fun mobile() = add(2, links("10.20.30.40/8", "10.0.0.1", null), TRANSPORT_CELLULAR)

    private fun setup(gateway: String? = "192.168.223.1", own: String = "192.168.223.100/24", dhcp: String? = null) =
        add(3, links(own, gateway, dhcp), TRANSPORT_WIFI)

    @Test fun `nothing, mobile data, Wi-Fi and a cable are told apart`() {
        assertEquals(NetworkState(home = false), port.look())
        around.default = mobile()
        assertEquals(NetworkState(home = false, mobile = true), port.look())
        val wifi = home()
        around.default = wifi
        assertEquals(HOME, port.look())
        around.removeNetwork(wifi)
        around.default = home(4, TRANSPORT_ETHERNET)
        assertEquals(HOME, port.look())
        assertNull(bound)
    }

    @Test fun `the network that the system prefers is the home network`() {
        home()
        around.default = add(5, links("192.168.7.5/24", "192.168.7.1", null), TRANSPORT_ETHERNET)
        assertEquals(Gateway("192.168.7.1"), port.look().gateway)
    }

    @Test fun `a home network may tell no way out, or nothing of itself`() {
        around.default = add(1, links("192.168.1.5/24", null, "192.168.1.1"), TRANSPORT_WIFI)
        assertEquals(if (Build.VERSION.SDK_INT >= 30) HOME else NetworkState(home = true), port.look())
        around.clearAllNetworks()
        around.default = add(10, null, TRANSPORT_WIFI)
        assertEquals(NetworkState(home = true), port.look())
    }

    @Test fun `a VPN is told, and connections are left to it`() {
        home()
        around.default = add(6, null, TRANSPORT_VPN, TRANSPORT_WIFI)
        assertEquals(HOME.copy(vpn = true), port.look())
        assertNull(bound)
    }

    @Test fun `where the system prefers mobile data, connections go home all the same`() {
        val wifi = home()
        around.default = mobile()
        assertEquals(HOME, port.look())
        assertEquals(wifi, bound)
        around.removeNetwork(wifi)
        assertEquals(NetworkState(home = false, mobile = true), port.look())
        assertNull(bound)
    }

    @Test fun `a printer's Wi-Fi that the phone was brought to hides home`() {
        around.default = home()
        joined = setup(gateway = "192.168.49.1", own = "192.168.49.20/24")
        assertEquals(AWAY.copy(setup = "192.168.49.1"), port.look())
        assertEquals(joined, bound)
        joined = null
        around.removeNetwork(ShadowNetwork.newInstance(3))
        assertEquals(HOME, port.look())
        assertNull(bound)
    }

    @Test fun `one that is joined and not described yet is no home, and connections stay with it`() {
        around.default = home()
        joined = ShadowNetwork.newInstance(9)
        assertEquals(NetworkState(home = false), port.look())
        assertEquals(joined, bound)
    }

    @Test fun `one that was joined by hand is known by HP's address`() {
        around.default = mobile()
        val there = setup()
        assertEquals(AWAY, port.look())
        assertEquals(there, bound)
        around.clearAllNetworks()
        setup(gateway = null)
        assertEquals("the first address", AWAY, port.look())
        around.clearAllNetworks()
        setup(gateway = null, own = "192.168.223.100/16", dhcp = "192.168.223.1")
        assertEquals(Build.VERSION.SDK_INT >= 30, port.look() == AWAY)
    }

    @Test fun `a home network with HP's numbers and a router of its own stays home`() {
        around.default = setup(gateway = "192.168.223.254")
        assertEquals(NetworkState(home = true, gateway = Gateway("192.168.223.254")), port.look())
    }

    @Test fun `a permission taken away is told`() {
        around.refuses = true
        assertThrows(PortException.PermissionMissing::class.java) { port.look() }
    }

    @Test fun `a session is told of changes until the watch is closed`() {
        val ports = AndroidPorts(app, PermissionDesk(), ownMulticastDns = false, KNOWN)
        val session = Told()
        val watch = ports.watch(session)
        val callbacks = around.networkCallbacks.toList()
        assertEquals(2, callbacks.size)
        around.default = home()
        callbacks.first().onAvailable(ShadowNetwork.newInstance(1))
        val weaker = ShadowNetworkCapabilities.newInstance()
        repeat(3) { callbacks.first().onCapabilitiesChanged(ShadowNetwork.newInstance(1), weaker) }
        assertEquals("the signal alone is no change", 1, session.times)
        around.clearAllNetworks()
        callbacks.first().onLinkPropertiesChanged(ShadowNetwork.newInstance(1), LinkProperties())
        callbacks.first().onLost(ShadowNetwork.newInstance(1))
        assertEquals(3, session.times)
        session.closed = true
        callbacks.first().onLost(ShadowNetwork.newInstance(1))
        watch.close()
        assertTrue(around.networkCallbacks.isEmpty())
    }

    @Test fun `connections go where the system sends them when the watch is closed`() {
        val ports = AndroidPorts(app, PermissionDesk(), ownMulticastDns = false, KNOWN)
        val watch = ports.watch(Told())
        around.default = mobile()
        val wifi = home()
        around.networkCallbacks.first().onAvailable(wifi)
        assertEquals(wifi, bound)
        watch.close()
        assertNull(bound)
    }
}

package inkjoin.ports

import android.Manifest.permission.ACCESS_LOCAL_NETWORK
import android.net.nsd.NsdManager
import android.net.nsd.NsdServiceInfo
import android.net.wifi.WifiManager
import android.os.Build
import java.net.InetAddress
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

private const val IPP = "_ipp._tcp.local."
private const val HTTP = "_http._tcp.local."
private const val NAME = "HP LaserJet M28w (00:01)"

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [28, 33, 36, 37])
class NsdBrowserTest {
    private val nsd = Nsd()
    private val desk = PermissionDesk()
    private val port = NsdBrowser(app, Permits(app, desk))
    private val ear = BrowseEar()

    @Before fun allowed() = grant(ACCESS_LOCAL_NETWORK)

    private fun browse(id: ULong = 1u, ear: BrowseEar = this.ear) = port.start(id, listOf(IPP, HTTP), ear)

    private fun listener(type: String = "_ipp._tcp") = nsd.browsing(type).first()

    private fun found(name: String = NAME) = NsdServiceInfo().apply {
        serviceName = name
        serviceType = "_ipp._tcp."
    }

    private fun find(name: String = NAME) = found(name).also { listener().onServiceFound(it) }

    private val locks get() = shadowOf(app.getSystemService(WifiManager::class.java)).activeLockCount

    @Suppress("DEPRECATION")
    private fun answer(info: NsdServiceInfo, vararg addresses: String) {
        val all = addresses.map(InetAddress::getByName)
        info.port = 631
        info.setAttribute("ty", "HP LaserJet")
        if (Build.VERSION.SDK_INT >= 34) info.hostAddresses = all else info.host = all.first()
        if (Build.VERSION.SDK_INT >= 36) info.hostname = "HP98E7F4000001"
        elsewhere {
            if (Build.VERSION.SDK_INT >= 34) {
                nsd.watching(info).last().onServiceUpdated(info)
            } else {
                nsd.resolving(info).last().onServiceResolved(info)
            }
        }
    }

    @Test fun `every type is browsed until the stop, under a multicast lock`() {
        browse()
        assertEquals(listOf(1, 1), listOf("_ipp._tcp", "_http._tcp").map { nsd.browsing(it).size })
        assertEquals(1, locks)
        port.stop(1u)
        assertEquals(listOf(0, 0), listOf("_ipp._tcp", "_http._tcp").map { nsd.browsing(it).size })
        assertEquals(0, locks)
        assertTrue("the library's object is given back", ear.closed)
        assertEquals(emptyList<String>(), ear.told)
    }

    @Test fun `an instance is told with its port, addresses and TXT record`() {
        browse()
        answer(find(), "192.168.1.20", "fe80::1")
        val told = ear.instances.single()
        assertEquals(listOf(IPP, NAME, 631.toUShort()), listOf(told.serviceType, told.name, told.port))
        assertEquals(listOf("ty" to "HP LaserJet"), told.txt.map { it.key to String(it.value) })
        assertEquals(if (Build.VERSION.SDK_INT >= 34) 2 else 1, told.addresses.size)
        assertEquals("192.168.1.20", told.addresses.first())
        assertEquals(if (Build.VERSION.SDK_INT >= 36) "HP98E7F4000001.local" else "192.168.1.20", told.host)
    }

    @Test fun `a lost instance is gone, and what comes of it later is dropped`() {
        browse()
        val info = find()
        val late = if (Build.VERSION.SDK_INT >= 34) null else nsd.resolving(info).first()
        val callback = if (Build.VERSION.SDK_INT >= 34) nsd.watching(info).first() else null
        listener().onServiceLost(info)
        late?.onServiceResolved(info)
        callback?.onServiceUpdated(info)
        callback?.onServiceLost()
        assertEquals(listOf("gone $IPP $NAME"), ear.told)
        answer(find(), "192.168.1.20")
        assertEquals("resolved $NAME", ear.told.last())
    }

    @Test fun `nothing is told after the stop, whoever calls`() {
        browse()
        val listener = listener()
        val info = find()
        val resolve = if (Build.VERSION.SDK_INT >= 34) null else nsd.resolving(info).first()
        val watch = if (Build.VERSION.SDK_INT >= 34) nsd.watching(info).first() else null
        port.stop(1u)
        elsewhere {
            resolve?.onServiceResolved(info)
            watch?.onServiceUpdated(info)
            watch?.onServiceInfoCallbackRegistrationFailed(0)
            listener.onServiceFound(found("other"))
            listener.onServiceLost(info)
            listener.onDiscoveryStopped("_ipp._tcp")
            listener.onStartDiscoveryFailed("_ipp._tcp", NsdManager.FAILURE_INTERNAL_ERROR)
        }
        port.stop(1u)
        assertEquals(emptyList<String>(), ear.told)
        assertNull(nsd.resolving(found("other")).firstOrNull())
    }

    @Test fun `one type that cannot be browsed leaves the others, the last one ends the browse`() {
        browse()
        val (ipp, http) = listOf("_ipp._tcp", "_http._tcp").map(::listener)
        repeat(2) { ipp.onStartDiscoveryFailed("_ipp._tcp", NsdManager.FAILURE_MAX_LIMIT) }
        assertEquals(emptyList<String>(), ear.told)
        http.onDiscoveryStopped("_http._tcp")
        http.onStartDiscoveryFailed("_http._tcp", NsdManager.FAILURE_INTERNAL_ERROR)
        assertEquals(listOf("failed Failed"), ear.told)
        assertEquals(0, locks)
    }

    @Test fun `a refusal by the system is told as a missing permission`() {
        browse()
        listener().onStartDiscoveryFailed("_ipp._tcp", NsdManager.FAILURE_PERMISSION_DENIED)
        assertEquals(listOf("failed PermissionMissing"), ear.told)
        assertEquals(0, nsd.browsing("_http._tcp").size)
    }

    @Test fun `two browses do not disturb each other`() {
        val other = BrowseEar()
        browse()
        port.start(2u, listOf(HTTP), other)
        port.stop(2u)
        answer(find(), "192.168.1.20")
        assertEquals(listOf("resolved $NAME"), ear.told)
        assertEquals(emptyList<String>(), other.told)
    }

    @Test @Config(sdk = [36, 37]) fun `an instance that cannot be watched is resolved`() {
        browse()
        val info = find()
        nsd.watching(info).single().onServiceInfoCallbackRegistrationFailed(NsdManager.FAILURE_MAX_LIMIT)
        nsd.resolving(info).single().onServiceResolved(info)
        assertEquals(listOf("resolved $NAME"), ear.told)
    }

    @Test @Config(sdk = [36, 37]) fun `a permission that is taken away before an instance is resolved ends the browse`() {
        browse()
        val info = find()
        nsd.watching(info).single().onServiceInfoCallbackRegistrationFailed(NsdManager.FAILURE_PERMISSION_DENIED)
        assertEquals(listOf("failed PermissionMissing"), ear.told)
        assertEquals(0, nsd.browsing("_ipp._tcp").size + nsd.resolving(info).size)
    }

    @Test @Config(sdk = [36, 37]) fun `changes are told, and an instance that comes back`() {
        browse()
        val info = find()
        answer(info, "192.168.1.20")
        answer(info, "192.168.1.21")
        nsd.watching(info).first().onServiceLost()
        answer(info, "192.168.1.21")
        assertEquals(listOf(20, 21, 21).map { "192.168.1.$it" }, ear.instances.map { it.addresses.single() })
        assertEquals("gone $IPP $NAME", ear.told[2])
    }
}

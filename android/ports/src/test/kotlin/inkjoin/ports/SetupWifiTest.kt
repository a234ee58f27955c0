package inkjoin.ports

import android.Manifest.permission.NEARBY_WIFI_DEVICES
import android.net.ConnectivityManager
import android.net.ConnectivityManager.NetworkCallback
import android.net.Network
import android.net.NetworkCapabilities
import android.net.NetworkRequest
import android.os.Looper
import inkjoin.ffi.PortException
import java.util.concurrent.TimeUnit.MILLISECONDS
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowConnectivityManager
import org.robolectric.shadows.ShadowNetwork

private val PREFIXES = listOf("HP-Setup", "HP-Print-", "DIRECT-")

/** Keeps the request; may fail, or refuse to send through a network. */
@Implements(ConnectivityManager::class)
class Requests : ShadowConnectivityManager() {
    var request: NetworkRequest? = null
    var timeout = 0
    var failure: RuntimeException? = null
    var binds = true

    @Implementation
    override fun requestNetwork(request: NetworkRequest, callback: NetworkCallback, timeout: Int) {
        failure?.let { throw it }
        this.request = request
        this.timeout = timeout
        super.requestNetwork(request, callback, timeout)
    }

    @Implementation
    override fun bindProcessToNetwork(network: Network?): Boolean =
        (binds || network == null) && super.bindProcessToNetwork(network)
}

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [33, 36, 37], shadows = [Requests::class])
class SetupWifiTest {
    private val connectivity = checkNotNull(app.getSystemService(ConnectivityManager::class.java))
    private val system = Shadow.extract<Requests>(connectivity)
    private val desk = PermissionDesk()
    private var changes = 0
    private val road = Road(connectivity)
    private val port = SetupWifi(connectivity, Permits(app, desk), road) { changes += 1 }
    private val ear = JoinEar()
    private val there = ShadowNetwork.newInstance(7)

    private val bound get() = connectivity.boundNetworkForProcess
    private val callback get() = system.networkCallbacks.single()

    @Before fun allowed() = grant(NEARBY_WIFI_DEVICES)

    private fun join(id: ULong = 1u) = port.start(id, PREFIXES, ear)

    private fun pass(time: Long) = shadowOf(Looper.getMainLooper()).idleFor(time, MILLISECONDS)

    @Test fun `a Wi-Fi without internet is asked for, for at most a minute`() {
        join()
        val request = checkNotNull(system.request)
        assertTrue(request.hasTransport(NetworkCapabilities.TRANSPORT_WIFI))
        assertFalse(request.hasCapability(NetworkCapabilities.NET_CAPABILITY_INTERNET))
        assertTrue(system.timeout in 1..ANSWERED_WITHIN.toInt())
    }

    @Test @Config(sdk = [28, 33, 37]) fun `one pattern takes the names of all prefixes`() {
        val pattern = pattern(PREFIXES)
        val names = listOf("HP-Setup>4F-M277 LaserJet", "HP-Print-58-Photosmart 5520", "DIRECT-0A-HP ENVY", "DIRECT-")
        for (name in names) {
            assertTrue(name, pattern.match(name))
        }
        for (name in listOf("", "HP", "HP-", "hp-setup", "HP Setup", "Home", "My HP-Setup", "DIRECTOR")) {
            assertFalse(name, pattern.match(name))
        }
    }

    @Test fun `connections go there from the join to the leave`() {
        join()
        assertNull(bound)
        elsewhere { callback.onAvailable(there) }
        assertEquals(listOf(there, there), listOf(bound, port.network))
        assertEquals(listOf("joined"), ear.told)
        port.leave(1u)
        assertEquals(listOf(null, null), listOf(bound, port.network))
        assertTrue("given back", system.networkCallbacks.isEmpty())
        assertEquals(2, changes)
    }

    @Test fun `a network that is lost is left at once, and taken again when it comes back`() {
        join()
        callback.onAvailable(there)
        callback.onLost(ShadowNetwork.newInstance(8))
        assertEquals(there, bound)
        elsewhere { callback.onLost(there) }
        assertEquals(listOf(null, null), listOf(bound, port.network))
        assertEquals(2, changes)
        val again = ShadowNetwork.newInstance(9)
        callback.onAvailable(again)
        assertEquals(again, bound)
        assertEquals("answered once", listOf("joined"), ear.told)
    }

    @Test fun `a no, or none there, is told once, and late news are dropped`() {
        join()
        val callback = callback
        repeat(2) { callback.onUnavailable() }
        callback.onAvailable(there)
        callback.onLost(there)
        pass(2 * ANSWERED_WITHIN)
        port.leave(1u)
        assertEquals(listOf("failed Failed"), ear.told)
        assertNull(bound)
        assertEquals(0, changes)
    }

    @Test fun `a system that never answers is given up after a minute`() {
        join()
        pass(ANSWERED_WITHIN - 1)
        assertTrue(ear.told.isEmpty())
        pass(1)
        assertEquals(listOf("failed Failed"), ear.told)
        assertTrue(system.networkCallbacks.isEmpty())
    }

    @Test fun `one who has joined is not thrown out by the clock`() {
        join()
        callback.onAvailable(there)
        pass(10 * ANSWERED_WITHIN)
        assertEquals(there, bound)
        assertEquals(listOf("joined"), ear.told)
    }

    @Test fun `nothing is told after the leave`() {
        join()
        val callback = callback
        port.leave(1u)
        elsewhere {
            callback.onAvailable(there)
            callback.onUnavailable()
        }
        port.leave(1u)
        assertTrue(ear.told.isEmpty())
        assertNull(bound)
    }

    @Test fun `a network that cannot be used counts as not joined`() {
        system.binds = false
        join()
        callback.onAvailable(there)
        assertEquals(listOf("failed Failed"), ear.told)
        assertNull(port.network)
        assertTrue(system.networkCallbacks.isEmpty())
    }

    @Test fun `the system's refusals are told`() {
        system.failure = SecurityException()
        join(1u)
        system.failure = IllegalArgumentException()
        join(2u)
        assertEquals(listOf("failed PermissionMissing", "failed Failed"), ear.told)
    }

    @Test fun `the join waits for the person's yes within its minute`() {
        deny(NEARBY_WIFI_DEVICES)
        join(1u)
        assertNull(system.request)
        pass(20_000)
        desk.answer(granted = true)
        assertEquals((ANSWERED_WITHIN - 20_000).toInt(), system.timeout)
        deny(NEARBY_WIFI_DEVICES)
        join(2u)
        desk.answer(granted = false)
        assertEquals(listOf("failed PermissionMissing"), ear.told)
    }

    @Test @Config(sdk = [28]) fun `an old system cannot, so the person does it`() {
        assertThrows(PortException.Failed::class.java) { join() }
        assertTrue(ear.told.isEmpty() && system.networkCallbacks.isEmpty())
    }
}

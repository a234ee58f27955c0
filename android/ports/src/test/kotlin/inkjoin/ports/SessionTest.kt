package inkjoin.ports

import android.Manifest.permission.BLUETOOTH_SCAN
import android.bluetooth.BluetoothAdapter
import android.bluetooth.BluetoothManager
import android.content.pm.PackageManager
import android.net.ConnectivityManager
import android.net.nsd.NsdServiceInfo
import android.net.wifi.WifiManager
import inkjoin.choose
import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions
import inkjoin.ffi.bleFilter
import inkjoin.screenFlow
import java.net.InetAddress
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** Until the library has done what was asked for, in real time. */
private const val SOON = 20_000L

/**
 * The ports under a real session, so at one API level: the library is loaded once in a process, and each level has
 * classes of its own.
 */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class SessionTest {
    private val adapter = checkNotNull(app.getSystemService(BluetoothManager::class.java)).adapter
    private val nsd = Nsd()

    @Before fun phone() {
        shadowOf(app.getSystemService(ConnectivityManager::class.java)).clearAllNetworks()
        shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_BLUETOOTH_LE, true)
        shadowOf(adapter).setState(BluetoothAdapter.STATE_ON)
        grant(BLUETOOTH_SCAN)
    }

    private fun eventually(what: String, holds: () -> Boolean) {
        val until = System.nanoTime() + SOON * 1_000_000
        while (!holds()) {
            assertTrue(what, System.nanoTime() < until)
            Thread.sleep(1)
        }
    }

    private fun Session.shows(what: (Screen) -> Boolean): Screen =
        runBlocking { withTimeout(SOON) { screenFlow().first { what(it) } } }

    private fun Session.search() = choose(shows { it.id == "start" }, "begin")

    private fun printers(screen: Screen) = screen.choices.count { it.id.startsWith("printer:") }

    private val scanning get() = shadowOf(adapter.bluetoothLeScanner).activeScans.size

    @Test fun `a session browses, lists what is resolved, and drops what is gone`() {
        Session.start(SessionOptions(locale = "en"), AndroidPorts(app, PermissionDesk()).ports()).use { session ->
            session.search()
            eventually("it browses") { nsd.browsing("_ipp._tcp").isNotEmpty() }
            val info = NsdServiceInfo().apply {
                serviceName = "HP LaserJet M28w"
                serviceType = "_ipp._tcp"
                port = 9
                hostname = "HP98E7F4000001"
                hostAddresses = listOf(InetAddress.getLoopbackAddress())
                setAttribute("usb_MFG", "HP")
                setAttribute("ty", "HP LaserJet M28w")
                setAttribute("UUID", "1c852a4d-b800-1f08-abcd-98e7f4000001")
            }
            val listener = nsd.browsing("_ipp._tcp").single()
            listener.onServiceFound(info)
            nsd.watching(info).single().onServiceUpdated(info)
            session.shows { printers(it) == 1 }
            listener.onServiceLost(info)
            session.shows { it.id == "find" && printers(it) == 0 }
        }
        eventually("nothing goes on after it") {
            nsd.browsing("_ipp._tcp").isEmpty() &&
                shadowOf(app.getSystemService(WifiManager::class.java)).activeLockCount == 0
        }
    }

    @Test fun `a session listens until it ends`() {
        Session.start(SessionOptions(locale = "en"), AndroidPorts(app, PermissionDesk()).ports()).use { session ->
            session.search()
            eventually("it listens") { scanning == 1 }
            val filters = shadowOf(adapter.bluetoothLeScanner).activeScans.single().scanFilters()
            assertEquals(bleFilter().services, filters.mapNotNull { it.serviceUuid?.toString() })
        }
        eventually("it listens no more") { scanning == 0 }
    }
}

package inkjoin.ports

import android.Manifest.permission.ACCESS_LOCAL_NETWORK
import android.net.wifi.WifiManager
import inkjoin.ffi.NoHandle
import inkjoin.ffi.Session
import java.lang.ref.WeakReference
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

private class Counting(private val told: () -> Unit = {}) : Session(NoHandle) {
    override fun networkChanged() = told()
}

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36, 37])
class AndroidPortsTest {
    private val desk = PermissionDesk()
    private val locks get() = shadowOf(app.getSystemService(WifiManager::class.java)).activeLockCount

    @Before fun built() {
        app.applicationInfo.targetSdkVersion = 37
    }

    @Test fun `all ports are there, and none asks or listens before it is used`() {
        val ports = AndroidPorts(app, desk, ownMulticastDns = false, KNOWN).ports()
        assertTrue(listOf(ports.dnsSd, ports.ble, ports.setupWifi, ports.store).all { it != null })
        assertNull(desk.question.value)
        assertEquals(0, locks)
    }

    @Test @Config(sdk = [37]) fun `the library's own multicast DNS has the lock, and the permission asked for`() {
        deny(ACCESS_LOCAL_NETWORK)
        val ports = AndroidPorts(app, desk, ownMulticastDns = true, KNOWN)
        assertNull(ports.ports().dnsSd)
        var told = 0
        val session = Counting { told += 1 }
        val watch = ports.watch(session)
        assertEquals(1, locks)
        assertEquals(Need.LOCAL_NETWORK, desk.question.value?.need)
        desk.answer(granted = true)
        assertEquals("what can be seen now is another", 1, told)
        watch.close()
        assertEquals(0, locks)
        assertNotNull(session)
    }

    @Test @Config(sdk = [37]) fun `a watch that is closed takes its question back`() {
        deny(ACCESS_LOCAL_NETWORK)
        val ports = AndroidPorts(app, desk, ownMulticastDns = true, KNOWN)
        ports.ports()
        val watch = ports.watch(Counting())
        assertNotNull(desk.question.value)
        watch.close()
        assertNull(desk.question.value)
    }

    @Test fun `a watch does not keep its session alive`() {
        val ports = AndroidPorts(app, desk, ownMulticastDns = false, KNOWN)
        var session: Session? = Counting()
        val weak = WeakReference(session)
        val watch = ports.watch(checkNotNull(session))
        session = null
        val until = System.nanoTime() + 20_000_000_000
        while (weak.get() != null) {
            assertTrue("it is still held", System.nanoTime() < until)
            System.gc()
        }
        watch.close()
        assertNull(session)
    }
}

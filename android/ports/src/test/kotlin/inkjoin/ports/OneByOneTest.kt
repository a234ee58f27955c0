package inkjoin.ports

import android.net.nsd.NsdManager
import android.net.nsd.NsdServiceInfo
import android.os.Looper
import java.util.concurrent.TimeUnit.MILLISECONDS
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowNsdManager

/** The permission is taken away before anything is resolved. */
@Implements(NsdManager::class)
class RefusingNsdManager : ShadowNsdManager() {
    @Implementation
    override fun resolveService(info: NsdServiceInfo, listener: NsdManager.ResolveListener): Unit =
        throw SecurityException()
}

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [28, 33])
class OneByOneTest {
    private val nsd = Nsd()
    private val port = NsdBrowser(app, Permits(app, PermissionDesk()))
    private val ear = BrowseEar()

    private fun find(name: String): NsdServiceInfo {
        val info = NsdServiceInfo().apply {
            serviceName = name
            serviceType = "_ipp._tcp."
        }
        nsd.browsing("_ipp._tcp").first().onServiceFound(info)
        return info
    }

    private fun listeners(info: NsdServiceInfo) = nsd.resolving(info)

    private fun pass(time: Long) = shadowOf(Looper.getMainLooper()).idleFor(time, MILLISECONDS)

    private fun browse() = port.start(1u, listOf("_ipp._tcp.local."), ear)

    @Test fun `the next has its turn when the one before is answered`() {
        browse()
        val (one, two, three) = listOf("one", "two", "three").map(::find)
        assertEquals(listOf(1, 0, 0), listOf(one, two, three).map { listeners(it).size })
        listeners(one).first().onServiceResolved(one)
        listeners(two).first().onResolveFailed(two, NsdManager.FAILURE_INTERNAL_ERROR)
        listeners(three).first().onServiceResolved(three)
        assertEquals(listOf("resolved one", "resolved three"), ear.told)
    }

    @Test fun `a busy system is asked again`() {
        browse()
        val info = find("one")
        listeners(info).last().onResolveFailed(info, NsdManager.FAILURE_ALREADY_ACTIVE)
        assertEquals(1, listeners(info).size)
        pass(BUSY)
        assertEquals(2, listeners(info).size)
        listeners(info).last().onServiceResolved(info)
        assertEquals(listOf("resolved one"), ear.told)
    }

    @Test fun `one that is never answered does not hold up the others, and may be answered late and twice`() {
        browse()
        val (one, two) = listOf("one", "two").map(::find)
        val first = listeners(one).first()
        pass(UNANSWERED)
        val second = listeners(two).first()
        repeat(2) { first.onServiceResolved(one) }
        second.onServiceResolved(two)
        assertEquals(listOf("resolved one", "resolved one", "resolved two"), ear.told)
    }

    @Test fun `the stop empties the queue`() {
        browse()
        val (one, two) = listOf("one", "two").map(::find)
        val first = listeners(one).first()
        port.stop(1u)
        first.onServiceResolved(one)
        pass(UNANSWERED)
        assertNull(listeners(two).firstOrNull())
        assertEquals(emptyList<String>(), ear.told)
    }

    @Test @Config(shadows = [RefusingNsdManager::class]) fun `a permission taken away in the middle ends the browse`() {
        browse()
        find("one")
        assertEquals(listOf("failed PermissionMissing"), ear.told)
        assertEquals(0, nsd.browsing("_ipp._tcp").size)
    }
}

package inkjoin.app

import android.Manifest.permission.ACCESS_LOCAL_NETWORK
import android.Manifest.permission.NEARBY_WIFI_DEVICES
import android.net.ConnectivityManager
import android.net.nsd.NsdManager
import android.provider.Settings as System
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onNodeWithText
import androidx.test.core.app.ApplicationProvider
import inkjoin.ffi.Ports
import inkjoin.ports.AndroidPorts
import inkjoin.ports.Need
import inkjoin.tests.House
import inkjoin.tests.scene
import org.junit.Assert.assertEquals
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowNsdManager

/** On Android 17 both networks are asked for. Every "no" has its road, and every "yes" is used. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [37])
class NeedsTest {
    @get:Rule val rule = createEmptyComposeRule()
    private val app = ApplicationProvider.getApplicationContext<InkjoinApp>()
    private val browses
        get() = Shadow.extract<ShadowNsdManager>(app.getSystemService(NsdManager::class.java)).getDiscoveryListeners("_ipp._tcp").orEmpty().size
    private val requests
        get() = shadowOf(app.getSystemService(ConnectivityManager::class.java)).networkCallbacks.size

    @Before fun built() {
        app.applicationInfo.targetSdkVersion = 37
    }

    private fun inScene(name: String, change: (Ports, Ports) -> Ports, body: (LabGround, Fingers) -> Unit) =
        LabGround(scene(name)).use { lab ->
            lab.change = { change(it, AndroidPorts(app, app.desk).ports()) }
            Fingers(rule, lab).use { body(lab, it) }
        }

    private fun Fingers.asked(need: Need, why: Int) {
        until("a question") { tags("ask:").isNotEmpty() }
        assertEquals(need, app.desk.question.value?.need)
        rule.onNodeWithText(app.getString(why)).assertIsDisplayed()
    }

    private fun inSearch(body: (Fingers) -> Unit) =
        inScene("a port that never answers", { lab, phone -> lab.copy(dnsSd = phone.dnsSd) }) { _, fingers ->
            fingers.walk(until = "find")
            fingers.asked(Need.LOCAL_NETWORK, R.string.ask_local_network_why)
            body(fingers)
        }

    @Test
    fun `the home network granted is searched`() = inSearch { fingers ->
        assertEquals(0, browses)
        fingers.tap("ask:go-on")
        shadowOf(app).grantPermissions(ACCESS_LOCAL_NETWORK)
        assertEquals(listOf(ACCESS_LOCAL_NETWORK), fingers.answerSystem(granted = true))
        fingers.until("it is searched") { browses > 0 }
    }

    /** As also after "don't ask again": the system answers for the person then. */
    @Test
    fun `the home network denied is told, and the settings are a tap away`() = inSearch { fingers ->
        fingers.tap("ask:go-on")
        fingers.answerSystem(granted = false)
        fingers.until("the way to the settings") { fingers.tags("act").isNotEmpty() }
        fingers.tap("act")
        val opened = shadowOf(fingers.activity.get()).nextStartedActivity
        assertEquals(System.ACTION_APPLICATION_DETAILS_SETTINGS, opened.action)
        assertEquals(0, browses)
        // An address that is typed needs no search.
        fingers.walk()
        assertEquals("already-online", fingers.outcomeInWords())
    }

    private fun inHop(body: (House, Fingers) -> Unit) =
        inScene("a port that answers twice", { lab, phone -> lab.copy(setupWifi = phone.setupWifi) }) { lab, fingers ->
            fingers.walk(until = "to-printer-wifi")
            fingers.asked(Need.SETUP_WIFI, R.string.ask_setup_wifi_why)
            body(lab.house, fingers)
        }

    @Test
    fun `the printer's Wi-Fi granted is asked for`() = inHop { _, fingers ->
        val before = requests
        fingers.tap("ask:go-on")
        shadowOf(app).grantPermissions(NEARBY_WIFI_DEVICES)
        assertEquals(listOf(NEARBY_WIFI_DEVICES), fingers.answerSystem(granted = true))
        fingers.until("it is asked for") { requests > before }
    }

    @Test
    fun `the printer's Wi-Fi not granted is joined by hand`() = inHop { house, fingers ->
        fingers.tap("ask:not-now")
        fingers.until("the settings a tap away") { fingers.tags("act").isNotEmpty() }
        for ((where, next) in listOf("setup" to "coming-home", "home" to "ways")) {
            house.ask(mapOf("do" to "phone", "on" to where))
            fingers.until(next) { fingers.drawn() == next }
        }
        assertEquals("asked once", null, app.desk.question.value)
    }
}

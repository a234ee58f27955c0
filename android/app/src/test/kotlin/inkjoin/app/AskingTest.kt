package inkjoin.app

import android.Manifest.permission.BLUETOOTH_SCAN
import android.bluetooth.BluetoothManager
import android.content.pm.PackageManager
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onNodeWithText
import androidx.test.core.app.ApplicationProvider
import inkjoin.ports.AndroidPorts
import inkjoin.ports.Need
import inkjoin.tests.scene
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** A port asks in the middle of a search, and the person answers. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class AskingTest {
    @get:Rule val rule = createEmptyComposeRule()
    private val app = ApplicationProvider.getApplicationContext<InkjoinApp>()
    private val adapter = requireNotNull(app.getSystemService(BluetoothManager::class.java)?.adapter)
    private val scans get() = shadowOf(adapter.bluetoothLeScanner).activeScans

    /** The app at its search, where the phone's Bluetooth asks; then the lab's printer is still found. */
    private fun asked(body: (Fingers) -> Unit) {
        shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_BLUETOOTH_LE, true)
        shadowOf(adapter).setEnabled(true)
        LabGround(scene("joined by PIN")).use { lab ->
            lab.change = { it.copy(ble = AndroidPorts(app, app.desk).ports().ble) }
            Fingers(rule, lab).use { fingers ->
                fingers.walk(until = "find")
                fingers.until("a question") { fingers.tags("ask:").isNotEmpty() }
                assertEquals(Need.BLUETOOTH, app.desk.question.value?.need)
                body(fingers)
                fingers.until("no question") { fingers.tags("ask:").isEmpty() }
                assertNull(app.desk.question.value)
                fingers.walk()
                assertEquals("joined printer-answered", fingers.outcomeInWords())
            }
        }
    }

    @Test
    fun `why comes before the system's own dialog, and granted is heard`() = asked { fingers ->
        rule.onNodeWithText(app.getString(R.string.ask_bluetooth_why)).assertIsDisplayed()
        assertNull("not yet", shadowOf(fingers.activity.get()).lastRequestedPermission)
        fingers.tap("ask:go-on")
        assertTrue("the words are away", fingers.tags("ask:").isEmpty())
        shadowOf(app).grantPermissions(BLUETOOTH_SCAN)
        assertEquals(listOf(BLUETOOTH_SCAN), fingers.answerSystem(granted = true))
        fingers.until("a scan") { scans.isNotEmpty() }
    }

    @Test
    fun `denied to the system is an answer`() = asked { fingers ->
        fingers.tap("ask:go-on")
        fingers.answerSystem(granted = false)
        fingers.until("answered") { app.desk.question.value == null }
        assertTrue(scans.isEmpty())
    }

    @Test
    fun `not now is an answer, and the system asks nothing`() = asked { fingers ->
        fingers.tap("ask:not-now")
        fingers.until("answered") { app.desk.question.value == null }
        assertNull(shadowOf(fingers.activity.get()).lastRequestedPermission)
    }

    @Test
    fun `a turn keeps the question, and behind the system's dialog asks it not twice`() = asked { fingers ->
        fingers.rotate()
        fingers.until("the question again") { fingers.tags("ask:go-on").isNotEmpty() }
        fingers.tap("ask:go-on")
        val request = shadowOf(fingers.activity.get()).lastRequestedPermission
        fingers.rotate()
        fingers.until("a screen") { fingers.drawn() != null }
        assertTrue("the system still asks", fingers.tags("ask:").isEmpty())
        assertNotNull(app.desk.question.value)
        fingers.answerSystem(granted = false, request)
        fingers.until("answered") { app.desk.question.value == null }
    }
}

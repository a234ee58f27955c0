package inkjoin.app

import android.app.Notification
import android.app.NotificationManager
import android.content.Intent
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.test.core.app.ApplicationProvider
import inkjoin.tests.scene
import inkjoin.ui.WizardState
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import kotlin.math.abs

/** The clock while the person is in another app. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class NoticeTest {
    @get:Rule val rule = createEmptyComposeRule()
    private val app = ApplicationProvider.getApplicationContext<InkjoinApp>()
    private val manager = shadowOf(app.getSystemService(NotificationManager::class.java))
    private val shown get() = manager.allNotifications

    /** At a screen with a clock, in real time. */
    private fun atClock(allowed: Boolean = true, body: (LabGround, Fingers) -> Unit) {
        manager.setNotificationsEnabled(allowed)
        LabGround(scene("cancelled in the middle")).use { lab ->
            Fingers(rule, lab).use { fingers ->
                fingers.walk(until = "waiting")
                fingers.until("a clock") { fingers.model.state.value.clock() != null }
                body(lab, fingers)
            }
        }
        assertEquals("nothing is left at the end", emptyList<Notification>(), shown)
    }

    private fun Fingers.leave() {
        activity.pause().stop()
        shadowOf(android.os.Looper.getMainLooper()).idle()
    }

    @Test
    fun `away from a clock it is shown, and taken back on return`() = atClock { _, fingers ->
        assertEquals(emptyList<Notification>(), shown)
        fingers.leave()
        val notice = shown.single()
        val clock = checkNotNull(fingers.model.state.value.clock())
        val left = clock.endsAtMs.toLong() - checkNotNull(fingers.model.session).nowMs().toLong()
        val shownLeft = notice.`when` - System.currentTimeMillis()
        assertTrue("$shownLeft ms shown, $left ms left", abs(shownLeft - left) < 1_000)
        assertTrue(notice.extras.getBoolean(Notification.EXTRA_SHOW_CHRONOMETER))
        assertTrue(notice.extras.getBoolean(Notification.EXTRA_CHRONOMETER_COUNT_DOWN))
        assertTrue(notice.flags and Notification.FLAG_ONGOING_EVENT != 0)
        assertTrue("gone after ${notice.timeoutAfter} ms", abs(notice.timeoutAfter - left) < 1_000)
        fingers.activity.start().resume()
        assertEquals(emptyList<Notification>(), shown)
    }

    @Test
    fun `it says nothing of the screen, and on a locked phone not even the clock`() = atClock { lab, fingers ->
        fingers.leave()
        val notice = shown.single()
        assertEquals(Notification.VISIBILITY_PRIVATE, notice.visibility)
        assertFalse(notice.publicVersion.extras.getBoolean(Notification.EXTRA_SHOW_CHRONOMETER))
        val said = listOf(notice, notice.publicVersion).joinToString { "${it.extras} ${it.tickerText}" }
        val secrets = lab.house.info["canaries"].flatMap { all ->
            if (all.isContainerNode) all.map { it.asText() } else listOf(all.asText())
        }
        assertTrue("the lab has secrets", secrets.any { it.length > 3 })
        assertEquals(emptyList<String>(), secrets.filter { it.length > 3 && it in said })
        val screen = (fingers.model.state.value as WizardState.Drawn).screen
        assertFalse(screen.title in said)
    }

    @Test
    fun `a tap leads back to the app`() = atClock { _, fingers ->
        fingers.leave()
        val intent = shadowOf(shown.single().contentIntent).savedIntent
        assertEquals(MainActivity::class.java.name, intent.component?.className)
        assertEquals(Intent.ACTION_MAIN, intent.action)
        assertTrue(shadowOf(shown.single().contentIntent).flags and android.app.PendingIntent.FLAG_IMMUTABLE != 0)
    }

    @Test
    fun `when the clock ends while the person is away, it is taken back`() = atClock { lab, fingers ->
        fingers.leave()
        assertEquals(1, shown.size)
        lab.sessions.single().cancel()
        fingers.until("taken back") { shown.isEmpty() }
    }

    @Test
    fun `turned, nothing is shown`() = atClock { _, fingers ->
        fingers.rotate()
        assertEquals(emptyList<Notification>(), shown)
    }

    @Test
    fun `without the permission there is none`() = atClock(allowed = false) { _, fingers ->
        fingers.leave()
        assertEquals(emptyList<Notification>(), shown)
    }

    @Test
    fun `no clock, no notification`() {
        LabGround(scene("joined by PIN")).use { lab ->
            Fingers(rule, lab).use { fingers ->
                fingers.walk(until = "find")
                fingers.leave()
                assertEquals(emptyList<Notification>(), shown)
            }
        }
    }

    @Test
    fun `the offer comes with the first clock, is explained, and asked once`() = atClock { _, fingers ->
        fingers.until("the offer") { fingers.tags("clock-offer").isNotEmpty() }
        fingers.tap("clock-offer:yes")
        assertEquals(listOf(android.Manifest.permission.POST_NOTIFICATIONS), fingers.answerSystem(granted = false))
        fingers.until("no offer") { fingers.tags("clock-offer").isEmpty() }
        assertFalse(ClockQuestion(app).open())
    }
}

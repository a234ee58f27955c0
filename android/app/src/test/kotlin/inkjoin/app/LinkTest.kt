package inkjoin.app

import android.content.Intent
import android.net.Uri
import android.view.View
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import inkjoin.tests.scene
import org.junit.Assert.assertEquals
import org.junit.Assert.assertSame
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** How the app is opened. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class LinkTest {
    @get:Rule val rule = createEmptyComposeRule()

    private fun link(more: String) = Intent(Intent.ACTION_VIEW, Uri.parse("inkjoin://setup$more"))

    @Test
    fun `a link opens the first screen, whatever follows in it`() {
        for (more in listOf("", "/way/push", "?choose=begin&pin=12345670&url=http://8.8.8.8/", "#printer:1")) {
            LabGround(scene("joined by PIN")).use { lab ->
                Fingers(rule, lab, link(more)).use { fingers ->
                    fingers.until("the first screen of $more") { fingers.drawn() != null }
                    assertEquals(more, "start", fingers.drawn())
                    assertEquals(more, 1, lab.sessions.size)
                }
            }
        }
    }

    @Test
    fun `a link comes back to the setup that runs`() = LabGround(scene("joined by PIN")).use { lab ->
        Fingers(rule, lab).use { fingers ->
            fingers.walk(until = "ways")
            val session = fingers.model.session
            fingers.activity.pause().newIntent(link("?choose=begin")).resume()
            assertEquals("ways", fingers.drawn())
            assertSame(session, fingers.model.session)
            assertEquals(1, lab.sessions.size)
        }
    }

    @Test
    fun `the person's language goes to the session, also when it changes`() = LabGround(scene("joined by PIN")).use { lab ->
        RuntimeEnvironment.setQualifiers("+de-rAT")
        Fingers(rule, lab).use { fingers ->
            fingers.until("the first screen") { fingers.drawn() == "start" }
            assertEquals(listOf("de-AT"), lab.locales)
            val german = fingers.title()
            RuntimeEnvironment.setQualifiers("+en-rGB")
            fingers.rotate()
            fingers.until("the same screen in English, not $german") { fingers.drawn() == "start" && fingers.title() != german }
            assertEquals("the session goes on", 1, lab.sessions.size)
        }
    }

    @Test
    fun `nothing typed is filled in or kept by the system`() = LabGround(scene("joined by PIN")).use { lab ->
        Fingers(rule, lab).use { fingers ->
            val window = fingers.activity.get().window.decorView
            assertEquals(View.IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS, window.importantForAutofill)
        }
    }
}

package inkjoin.app

import android.os.Build
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import inkjoin.tests.scene
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** The shortest whole walk on every level that tests know, each in a process of its own. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [28, 33, 36, 37])
class SmokeTest {
    @get:Rule val rule = createEmptyComposeRule()

    @Test
    fun `joined by PIN`() {
        val begun = System.nanoTime()
        LabGround(scene("joined by PIN")).use { lab ->
            Fingers(rule, lab).use { fingers ->
                fingers.walk(until = "sign-in")
                fingers.activity.pause().stop().start().resume()
                fingers.walk()
                assertEquals("joined printer-answered", fingers.outcomeInWords())
            }
        }
        println("| API ${Build.VERSION.SDK_INT} | joined printer-answered | %.1f s |".format((System.nanoTime() - begun) / 1e9))
    }
}

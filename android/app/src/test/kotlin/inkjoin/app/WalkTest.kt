package inkjoin.app

import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import inkjoin.ffi.LogLevel
import inkjoin.ffi.setLog
import inkjoin.tests.Log
import inkjoin.tests.scene
import inkjoin.tests.sees
import inkjoin.tests.value
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** The app from the first screen to the last, tapped, through the core in Rust, to the lab. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class WalkTest {
    @get:Rule val rule = createEmptyComposeRule()

    private fun walks(name: String) {
        val scene = scene(name)
        val log = Log().also { setLog(it, LogLevel.DEBUG) }
        val begun = System.nanoTime()
        LabGround(scene).use { lab ->
            Fingers(rule, lab).use { fingers ->
                try {
                    fingers.walk()
                } finally {
                    lab.has.trace("android-" + name.replace(" ", "_").replace(",", ""), fingers.seen.joinToString("\n"), log)
                }
                sees(scene["sees"], fingers.seen)
                assertEquals(scene["outcome"].asText(), fingers.outcomeInWords())
                scene.path("then").properties().forEach { (path, wanted) -> assertEquals(wanted, lab.house.state().value(path)) }
            }
            assertEquals("nobody is told of the networks any more", 0, lab.watched.get())
        }
        println("| $name | ${scene["outcome"].asText()} | %.1f s |".format((System.nanoTime() - begun) / 1e9))
    }

    @Test fun `joined by PIN`() = walks("joined by PIN")

    @Test fun `wrong PIN, tried again`() = walks("wrong PIN, tried again")

    @Test fun `wrong PIN, left`() = walks("wrong PIN, left")

    @Test fun `push button`() = walks("push button")

    @Test fun `cancelled in the middle`() = walks("cancelled in the middle")
}

package inkjoin.app

import android.os.Looper
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.lifecycle.ViewModelStore
import androidx.test.core.app.ApplicationProvider
import inkjoin.ui.WizardModel
import inkjoin.ui.WizardState
import java.lang.management.ManagementFactory
import java.lang.ref.WeakReference
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** What a long session and one that is over leave behind. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class MemoryTest {
    @get:Rule val rule = createEmptyComposeRule()

    private fun heap(): Long {
        repeat(4) {
            System.gc()
            System.runFinalization()
            Thread.sleep(20)
        }
        return ManagementFactory.getMemoryMXBean().heapMemoryUsage.used
    }

    @Test
    fun `a thousand screens drawn leave nothing`() {
        // So fast that the four screens of a second are no limit.
        Alone(clockRate = 100u)
        Fingers(rule).use { fingers ->
            val at = mutableMapOf<Int, Long>()
            val begun = System.nanoTime()
            for (n in 1..1_000) {
                val (choice, next) = if (n % 2 == 1) "begin" to "find" else "back" to "start"
                fingers.until("$next, the ${n}th") { fingers.chooses(choice, next) }
                if (n % 200 == 0) at[n] = heap()
            }
            val growth = at.getValue(1_000) - at.getValue(400)
            println("| heap in KiB after so many screens | ${at.mapValues { it.value / 1024 }} | %.0f s |".format((System.nanoTime() - begun) / 1e9))
            assertTrue("grown by $growth bytes", growth < 1 shl 20)
        }
    }

    /** The screen in between may have been drawn anew, so the choice is made again until [next] is there. */
    private fun Fingers.chooses(choice: String, next: String): Boolean {
        val screen = (model.state.value as? WizardState.Drawn)?.screen
        if (screen != null && screen.id != next) model.choose(screen, choice, emptyMap())
        return drawn() == next
    }

    @Test
    fun `what is over is let go on both sides`() {
        Alone(clockRate = 1u)
        val held = inActivity() + inStore()
        val begun = System.nanoTime()
        while (held.values.any { it.get() != null } && System.nanoTime() - begun < 20e9) heap()
        assertEquals(emptySet<String>(), held.filterValues { it.get() != null }.keys)
    }

    /** In functions of their own: a frame of the interpreter holds whatever was in its slots. */
    private fun inActivity(): Map<String, WeakReference<*>> = Fingers(rule).use { fingers ->
        fingers.until("the first screen") { fingers.drawn() == "start" }
        // Not its model: the test's environment holds on to the activity, and that to the model.
        mapOf("an activity's session" to WeakReference(checkNotNull(fingers.model.session)))
    }

    private fun inStore(): Map<String, WeakReference<*>> {
        val app = ApplicationProvider.getApplicationContext<InkjoinApp>()
        val keeper = Keeper({ app.ground }, "en")
        val model = WizardModel(keeper::start).apply { addCloseable(keeper) }
        val store = ViewModelStore().apply { put("model", model) }
        rule.waitUntil(timeoutMillis = 20_000) {
            shadowOf(Looper.getMainLooper()).idle()
            model.state.value is WizardState.Drawn
        }
        val held = mapOf("a session" to model.session, "a model" to model, "its keeper" to keeper)
        store.clear()
        return held.mapValues { WeakReference(it.value) }
    }
}

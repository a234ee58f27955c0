package inkjoin.app

import android.os.Looper
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.lifecycle.ViewModelStore
import androidx.test.core.app.ApplicationProvider
import inkjoin.ui.WizardModel
import inkjoin.ui.WizardState
import java.lang.ref.WeakReference
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** What a session that is over leaves behind. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class MemoryTest {
    @get:Rule val rule = createEmptyComposeRule()

    private fun collect() {
        System.gc()
        System.runFinalization()
        Thread.sleep(20)
    }

    @Test
    fun `what is over is let go on both sides`() {
        Alone(clockRate = 1u)
        val held = inActivity() + inStore()
        val begun = System.nanoTime()
        while (held.values.any { it.get() != null } && System.nanoTime() - begun < 20e9) collect()
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

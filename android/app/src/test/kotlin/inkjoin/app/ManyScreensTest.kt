package inkjoin.app

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithTag
import inkjoin.choose
import inkjoin.ffi.Act
import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import inkjoin.screenFlow
import inkjoin.ui.Hands
import inkjoin.ui.InkjoinTheme
import inkjoin.ui.Wizard
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

private const val MANY = 1_000
private const val WARM = 400
private const val MOST = 1L shl 20

/** The legacy graphics of the tests would keep every line of text that was broken. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ManyScreensTest {
    @get:Rule val rule = createComposeRule()
    private var shown by mutableStateOf<Screen?>(null)

    /** Two sessions in turn, as one tells at most four screens in a second; each screen comes over the boundary anew. */
    @Test
    fun `a thousand screens leave nothing behind`() {
        val alone = Alone(clockRate = 1u)
        val sessions = listOf(alone.start("en"), alone.start("en"))
        sessions.last().toFind()
        val hands = HandsOf(sessions.first())
        rule.setContent { shown?.let { InkjoinTheme { Wizard(it, hands) } } }
        val used = List(MANY) { at ->
            shown = runBlocking { sessions[at % 2].nextScreen(0uL) }
            rule.onNodeWithTag("screen:${shown?.id}").assertExists()
            if (at + 1 == WARM || at + 1 == MANY) used() else 0
        }
        sessions.forEach(Session::close)
        val grown = used[MANY - 1] - used[WARM - 1]
        println("figure: memory from the ${WARM}th to the ${MANY}th screen: ${grown / 1024} KiB more")
        assertTrue("grown by $grown bytes", grown < MOST)
    }

    private fun Session.toFind() = runBlocking {
        withTimeout(20.seconds) {
            choose(screenFlow().first(), "begin")
            screenFlow().first { it.id == "find" }
        }
    }

    /** The least of several looks: what the runtime has under way itself comes and goes. */
    private fun used(): Long = List(10) {
        System.gc()
        System.runFinalization()
        Thread.sleep(100)
        Runtime.getRuntime().run { totalMemory() - freeMemory() }
    }.min()

    private class HandsOf(private val session: Session) : Hands {
        override fun choose(screen: Screen, choice: String, answers: Map<String, String>) = error("chosen")
        override fun reveal(secretId: ULong) = null
        override fun nowMs() = session.nowMs()
        override fun open(act: Act) = error("opened")
    }
}

package inkjoin.ui

import androidx.activity.BackEventCompat
import androidx.activity.ComponentActivity
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assert
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import inkjoin.ffi.Act
import inkjoin.ffi.Announce
import inkjoin.ffi.Block
import inkjoin.ffi.Phase
import inkjoin.ffi.PrinterCard
import inkjoin.ffi.Role
import inkjoin.ffi.Screen
import inkjoin.ffi.ScreenChoice
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class WizardTest {
    @get:Rule val rule = createAndroidComposeRule<ComponentActivity>()

    private val hands = Recorder()
    private var screen by mutableStateOf(Cases.of("en").first("find"))

    private fun show() = rule.setContent { Wizard(screen, hands) }

    @Test
    fun `the system's way back is the screen's`() {
        show()
        rule.runOnUiThread { rule.activity.onBackPressedDispatcher.onBackPressed() }
        rule.runOnIdle { assertEquals(listOf("back"), hands.chosen.map { it.second }) }
        screen = Cases.of("en").first("start")
        rule.runOnIdle { assertEquals(false, rule.activity.onBackPressedDispatcher.hasEnabledCallbacks()) }
    }

    @Test
    fun `a way back that is begun and let go leads nowhere`() {
        setScale(1f)
        show()
        val dispatcher = rule.activity.onBackPressedDispatcher
        val tag = "screen:${screen.id}"
        val width = { rule.onNodeWithTag(tag).fetchSemanticsNode().boundsInRoot.width }
        val whole = width()
        rule.runOnUiThread {
            dispatcher.dispatchOnBackStarted(pull(0f))
            dispatcher.dispatchOnBackProgressed(pull(0.5f))
        }
        assertTrue("it gives way", width() < whole)
        rule.runOnUiThread { dispatcher.dispatchOnBackCancelled() }
        assertEquals(whole, width())
        assertEquals(emptyList<Any>(), hands.chosen)
    }

    private fun pull(progress: Float) = BackEventCompat(0f, 100f, progress, BackEventCompat.EDGE_LEFT)

    @Test
    fun `a screen is spoken once, until another one comes`() {
        show()
        val first = screen.spoken
        assertEquals(first, pane())
        screen = screen.copy(revision = 500u, spoken = "something new on the same screen")
        assertEquals(first, pane())
        screen = Cases.of("en").first("start")
        assertEquals(screen.spoken, pane())
    }

    private fun pane() =
        rule.onNodeWithTag("screen:${screen.id}").fetchSemanticsNode().config[SemanticsProperties.PaneTitle]

    @Test
    fun `news are said by their urgency, each once`() {
        show()
        assertEquals(listOf("", ""), said())
        screen = screen.copy(revision = 501u, announce = Announce("One printer", urgent = false))
        assertEquals(listOf("One printer", ""), said())
        screen = screen.copy(revision = 502u, announce = Announce("The router does not answer", urgent = true))
        assertEquals(listOf("One printer", "The router does not answer"), said())
        screen = screen.copy(revision = 503u, announce = null)
        assertEquals(listOf("One printer", "The router does not answer"), said())
        // The same once more must be another text, or nobody hears it.
        screen = screen.copy(revision = 504u, announce = Announce("One printer", urgent = false))
        assertEquals(listOf("One printer\u200B", "The router does not answer"), said())
    }

    private fun said() = listOf("said", "said:urgent").map { tag ->
        rule.onNodeWithTag(tag).fetchSemanticsNode().words()
    }

    @Test
    fun `details are folded in at first, and say so`() {
        screen = Cases.of("en").with<Block.Details>()
        show()
        val fact = screen.blocks.filterIsInstance<Block.Details>().first().details.first()
        rule.onNodeWithText(fact.value, substring = true).assertDoesNotExist()
        rule.onNodeWithTag("details").assert(state("hidden"))
        rule.onNodeWithTag("details").performScrollTo().performClick()
        rule.onNodeWithTag("details").assert(state("shown"))
        rule.onNodeWithText(fact.name).assertExists()
    }

    private fun state(words: String) = SemanticsMatcher.expectValue(SemanticsProperties.StateDescription, words)

    @Test
    fun `what the device can open is offered once`() {
        screen = Cases.of("en").with<Block.Link>()
        show()
        rule.onNodeWithTag("link").performScrollTo().performClick()
        val link = screen.blocks.filterIsInstance<Block.Link>().first()
        assertEquals(listOf<Act>(Act.OpenUrl(link.url)), hands.opened)
        screen = screen.copy(revision = 600u, act = Act.OpenUrl(link.url))
        rule.onNodeWithTag("act").assertDoesNotExist()
        screen = Cases.of("en").all.first { it.screen.act is Act.OpenSettings }.screen
        rule.onNodeWithTag("act").performScrollTo().performClick()
        assertEquals(screen.act, hands.opened.last())
    }

    @Test
    fun `without animations what is busy stands still`() {
        setScale(0f)
        show()
        rule.onNodeWithTag("still", useUnmergedTree = true).assertExists()
        rule.onNodeWithTag("moving", useUnmergedTree = true).assertDoesNotExist()
    }

    @Test
    fun `animations that are switched off while a screen is there end on it`() {
        setScale(1f)
        show()
        rule.onNodeWithTag("moving", useUnmergedTree = true).assertExists()
        setScale(0f)
        rule.onNodeWithTag("still", useUnmergedTree = true).assertExists()
    }

    private fun setScale(scale: Float) = rule.activity.animate(scale)

    @Test
    fun `fifty printers, each its own choice and no button beside`() {
        val cards = (1..50).map { PrinterCard("printer:$it", "HP LaserJet $it", "", "ending in $it") }
        val taps = cards.map { ScreenChoice(it.choice, it.name, Role.SECONDARY, emptyList()) }
        screen = Screen("find", 1u, Phase.FIND, "Printers", listOf(Block.Printers(cards)), taps, "", null, null, false)
        show()
        rule.onNodeWithTag("choice:printer:50").performScrollTo().performClick()
        assertEquals("printer:50", hands.chosen.single().second)
        // One more comes: where the person has scrolled to stays.
        val before = rule.onNodeWithTag("choice:printer:50").fetchSemanticsNode().positionInRoot
        val one = PrinterCard("printer:51", "HP", "", "")
        screen = screen.copy(revision = 2u, blocks = listOf(Block.Printers(cards + one)))
        rule.waitForIdle()
        assertEquals(before, rule.onNodeWithTag("choice:printer:50").fetchSemanticsNode().positionInRoot)
        assertTrue(rule.onNodeWithTag("choice:printer:51").fetchSemanticsNode().size.height > 0)
    }
}

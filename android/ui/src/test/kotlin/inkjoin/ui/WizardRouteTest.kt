package inkjoin.ui

import androidx.activity.ComponentActivity
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.unit.LayoutDirection
import inkjoin.ffi.Outcome
import inkjoin.ffi.ProofKind
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class WizardRouteTest {
    @get:Rule val rule = createAndroidComposeRule<ComponentActivity>()

    private var state by mutableStateOf<WizardState>(WizardState.Starting)
    private var locale by mutableStateOf("en")
    private val done = mutableListOf<String>()

    private fun show() = rule.setContent {
        val language = Cases.of(locale).language
        WizardRoute(state, Recorder(), { done += "begin" }, language = language, close = { done += "close" })
    }

    @Test
    fun `from the start to the end`() {
        show()
        rule.onNodeWithText("Starting …").assertIsDisplayed()
        state = WizardState.Drawn(Cases.of("en").first("start"))
        rule.onNodeWithTag("screen:start").assertIsDisplayed()
        rule.onNodeWithTag("starting").assertDoesNotExist()
        val last = Cases.of("en").first("ended")
        state = WizardState.Drawn(last)
        rule.onNodeWithTag("close").assertDoesNotExist()
        state = WizardState.Ended(Outcome.Joined(ProofKind.PRINTER_ANSWERED), last)
        rule.onNodeWithText(last.title).assertIsDisplayed()
        rule.onNodeWithTag("close").performClick()
        rule.onNodeWithTag("start-again").performClick()
        assertEquals(listOf("close", "begin"), done)
    }

    @Test
    fun `a start that failed is tried again only where that can help`() {
        state = WizardState.NotStarted(again = true)
        show()
        rule.onNodeWithTag("try-again").performClick()
        assertEquals(listOf("begin"), done)
        state = WizardState.NotStarted(again = false)
        rule.onNodeWithText("This app is damaged. Install it once more.").assertIsDisplayed()
        rule.onNodeWithTag("try-again").assertDoesNotExist()
    }

    @Test
    fun `an end without a screen has its own words`() {
        state = WizardState.Ended(null)
        show()
        rule.onNodeWithText("It is over").assertIsDisplayed()
    }

    @Test
    fun `our own words and the direction are the screens', not the system's`() {
        show()
        locale = "de"
        rule.onNodeWithText("Es geht gleich los …").assertIsDisplayed()
        locale = "ar-XB"
        state = WizardState.Drawn(Cases.of("ar-XB").first("start"))
        val title = rule.onNodeWithTag("title").fetchSemanticsNode()
        assertEquals(LayoutDirection.Rtl, title.layoutInfo.layoutDirection)
        val room = rule.onNodeWithTag("screen:start").fetchSemanticsNode().size.width
        assertTrue(title.positionInRoot.x > room / 4f)
    }
}

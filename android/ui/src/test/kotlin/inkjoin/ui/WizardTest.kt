package inkjoin.ui

import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithText
import inkjoin.ffi.Act
import inkjoin.ffi.Phase
import inkjoin.ffi.Screen
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class WizardTest {
    @get:Rule val rule = createComposeRule()

    @Test
    fun `the title is there`() {
        val hands = object : Hands {
            override fun choose(screen: Screen, choice: String, answers: Map<String, String>) = Unit
            override fun reveal(secretId: ULong) = null
            override fun nowMs() = 0uL
            override fun open(act: Act) = Unit
        }
        rule.setContent { Wizard(Screen("a", 1u, Phase.FIND, "Hello", emptyList(), emptyList(), "", null, null, false), hands) }
        rule.onNodeWithText("Hello").assertIsDisplayed()
    }
}

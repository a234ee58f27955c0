package inkjoin.ui

import android.text.InputType
import android.view.View
import android.view.ViewGroup
import android.view.inputmethod.EditorInfo
import androidx.activity.ComponentActivity
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assert
import androidx.compose.ui.test.assertContentDescriptionEquals
import androidx.compose.ui.test.assertIsFocused
import androidx.compose.ui.test.assertIsNotFocused
import androidx.compose.ui.test.junit4.StateRestorationTester
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performImeAction
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextReplacement
import inkjoin.ffi.Block
import inkjoin.ffi.FieldInput
import inkjoin.ffi.Screen
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class FieldTest {
    @get:Rule val rule = createAndroidComposeRule<ComponentActivity>()

    private val hands = Recorder()
    private var screen by mutableStateOf(Cases.of("en").with<Block.Field> { it.id == "password" })

    private fun screenWith(input: FieldInput) = Cases.of("en").with<Block.Field> { it.input == input }

    @Test
    fun `the keyboard's own key takes the usual choice with all that was typed`() {
        rule.setContent { Wizard(screen, hands) }
        rule.onNodeWithTag("field:user").performTextReplacement("admin")
        rule.onNodeWithTag("field:password").performTextInput("sesame")
        rule.onNodeWithTag("field:password").performImeAction()
        val (_, choice, answers) = hands.chosen.single()
        assertEquals("sign-in" to mapOf("user" to "admin", "password" to "sesame"), choice to answers)
    }

    @Test
    fun `a field that is wrong has the focus and says why`() {
        val wrong = Cases.of("en").with<Block.Field> { it.problem != null }
        val field = wrong.blocks.filterIsInstance<Block.Field>().first { it.problem != null }
        screen = wrong.without()
        rule.setContent { Wizard(screen, hands) }
        rule.onNodeWithTag("field:${field.id}").assertIsNotFocused()
        screen = wrong.copy(revision = wrong.revision + 1000u)
        rule.onNodeWithTag("field:${field.id}").assertIsFocused()
            .assert(SemanticsMatcher.expectValue(SemanticsProperties.Error, field.problem.orEmpty()))
    }

    private fun Screen.without() = copy(blocks = blocks.map { if (it is Block.Field) it.copy(problem = null) else it })

    @Test
    fun `a password is hidden until the eye is tapped`() {
        rule.setContent { Wizard(screen, hands) }
        rule.onNodeWithTag("field:password").performTextInput("sesame")
        val field = rule.onNodeWithTag("field:password").fetchSemanticsNode()
        assertTrue(field.config.contains(SemanticsProperties.Password))
        rule.onNodeWithTag("eye").assertContentDescriptionEquals("Show password").performScrollTo().performClick()
        rule.onNodeWithTag("eye").assertContentDescriptionEquals("Hide password")
    }

    @Test
    fun `the system keeps what is typed and not secret, and nothing else`() {
        val restoration = StateRestorationTester(rule)
        restoration.setContent { Wizard(screen, hands, drafts = remember { Drafts() }) }
        rule.onNodeWithTag("field:user").performTextReplacement("somebody")
        rule.onNodeWithTag("field:password").performTextInput("sesame")
        restoration.emulateSavedInstanceStateRestore()
        assertEquals("somebody", typed("user"))
        assertEquals("", typed("password"))
    }

    @Test
    fun `a secret outlives a rotation in memory, and its screen not at all`() {
        val drafts = Drafts()
        val restoration = StateRestorationTester(rule)
        restoration.setContent { Wizard(screen, hands, drafts = drafts) }
        rule.onNodeWithTag("field:password").performTextInput("sesame")
        restoration.emulateSavedInstanceStateRestore()
        assertEquals("sesame".length, typed("password")?.length)
        val asked = screen
        screen = Cases.of("en").first("start")
        rule.waitForIdle()
        screen = asked
        assertEquals("", typed("password"))
    }

    @Test
    fun `each input has its keyboard, and secret ones are not learned`() {
        rule.setContent { Wizard(screen, hands) }
        val learned = FieldInput.entries.associateWith { input ->
            screen = screenWith(input)
            val id = screen.blocks.filterIsInstance<Block.Field>().first { it.input == input }.id
            rule.onNodeWithTag("field:$id").performScrollTo().performClick()
            rule.waitForIdle()
            val info = EditorInfo()
            rule.runOnUiThread { compose(rule.activity.window.decorView)?.onCreateInputConnection(info) }
            info.inputType and (InputType.TYPE_MASK_CLASS or InputType.TYPE_MASK_VARIATION) to
                (info.imeOptions and EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING == 0)
        }
        val text = InputType.TYPE_CLASS_TEXT
        val expected = mapOf(
            FieldInput.ADDRESS to (text or InputType.TYPE_TEXT_VARIATION_URI to true),
            FieldInput.TEXT to (text to true),
            FieldInput.PASSWORD to (text or InputType.TYPE_TEXT_VARIATION_PASSWORD to false),
            FieldInput.DIGITS to (InputType.TYPE_CLASS_NUMBER to false),
        )
        assertEquals(expected, learned)
    }

    private fun compose(view: View): View? = when {
        view.onCheckIsTextEditor() -> view
        view is ViewGroup -> (0 until view.childCount).firstNotNullOfOrNull { compose(view.getChildAt(it)) }
        else -> null
    }

    private fun typed(id: String) =
        rule.onNodeWithTag("field:$id").fetchSemanticsNode().config.getOrNull(SemanticsProperties.EditableText)?.text
}

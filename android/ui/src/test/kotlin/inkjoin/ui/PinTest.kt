package inkjoin.ui

import android.content.ClipData
import android.content.ClipDescription
import android.content.ClipboardManager
import android.os.Looper
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import androidx.activity.ComponentActivity
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assert
import androidx.compose.ui.test.assertContentDescriptionEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import inkjoin.ffi.Block
import java.time.Duration
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class PinTest {
    @get:Rule val rule = createAndroidComposeRule<ComponentActivity>()

    private val hands = Recorder()
    private var screen by mutableStateOf(Cases.of("en").first("your-pin"))
    private val clipboard by lazy { rule.activity.getSystemService(ClipboardManager::class.java) }

    private fun show() = rule.setContent { Wizard(screen, hands) }

    @Test
    fun `a screen reader reads it digit by digit`() {
        show()
        rule.onNodeWithTag("pin").assertContentDescriptionEquals("1 2 3 4, 5 6 7 0")
        rule.onNodeWithTag("pin").assert(SemanticsMatcher.expectValue(SemanticsProperties.IsSensitiveData, true))
    }

    @Test
    fun `one that is not needed any more is not there`() {
        hands.pin = null
        show()
        rule.onNodeWithText("The PIN is not needed any more.").assertIsDisplayed()
        rule.onNodeWithTag("pin").assertDoesNotExist()
        rule.onNodeWithTag("copy").assertDoesNotExist()
    }

    @Test
    fun `a copy is marked as secret and gone after a minute`() {
        show()
        rule.onNodeWithTag("copy").performScrollTo().performClick()
        assertEquals("12345670", copied())
        assertTrue(clipboard.primaryClipDescription?.extras?.getBoolean(ClipDescription.EXTRA_IS_SENSITIVE) == true)
        rule.onNodeWithText("Copied. It is deleted there after 1 minute.").assertExists()
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofSeconds(59))
        assertEquals("12345670", copied())
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofSeconds(2))
        assertNull(copied())
    }

    @Test
    fun `what was copied meanwhile stays`() {
        show()
        rule.onNodeWithTag("copy").performScrollTo().performClick()
        clipboard.setPrimaryClip(ClipData.newPlainText("", "something else"))
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofSeconds(90))
        assertEquals("something else", copied())
    }

    @Test
    fun `its window is secure until the person allows pictures, and no longer than its screen`() {
        show()
        assertTrue(secure())
        rule.onNodeWithTag("screenshots").performScrollTo().performClick()
        rule.runOnIdle { assertEquals(false, secure()) }
        rule.onNodeWithTag("screenshots").performClick()
        rule.runOnIdle { assertTrue(secure()) }
        screen = Cases.of("en").first("start")
        rule.runOnIdle { assertEquals(false, secure()) }
        screen = Cases.of("en").with<Block.Field> { it.id == "password" }
        rule.runOnIdle { assertTrue(secure()) }
    }

    @Test
    fun `a window that the app itself has made secure stays so`() {
        rule.runOnUiThread { rule.activity.window.addFlags(FLAG_SECURE) }
        show()
        screen = Cases.of("en").first("start")
        rule.runOnIdle { assertTrue(secure()) }
    }

    private fun copied() = clipboard.primaryClip?.getItemAt(0)?.text?.toString()

    private fun secure() = rule.activity.window.attributes.flags and FLAG_SECURE != 0
}

package inkjoin.ui

import androidx.activity.ComponentActivity
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.asAndroidBitmap
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.unit.dp
import inkjoin.ffi.Colour
import inkjoin.ffi.Pattern
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** The lamp as it is drawn, in its own time. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class LampTest {
    @get:Rule val rule = createAndroidComposeRule<ComponentActivity>()

    /** Which halves shine, left and right, at each half second from the first on. */
    private fun halves(pattern: Pattern, scale: Float): List<String> {
        rule.activity.animate(scale)
        rule.mainClock.autoAdvance = false
        rule.setContent { InkjoinTheme(dark = false) { Lamp(Colour.BLUE, pattern, 48.dp) } }
        rule.mainClock.advanceTimeByFrame()
        rule.mainClock.advanceTimeBy(200)
        return List(4) {
            if (it > 0) rule.mainClock.advanceTimeBy(500)
            val picture = rule.onNodeWithTag("lamp").captureToImage().asAndroidBitmap()
            listOf(5, 7).joinToString("") { twelfth ->
                val pixel = Color(picture.getPixel(picture.width * twelfth / 12, picture.height / 2))
                if (pixel.blue > pixel.red + 0.3f) "*" else "-"
            }
        }
    }

    @Test fun `blinking is one flash a second`() = assertEquals(listOf("**", "--", "**", "--"), halves(Pattern.BLINKING, 1f))

    @Test fun `blinking stands still, half lit, without animations`() =
        assertEquals(List(4) { "*-" }, halves(Pattern.BLINKING, 0f))

    @Test fun `steady stays`() = assertEquals(List(4) { "**" }, halves(Pattern.STEADY, 1f))

    @Test fun `off is dark`() = assertEquals(List(4) { "--" }, halves(Pattern.OFF, 1f))
}

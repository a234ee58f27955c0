package inkjoin.ui

import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Paint
import android.graphics.Rect
import androidx.compose.ui.graphics.asAndroidBitmap
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithTag
import java.io.File
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** Every screen as a picture, one sheet for each look. Nothing is asserted: they are for eyes. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36], qualifiers = "w1280dp-h1280dp-mdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class PicturesTest {
    @get:Rule val rule = createComposeRule()

    @Test
    fun `each screen in each look`() {
        val stage = Stage(rule)
        val wanted = System.getProperty("inkjoin.looks")?.split(",")
        for ((name, look) in LOOKS.filterKeys { wanted == null || it in wanted }) {
            val cases = Cases.of(look.locale)
            stage.hands.now = { cases.nowMs }
            val pictures = cases.firsts.filter { name !in FEW || it.screen.id in SOME }.map { case ->
                stage.show(case.screen, look)
                rule.onNodeWithTag("stage").captureToImage().asAndroidBitmap().also { it.save("$name/${case.screen.id}") }
            }
            sheet(pictures).save("../contact-sheet-$name")
        }
    }

    private fun sheet(pictures: List<Bitmap>): Bitmap {
        val columns = if (pictures.first().width > pictures.first().height) 4 else 7
        val width = SHEET / columns
        val height = width * pictures.first().height / pictures.first().width
        val rows = (pictures.size + columns - 1) / columns
        val sheet = Bitmap.createBitmap(columns * (width + GAP) + GAP, rows * (height + GAP) + GAP, Bitmap.Config.ARGB_8888)
        val canvas = Canvas(sheet).apply { drawColor(Color.GRAY) }
        val paint = Paint(Paint.FILTER_BITMAP_FLAG)
        pictures.forEachIndexed { index, picture ->
            val left = GAP + index % columns * (width + GAP)
            val top = GAP + index / columns * (height + GAP)
            canvas.drawBitmap(picture, null, Rect(left, top, left + width, top + height), paint)
        }
        return sheet
    }

    private companion object {
        val LOOKS = mapOf(
            "light" to Look(),
            "dark" to Look(dark = true),
            "large-de" to Look("de", letters = 2f),
            "right-to-left" to Look("ar-XB"),
            "long" to Look("en-XA"),
            "small" to Look(width = 320, height = 480),
            "tablet" to Look(width = 1280, height = 800, density = 1f),
            "landscape" to Look("de", width = 640, height = 360),
        )
        val FEW = setOf("long", "small", "tablet", "landscape")
        val SOME = setOf("start", "find", "ways", "sign-in", "type-pin", "router-page", "your-pin", "push-router", "waiting", "joined", "failed")
        const val SHEET = 1400
        const val GAP = 8
    }
}

fun Bitmap.save(name: String) {
    val file = File(System.getProperty("inkjoin.shots") ?: "target/shots", "$name.png")
    file.parentFile?.mkdirs()
    file.outputStream().use { compress(Bitmap.CompressFormat.PNG, 100, it) }
}

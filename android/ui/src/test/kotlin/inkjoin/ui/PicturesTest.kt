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
import inkjoin.ffi.Block
import inkjoin.ffi.FieldInput
import inkjoin.ffi.Level
import inkjoin.ffi.Pattern
import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/**
 * Every screen as a picture, one sheet for each look, for eyes: `-Dinkjoin.looks=all` draws every look, else it is two.
 * A machine can tell from pixels whether a text stands out, and whether a few pictures are as they were.
 */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36], qualifiers = "w1280dp-h1280dp-mdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class PicturesTest {
    @get:Rule val rule = createComposeRule()

    @Test
    fun `each screen in each look`() {
        val stage = Stage(rule)
        val checks = Checks()
        val wanted = System.getProperty("inkjoin.looks", "light,dark").split(",")
        for ((name, look) in LOOKS.filterKeys { it in wanted || "all" in wanted }) {
            val cases = Cases.of(look.locale)
            stage.hands.now = { cases.nowMs }
            val pictures = shown(name, cases).map { case ->
                stage.show(case.screen, look)
                val stand = rule.onNodeWithTag("stage", useUnmergedTree = true)
                val picture = stand.captureToImage().asAndroidBitmap().also { it.save("$name/${case.screen.id}") }
                checks.contrast("$name ${case.screen.id}", stand.fetchSemanticsNode(), picture)
                if ("$name-${case.screen.id}" in GOLDEN) checks.golden("$name-${case.screen.id}", picture)
                picture
            }
            sheet(pictures).save("../contact-sheet-$name")
        }
        println(checks.report())
        assertEquals("", checks.faults.joinToString("\n"))
    }

    private fun shown(name: String, cases: Cases) = when (name) {
        "kinds" -> KINDS.mapNotNull { kind -> cases.all.firstOrNull { case -> case.screen.blocks.any(kind) } }
        in FEW -> cases.firsts.filter { it.screen.id in SOME }
        else -> cases.firsts
    }

    private fun sheet(pictures: List<Bitmap>): Bitmap {
        val columns = if (pictures.first().width > pictures.first().height) 4 else 7
        val width = SHEET / columns
        val height = width * pictures.first().height / pictures.first().width
        val rows = (pictures.size + columns - 1) / columns
        val (wide, high) = columns * (width + GAP) + GAP to rows * (height + GAP) + GAP
        val sheet = Bitmap.createBitmap(wide, high, Bitmap.Config.ARGB_8888)
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
            "kinds" to Look(height = 1100, density = 1f),
            "landscape" to Look("de", width = 640, height = 360),
        )
        /** Blocks that no first case has. */
        val KINDS = listOf<(Block) -> Boolean>(
            { it is Block.Printers && it.printers.size > 1 },
            { it is Block.Link },
            { it is Block.Details },
            { it is Block.Field && it.problem != null && it.input == FieldInput.PASSWORD },
            { it is Block.Field && it.input == FieldInput.DIGITS && it.problem != null },
            { it is Block.Light && it.pattern == Pattern.BLINKING },
            { it is Block.Light && it.pattern == Pattern.OFF },
            { it is Block.Notice && it.level == Level.ERROR },
            { it is Block.Notice && it.level == Level.INFO },
            { it is Block.Progress && it.of > 0u },
            { it is Block.Steps && it.steps.any { step -> step.light != null } },
            { it is Block.Steps && it.steps.any { step -> step.icon == "hold" } },
            { it is Block.Steps && it.steps.any { step -> step.icon == "unplug" } },
        )
        val GOLDEN = setOf("light-your-pin", "light-sign-in", "light-router-page", "dark-waiting", "dark-unknown")
        val FEW = setOf("long", "small", "tablet", "landscape")
        val SOME = setOf(
            "start", "find", "ways", "sign-in", "type-pin", "router-page",
            "your-pin", "push-router", "waiting", "joined", "failed",
        )
        const val SHEET = 1400
        const val GAP = 8
    }
}

fun Bitmap.save(name: String) {
    val file = File(System.getProperty("inkjoin.shots") ?: "target/shots", "$name.png")
    file.parentFile?.mkdirs()
    file.outputStream().use { compress(Bitmap.CompressFormat.PNG, 100, it) }
}

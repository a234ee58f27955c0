package inkjoin.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.size
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import inkjoin.ffi.Block
import inkjoin.ffi.Colour
import inkjoin.ffi.Pattern
import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.sin
import kotlinx.coroutines.delay

/** A light of the printer, with its name and words. */
@Composable
internal fun LightBlock(light: Block.Light) {
    Panel {
        Row(
            Modifier.semantics(mergeDescendants = true) {},
            Arrangement.spacedBy(16.dp),
            Alignment.CenterVertically,
        ) {
            Lamp(light.colour, light.pattern, 48.dp)
            Column(Modifier.weight(1f), Arrangement.spacedBy(2.dp)) {
                Words(light.name, style = MaterialTheme.typography.labelLarge)
                Prose(light.words)
            }
        }
    }
}

/**
 * A lamp as it blinks. Each pattern has a form of its own, for those who do not tell the colours apart: long rays are
 * light that stays, short ones are blinking, of which a still picture has one half lit, and none is off. Says nothing
 * itself: the words stand beside it.
 */
@Composable
internal fun Lamp(colour: Colour, pattern: Pattern, size: Dp) {
    val blinks = pattern == Pattern.BLINKING && !reducedMotion()
    var lit by remember(pattern) { mutableStateOf(true) }
    if (blinks) {
        LaunchedEffect(pattern) {
            while (true) {
                delay(HALF_BLINK_MS)
                lit = !lit
            }
        }
    }
    val edge = MaterialTheme.colorScheme.outline
    val still = pattern == Pattern.BLINKING && !blinks
    Canvas(Modifier.size(size).testTag("lamp")) { lamp(colour.drawn(), edge, pattern, lit || !blinks, still) }
}

private fun DrawScope.lamp(light: Color, edge: Color, pattern: Pattern, lit: Boolean, half: Boolean) {
    val unit = size.minDimension / 24
    val on = pattern != Pattern.OFF && lit
    if (on && half) {
        drawArc(light, HALF_FROM, HALF, true, center - Offset(6 * unit, 6 * unit), Size(12 * unit, 12 * unit))
    } else if (on) {
        drawCircle(light, 6 * unit)
    }
    drawCircle(edge, 6 * unit, style = Stroke(1.5f * unit))
    if (on) rays(light, edge, unit, if (pattern == Pattern.BLINKING) 1.6f else 3.4f)
}

private fun DrawScope.rays(light: Color, edge: Color, unit: Float, length: Float) {
    for (ray in 0 until RAYS) {
        val angle = 2 * PI * ray / RAYS
        val way = Offset(cos(angle).toFloat(), sin(angle).toFloat())
        val from = center + way * (8.2f * unit)
        val to = center + way * ((8.2f + length) * unit)
        drawLine(edge, from, to, 2f * unit, StrokeCap.Round)
        drawLine(light, from, to, 1.2f * unit, StrokeCap.Round)
    }
}

private fun Colour.drawn() = when (this) {
    Colour.BLUE -> Color(0xFF2F7DF6)
    Colour.WHITE -> Color(0xFFFFFFFF)
    Colour.GREEN -> Color(0xFF28B446)
    Colour.AMBER -> Color(0xFFFFA000)
    Colour.RED -> Color(0xFFE53935)
    Colour.PURPLE -> Color(0xFF9B51E0)
}

/** One flash a second: three are the most that is safe (WCAG 2.3.1). */
private const val HALF_BLINK_MS = 500L
private const val RAYS = 8
private const val HALF_FROM = 90f
private const val HALF = 180f

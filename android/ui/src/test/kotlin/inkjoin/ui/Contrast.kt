package inkjoin.ui

import android.graphics.Bitmap
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.TextLayoutResult
import androidx.core.graphics.ColorUtils

/** The contrast of each text with its ground, as it came out in pixels. */
fun Checks.contrast(where: String, root: SemanticsNode, picture: Bitmap) {
    val origin = root.boundsInRoot.topLeft
    for (node in root.all()) {
        val results = mutableListOf<TextLayoutResult>()
        node.config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(results)
        val size = results.firstOrNull()?.layoutInput?.style?.fontSize ?: continue
        val bounds = node.boundsInRoot.translate(-origin)
        // Scrolled out of view, in part or whole: what is left may be the edge of a line.
        if (bounds.height < node.size.height || bounds.isEmpty) continue
        val ratio = picture.contrastIn(bounds) ?: continue
        // Large is 24 px (CSS) and more (WCAG 1.4.3).
        val least = if (size.value >= 24) 3.0 else 4.5
        expect("text stands out from its ground", where, ratio >= least) { "%.1f ${node.words()}".format(ratio) }
    }
}

/** Of the commonest colour and of the one farthest from it: strokes are thin, few pixels have their full colour. */
private fun Bitmap.contrastIn(bounds: Rect): Double? {
    val left = bounds.left.toInt().coerceIn(0, width - 1)
    val top = bounds.top.toInt().coerceIn(0, height - 1)
    val wide = (bounds.width.toInt()).coerceAtMost(width - left)
    val high = (bounds.height.toInt()).coerceAtMost(height - top)
    if (wide <= 0 || high <= 0) return null
    val pixels = IntArray(wide * high).also { getPixels(it, 0, wide, left, top, wide, high) }
    val colors = pixels.toList().groupingBy { it or OPAQUE }.eachCount()
    val ground = colors.maxBy { it.value }.key
    return colors.keys.maxOf { ColorUtils.calculateContrast(it, ground) }
}

private const val OPAQUE = 0xFF000000.toInt()

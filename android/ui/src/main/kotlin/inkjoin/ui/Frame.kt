package inkjoin.ui

import androidx.compose.foundation.ScrollState
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.displayCutout
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.imePadding
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.systemBars
import androidx.compose.foundation.layout.union
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.times

/**
 * Where the parts of a screen go: the way back on top, the scrolling body, the choices below it. On something wide and
 * short the choices stand beside the body.
 */
@Composable
internal fun Frame(
    modifier: Modifier,
    back: Tap?,
    choices: List<Tap>,
    scroll: ScrollState,
    body: @Composable ColumnScope.() -> Unit,
) {
    Surface(modifier.fillMaxSize()) {
        BoxWithConstraints(Modifier.windowInsetsPadding(WindowInsets.systemBars.union(WindowInsets.displayCutout))) {
            // By the room without a keyboard: else the field that opens it would move to another place.
            val beside = maxWidth >= WIDE && maxHeight < SHORT && choices.isNotEmpty()
            val roomy = maxWidth >= WIDE
            Column(Modifier.fillMaxSize().imePadding(), horizontalAlignment = Alignment.CenterHorizontally) {
                if (back != null) BackRow(back, if (beside) Modifier else Modifier.widthIn(max = BODY))
                if (beside) Beside(choices, scroll, body) else Below(choices, scroll, roomy, body)
            }
        }
    }
}

@Composable
private fun ColumnScope.Beside(choices: List<Tap>, scroll: ScrollState, body: @Composable ColumnScope.() -> Unit) {
    Row(Modifier.weight(1f).fillMaxWidth(), Arrangement.Center) {
        Body(Modifier.weight(3f, fill = false).widthIn(max = BODY), scroll, body)
        Box(Modifier.weight(2f, fill = false).widthIn(max = BESIDE).verticalScroll(rememberScrollState())) {
            Buttons(choices)
        }
    }
}

@Composable
private fun ColumnScope.Below(
    choices: List<Tap>,
    scroll: ScrollState,
    roomy: Boolean,
    body: @Composable ColumnScope.() -> Unit,
) {
    BoxWithConstraints(Modifier.weight(1f), Alignment.TopCenter) {
        val fixed = fixed(choices, minOf(maxWidth, BODY), maxHeight)
        Column(Modifier.widthIn(max = BODY)) {
            // Where there is room a short screen is kept together; on a phone the choices stay near the thumb.
            Body(Modifier.weight(1f, fill = !roomy), scroll) {
                body()
                if (fixed < choices.size) Buttons(choices.drop(fixed), sides = 0.dp)
            }
            if (fixed > 0) {
                if (scroll.canScrollForward) HorizontalDivider()
                Buttons(choices.take(fixed))
            }
        }
    }
}

@Composable
private fun Body(modifier: Modifier, scroll: ScrollState, body: @Composable ColumnScope.() -> Unit) {
    Column(
        modifier.verticalScroll(scroll).padding(horizontal = SIDES, vertical = 12.dp),
        Arrangement.spacedBy(16.dp),
        content = body,
    )
}

@Composable
private fun Buttons(choices: List<Tap>, sides: Dp = SIDES) {
    Column(Modifier.padding(horizontal = sides, vertical = 12.dp), Arrangement.spacedBy(CHOICE_GAP)) {
        for (choice in choices) ChoiceButton(choice)
    }
}

/**
 * How many choices stay in view under a body that scrolls: all of them, where that leaves more than half of the room to
 * what they are about; else the usual one. The others then follow the body.
 */
@Composable
private fun fixed(choices: List<Tap>, width: Dp, height: Dp): Int {
    val measurer = rememberTextMeasurer()
    val style = MaterialTheme.typography.labelLarge
    val heights = with(LocalDensity.current) {
        val room = Constraints(maxWidth = (width - 2 * SIDES - 2 * CHOICE_SIDES).roundToPx().coerceAtLeast(1))
        choices.map {
            val text = measurer.measure(it.label, style, constraints = room).size.height.toDp()
            maxOf(CHOICE_HEIGHT, text + 2 * CHOICE_ENDS)
        }
    }
    val all = heights.fold(24.dp - CHOICE_GAP) { sum, each -> sum + each + CHOICE_GAP }
    val first = heights.firstOrNull() ?: return 0
    return if (all <= height * SHARE) choices.size else if (first <= height * SHARE) 1 else 0
}

private const val SHARE = 0.45f
private val WIDE = 600.dp
private val SHORT = 480.dp
private val BODY = 600.dp
private val BESIDE = 400.dp
private val SIDES = 16.dp

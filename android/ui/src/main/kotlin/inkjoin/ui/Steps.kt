package inkjoin.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import inkjoin.ffi.Step
import inkjoin.ffi.StepLight

/** Numbered steps, each with its picture. */
@Composable
internal fun StepsBlock(steps: List<Step>) {
    Column(verticalArrangement = Arrangement.spacedBy(12.dp)) {
        steps.forEachIndexed { index, step -> StepRow(index + 1, step) }
    }
}

@Composable
private fun StepRow(number: Int, step: Step) {
    // Large letters need the width: the picture then stands below the number.
    val large = largeLetters()
    Row(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(12.dp)) {
        Column(verticalArrangement = Arrangement.spacedBy(8.dp), horizontalAlignment = Alignment.CenterHorizontally) {
            Number(number)
            if (large) Picture(step)
        }
        Column(Modifier.weight(1f).padding(top = 4.dp), Arrangement.spacedBy(4.dp)) {
            if (step.usually) Usually()
            Prose(step.text)
            step.light?.let { LightOfStep(it) }
        }
        if (!large) Picture(step)
    }
}

@Composable
private fun Number(number: Int) {
    val spoken = stringResource(R.string.step_number, number)
    val colors = MaterialTheme.colorScheme
    val style = MaterialTheme.typography.titleSmall
    // Round at any size of the letters.
    val side = with(LocalDensity.current) { style.lineHeight.toDp() } + 12.dp
    Box(
        Modifier
            .background(colors.primaryContainer, CircleShape)
            .size(side)
            .clearAndSetSemantics { contentDescription = spoken },
        Alignment.Center,
    ) {
        Text("$number", style = style, color = colors.onPrimaryContainer)
    }
}

/** Nobody has seen it for certain. */
@Composable
private fun Usually() {
    val colors = MaterialTheme.colorScheme
    OwnWords(
        stringResource(R.string.step_usually),
        Modifier
            .background(colors.surfaceContainerHighest, RoundedCornerShape(6.dp))
            .padding(horizontal = 8.dp, vertical = 2.dp),
        MaterialTheme.typography.labelMedium,
        colors.onSurfaceVariant,
    )
}

@Composable
private fun LightOfStep(light: StepLight) {
    Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
        Lamp(light.colour, light.pattern, 32.dp)
        val color = MaterialTheme.colorScheme.onSurfaceVariant
        Words(light.words, Modifier.weight(1f), MaterialTheme.typography.bodyMedium, color)
    }
}

/** The keys to press, where it is about keys. They say nothing: the sentence names them. */
@Composable
private fun Picture(step: Step) {
    val colors = MaterialTheme.colorScheme
    if (step.keys.isNotEmpty()) {
        Column(verticalArrangement = Arrangement.spacedBy(4.dp)) { for (key in step.keys) Key(key, step.icon == HOLD) }
    } else {
        Box(Modifier.background(colors.surfaceContainerHigh, RoundedCornerShape(12.dp)).padding(8.dp)) {
            Icon(Icons.ofStep(step.icon), contentDescription = null, Modifier.size(28.dp), tint = colors.primary)
        }
    }
}

/** A key as it looks from above, what is printed on it, and a small clock where it is [held]. */
@Composable
private fun Key(name: String, held: Boolean) {
    val colors = MaterialTheme.colorScheme
    val touched = name.startsWith(ON_DISPLAY)
    val shape = if (touched) RoundedCornerShape(8.dp) else CircleShape
    val edge = if (touched) Modifier else Modifier.border(2.dp, colors.outline, shape)
    Box(Modifier.size(44.dp).testTag("key:$name").background(colors.surfaceContainerHigh, shape).then(edge), Alignment.Center) {
        Icons.ofKey(name)?.let { Icon(it, contentDescription = null, Modifier.size(26.dp), tint = colors.primary) }
        if (held) {
            Box(Modifier.align(Alignment.BottomEnd).background(colors.surface, CircleShape).padding(1.dp)) {
                Icon(Icons.Clock, contentDescription = null, Modifier.size(16.dp), tint = colors.onSurface)
            }
        }
    }
}

/** The picture of a step in which a key is held down for a while. */
private const val HOLD = "hold"
private const val ON_DISPLAY = "icon-"

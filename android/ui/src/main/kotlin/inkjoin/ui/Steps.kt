package inkjoin.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
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
    Row(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(12.dp)) {
        Number(number)
        Column(Modifier.weight(1f).padding(top = 4.dp), Arrangement.spacedBy(4.dp)) {
            if (step.usually) Usually()
            Words(step.text)
            step.light?.let { LightOfStep(it) }
        }
        Picture(step.icon)
    }
}

@Composable
private fun Number(number: Int) {
    val spoken = stringResource(R.string.step_number, number)
    val colors = MaterialTheme.colorScheme
    Box(
        Modifier
            .background(colors.primaryContainer, CircleShape)
            .defaultMinSize(32.dp, 32.dp)
            .padding(4.dp)
            .clearAndSetSemantics { contentDescription = spoken },
        Alignment.Center,
    ) {
        Text("$number", style = MaterialTheme.typography.titleSmall, color = colors.onPrimaryContainer)
    }
}

/** Nobody has seen it for certain. */
@Composable
private fun Usually() {
    val colors = MaterialTheme.colorScheme
    Words(
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
        Words(light.words, Modifier.weight(1f), MaterialTheme.typography.bodyMedium, MaterialTheme.colorScheme.onSurfaceVariant)
    }
}

@Composable
private fun Picture(name: String) {
    val colors = MaterialTheme.colorScheme
    Box(Modifier.background(colors.surfaceContainerHigh, RoundedCornerShape(12.dp)).padding(8.dp)) {
        Icon(Icons.ofStep(name), contentDescription = null, Modifier.size(28.dp), tint = colors.primary)
    }
}

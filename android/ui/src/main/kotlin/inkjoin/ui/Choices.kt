package inkjoin.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.FilledTonalButton
import androidx.compose.material3.Icon
import androidx.compose.material3.LocalTextStyle
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import inkjoin.ffi.Role

/** Something to tap. Its label is the core's, in the screens' language, or our [own]. */
internal class Tap(
    val tag: String,
    val label: String,
    val role: Role,
    val icon: ImageVector? = null,
    val own: Boolean = false,
    val act: () -> Unit,
)

/** One choice, as wide as its place; a long label takes several lines. */
@Composable
internal fun ChoiceButton(tap: Tap) {
    val modifier = Modifier.fillMaxWidth().heightIn(min = CHOICE_HEIGHT).testTag(tap.tag)
    val label: @Composable RowScope.() -> Unit = { Label(tap) }
    when (tap.role) {
        Role.PRIMARY -> Button(tap.act, modifier, shape = shape, contentPadding = padding, content = label)
        Role.SECONDARY -> FilledTonalButton(tap.act, modifier, shape = shape, contentPadding = padding, content = label)
        Role.DESTRUCTIVE -> Destructive(tap, modifier, label)
        Role.BACK, Role.HELP -> TextButton(tap.act, modifier, shape = shape, contentPadding = padding, content = label)
    }
}

@Composable
private fun Destructive(tap: Tap, modifier: Modifier, label: @Composable RowScope.() -> Unit) {
    val error = MaterialTheme.colorScheme.error
    val colors = ButtonDefaults.outlinedButtonColors(contentColor = error)
    OutlinedButton(
        tap.act,
        modifier,
        shape = shape,
        colors = colors,
        border = BorderStroke(1.dp, error),
        contentPadding = padding,
        content = label,
    )
}

@Composable
private fun RowScope.Label(tap: Tap) {
    if (tap.icon != null) Icon(tap.icon, contentDescription = null, Modifier.padding(end = 8.dp).size(20.dp))
    val place = Modifier.weight(1f, fill = tap.icon == null)
    val style = LocalTextStyle.current.copy(textAlign = TextAlign.Center)
    if (tap.own) OwnWords(tap.label, place, style) else Words(tap.label, place, style)
}

internal val CHOICE_HEIGHT = 52.dp
internal val CHOICE_GAP = 8.dp
internal val CHOICE_SIDES = 24.dp
internal val CHOICE_ENDS = 12.dp

// Not a stadium: the ends of one that is three lines tall leave no room for words.
private val shape = RoundedCornerShape(CHOICE_HEIGHT / 2)
private val padding = PaddingValues(CHOICE_SIDES, CHOICE_ENDS)

package inkjoin.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.isSensitiveData
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import inkjoin.ffi.Block

/** The PIN, large, in two groups. Its digits are asked for each time that it is drawn, and kept nowhere. */
@Composable
internal fun PinBlock(pin: Block.Pin, reveal: (ULong) -> String?) {
    val colors = MaterialTheme.colorScheme
    Panel(colors.primaryContainer, colors.onPrimaryContainer) {
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(12.dp), Alignment.CenterHorizontally) {
            Words(pin.label, style = MaterialTheme.typography.titleSmall)
            val digits = reveal(pin.secretId)
            if (digits == null) {
                Words(stringResource(R.string.pin_gone))
            } else {
                Digits(digits)
                CopyButton(pin.secretId, reveal)
            }
        }
    }
}

@Composable
private fun Digits(digits: String) {
    val style = MaterialTheme.typography.displaySmall.copy(fontFamily = FontFamily.Monospace)
    val groups = digits.chunked(GROUP)
    // Digits run from the left in every language.
    CompositionLocalProvider(LocalLayoutDirection provides LayoutDirection.Ltr) {
        FlowRow(
            Modifier.testTag("pin").clearAndSetSemantics {
                // One by one, with a pause between the groups: else it is read as one large number.
                contentDescription = groups.joinToString(", ") { it.toList().joinToString(" ") }
                isSensitiveData = true
            },
            Arrangement.spacedBy(20.dp, Alignment.CenterHorizontally),
        ) {
            for (group in groups) Text(group, style = style, softWrap = false)
        }
    }
}

@Composable
private fun CopyButton(secretId: ULong, reveal: (ULong) -> String?) {
    val context = LocalContext.current
    val name = stringResource(R.string.pin_clip)
    var copied by remember(secretId) { mutableStateOf(false) }
    OutlinedButton(
        { reveal(secretId)?.let { SecretClip.copy(context, name, it) }.also { copied = it != null } },
        Modifier.testTag("copy"),
    ) {
        Icon(if (copied) Icons.Done else Icons.Copy, contentDescription = null, Modifier.size(20.dp))
        Words(
            stringResource(if (copied) R.string.pin_copied else R.string.pin_copy),
            Modifier.padding(start = 8.dp).semantics { liveRegion = LiveRegionMode.Polite },
        )
    }
}

private const val GROUP = 4

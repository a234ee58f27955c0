package inkjoin.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import inkjoin.ffi.Detail

/** Facts for those who want them. */
@Composable
internal fun DetailsBlock(details: List<Detail>) {
    var shown by rememberSaveable { mutableStateOf(false) }
    Column {
        Header(shown) { shown = !shown }
        if (shown) {
            Column(Modifier.padding(bottom = 8.dp), Arrangement.spacedBy(12.dp)) {
                for (detail in details) Fact(detail)
            }
        }
    }
}

@Composable
private fun Header(shown: Boolean, toggle: () -> Unit) {
    val state = stringResource(if (shown) R.string.details_shown else R.string.details_hidden)
    Row(
        Modifier
            .fillMaxWidth()
            .heightIn(min = 48.dp)
            .testTag("details")
            .clickable(role = Role.Button, onClick = toggle)
            .semantics { stateDescription = state },
        Arrangement.spacedBy(12.dp),
        Alignment.CenterVertically,
    ) {
        OwnWords(stringResource(R.string.details), Modifier.weight(1f), MaterialTheme.typography.titleSmall)
        Icon(if (shown) Icons.Fold else Icons.Unfold, contentDescription = null, Modifier.size(24.dp))
    }
}

@Composable
private fun Fact(detail: Detail) {
    val style = MaterialTheme.typography.bodyMedium
    Column(Modifier.semantics(mergeDescendants = true) {}) {
        Words(detail.name, style = style.copy(fontWeight = FontWeight.Medium))
        Words(detail.value, style = style, color = MaterialTheme.colorScheme.onSurfaceVariant)
    }
}

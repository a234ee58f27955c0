package inkjoin.ui

import android.view.Window
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import androidx.activity.compose.LocalActivity
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Switch
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import java.util.WeakHashMap

/** Keeps a screen with a secret out of screenshots and of the list of recent apps, until the person allows it there. */
@Composable
internal fun SecureScreen(screenId: String) {
    var allowed by rememberSaveable(screenId) { mutableStateOf(false) }
    if (!allowed) SecureWindow()
    Row(
        Modifier
            .fillMaxWidth()
            .heightIn(min = 56.dp)
            .testTag("screenshots")
            .toggleable(allowed, role = Role.Switch) { allowed = it },
        Arrangement.spacedBy(16.dp),
        Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            Words(stringResource(R.string.screenshots_allow), style = MaterialTheme.typography.bodyLarge)
            Words(
                stringResource(R.string.screenshots_why),
                style = MaterialTheme.typography.bodySmall,
                color = MaterialTheme.colorScheme.onSurfaceVariant,
            )
        }
        Switch(allowed, onCheckedChange = null)
    }
}

@Composable
private fun SecureWindow() {
    val window = LocalActivity.current?.window ?: return
    DisposableEffect(window) {
        hold(window)
        onDispose { letGo(window) }
    }
}

/** While one screen fades into another both hold the flag. One that the app set by itself is left alone. */
private val holders = WeakHashMap<Window, Int>()

private fun hold(window: Window) {
    val before = holders[window] ?: 0
    if (before == 0 && window.attributes.flags and FLAG_SECURE != 0) return
    holders[window] = before + 1
    window.addFlags(FLAG_SECURE)
}

private fun letGo(window: Window) {
    val left = (holders[window] ?: return) - 1
    if (left > 0) {
        holders[window] = left
    } else {
        holders.remove(window)
        window.clearFlags(FLAG_SECURE)
    }
}

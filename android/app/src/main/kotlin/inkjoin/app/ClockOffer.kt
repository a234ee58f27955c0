package inkjoin.app

import android.Manifest.permission.POST_NOTIFICATIONS
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.Build
import androidx.activity.compose.rememberLauncherForActivityResult
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import androidx.core.content.edit

/** Whether the person is still to be asked for notifications: from Android 13 on, and once. */
internal class ClockQuestion(private val context: Context) {
    private val kept get() = context.getSharedPreferences("asked", Context.MODE_PRIVATE)

    fun open(): Boolean =
        Build.VERSION.SDK_INT >= 33 && context.checkSelfPermission(POST_NOTIFICATIONS) != PERMISSION_GRANTED &&
            !kept.getBoolean(POST_NOTIFICATIONS, false)

    fun answered() = kept.edit { putBoolean(POST_NOTIFICATIONS, true) }
}

/** A strip above a screen with a clock, not a dialog: the clock runs, and nothing may stand in the person's way. */
@Composable
internal fun ClockOffer(answered: () -> Unit) {
    val system = rememberLauncherForActivityResult(RequestPermission()) { answered() }
    val edges = WindowInsets.safeDrawing.only(WindowInsetsSides.Top + WindowInsetsSides.Horizontal)
    Surface(Modifier.testTag("clock-offer"), color = MaterialTheme.colorScheme.secondaryContainer) {
        Column(Modifier.fillMaxWidth().windowInsetsPadding(edges).padding(16.dp, 8.dp)) {
            Text(stringResource(R.string.clock_offer))
            Row {
                TextButton({ system.launch(POST_NOTIFICATIONS) }, Modifier.testTag("clock-offer:yes")) {
                    Text(stringResource(R.string.clock_offer_yes))
                }
                TextButton(answered, Modifier.testTag("clock-offer:no")) {
                    Text(stringResource(R.string.clock_offer_no))
                }
            }
        }
    }
}

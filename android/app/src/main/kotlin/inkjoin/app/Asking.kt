package inkjoin.app

import androidx.activity.compose.rememberLauncherForActivityResult
import androidx.activity.result.contract.ActivityResultContracts.RequestMultiplePermissions
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import inkjoin.ports.Need
import inkjoin.ports.PermissionDesk

/** The question that is open at [desk]: first why, in our words, then the system's own dialog. "Not now" is an answer. */
@Composable
internal fun Asking(desk: PermissionDesk) {
    val question by desk.question.collectAsStateWithLifecycle()
    // What the system's dialog asks for. It stays through a rotation, and so does this.
    var launched by rememberSaveable { mutableStateOf(emptyList<String>()) }
    val system = rememberLauncherForActivityResult(RequestMultiplePermissions()) { given ->
        // Meanwhile the question may have been taken back. And a request that was broken off comes back empty.
        val asked = desk.question.value?.takeIf { it.permissions == launched }
        launched = emptyList()
        asked?.let { desk.answered(it, granted = it.permissions.all { one -> given[one] == true }) }
    }
    val open = question
    if (open == null) {
        // The process ended behind the system's dialog, and with it the question.
        LaunchedEffect(Unit) { launched = emptyList() }
    } else if (launched != open.permissions) {
        Why(
            open.need,
            goOn = {
                launched = open.permissions
                system.launch(open.permissions.toTypedArray())
            },
            notNow = { desk.answered(open, granted = false) },
        )
    }
}

@Composable
private fun Why(need: Need, goOn: () -> Unit, notNow: () -> Unit) {
    val (title, why) = words(need)
    AlertDialog(
        onDismissRequest = notNow,
        modifier = Modifier.testTag("ask:${need.name}"),
        title = { Text(stringResource(title)) },
        text = { Text(stringResource(why)) },
        confirmButton = {
            TextButton(goOn, Modifier.testTag("ask:go-on")) { Text(stringResource(R.string.ask_go_on)) }
        },
        dismissButton = {
            TextButton(notNow, Modifier.testTag("ask:not-now")) { Text(stringResource(R.string.ask_not_now)) }
        },
    )
}

/** Title and reason. */
private fun words(need: Need): Pair<Int, Int> =
    when (need) {
        Need.LOCAL_NETWORK -> Pair(R.string.ask_local_network_title, R.string.ask_local_network_why)
        Need.BLUETOOTH -> Pair(R.string.ask_bluetooth_title, R.string.ask_bluetooth_why)
        Need.SETUP_WIFI -> Pair(R.string.ask_setup_wifi_title, R.string.ask_setup_wifi_why)
    }

package inkjoin.app

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.consumeWindowInsets
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import inkjoin.ports.PermissionDesk
import inkjoin.ui.Hands
import inkjoin.ui.Wizard
import inkjoin.ui.WizardModel
import inkjoin.ui.WizardState

/** The wizard, with what the system side has to ask. */
@Composable
internal fun Setup(model: WizardModel, hands: Hands, desk: PermissionDesk) {
    val state by model.state.collectAsStateWithLifecycle()
    val context = LocalContext.current
    val question = remember(context) { ClockQuestion(context) }
    var open by remember { mutableStateOf(question.open()) }
    val offered = open && state.clock() != null
    MaterialTheme {
        Column {
            if (offered) {
                ClockOffer {
                    question.answered()
                    open = false
                }
            }
            val top = WindowInsets.safeDrawing.only(WindowInsetsSides.Top)
            Box(if (offered) Modifier.weight(1f).consumeWindowInsets(top) else Modifier.weight(1f)) {
                (state as? WizardState.Drawn)?.let { Wizard(it.screen, hands) }
            }
        }
        Asking(desk)
    }
}

package inkjoin.app

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.consumeWindowInsets
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.safeDrawing
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
import inkjoin.ui.InkjoinTheme
import inkjoin.ui.WizardModel
import inkjoin.ui.WizardRoute

/** The wizard, with what the system side has to ask. [close] leaves the app. */
@Composable
internal fun Setup(model: WizardModel, hands: Hands, desk: PermissionDesk, close: () -> Unit) {
    val state by model.state.collectAsStateWithLifecycle()
    val context = LocalContext.current
    val question = remember(context) { ClockQuestion(context) }
    var open by remember { mutableStateOf(question.open()) }
    val offered = open && state.clock() != null
    InkjoinTheme {
        Column {
            if (offered) {
                ClockOffer {
                    question.answered()
                    open = false
                }
            }
            val top = WindowInsets.safeDrawing.only(WindowInsetsSides.Top)
            Box(if (offered) Modifier.weight(1f).consumeWindowInsets(top) else Modifier.weight(1f)) {
                WizardRoute(model, hands, close = close)
            }
        }
        Asking(desk)
    }
}

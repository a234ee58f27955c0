package inkjoin.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.material3.Button
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import inkjoin.ffi.Screen

/** One screen of the wizard: its blocks from top to bottom, then its choices. */
@Composable
fun Wizard(screen: Screen, hands: Hands, modifier: Modifier = Modifier) {
    Column(modifier.testTag("screen:${screen.id}")) {
        Text(screen.title, Modifier.testTag("title"))
        for (choice in screen.choices) {
            Button({ hands.choose(screen, choice.id, emptyMap()) }, Modifier.testTag("choice:${choice.id}")) { Text(choice.label) }
        }
    }
}

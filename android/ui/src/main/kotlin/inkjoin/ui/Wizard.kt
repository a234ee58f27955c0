package inkjoin.ui

import androidx.activity.compose.PredictiveBackHandler
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.rememberScrollState
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.FloatState
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.MutableFloatState
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableFloatStateOf
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.graphicsLayer
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.paneTitle
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import inkjoin.ffi.Act
import inkjoin.ffi.Block
import inkjoin.ffi.Role
import inkjoin.ffi.Screen
import inkjoin.ffi.ScreenChoice
import inkjoin.ffi.ScreenLanguage
import inkjoin.ffi.Settings
import androidx.compose.ui.semantics.Role as SemanticRole

/**
 * One screen of the wizard: its blocks from top to bottom, then its choices. The theme is the caller's, [InkjoinTheme]
 * or another one of Material 3.
 *
 * @param language the screens' language, as `screenLanguage` of the core gives it.
 * @param drafts where typed secrets are; give one that outlives a rotation, such as [WizardModel.drafts].
 */
@Composable
fun Wizard(
    screen: Screen,
    hands: Hands,
    modifier: Modifier = Modifier,
    language: ScreenLanguage = systemLanguage(),
    drafts: Drafts = remember { Drafts() },
) {
    Wizard(screen, hands, modifier, language, drafts, more = emptyList())
}

/** [more] are choices that are ours and not the screen's. */
@Composable
internal fun Wizard(
    screen: Screen,
    hands: Hands,
    modifier: Modifier,
    language: ScreenLanguage,
    drafts: Drafts,
    more: List<Tap>,
) {
    InLanguage(language) {
        // A new screen begins at its top, with nothing folded out.
        key(screen.id) { OneScreen(screen, hands, modifier, drafts, more) }
    }
}

@Composable
private fun OneScreen(screen: Screen, hands: Hands, modifier: Modifier, drafts: Drafts, more: List<Tap>) {
    val typed = typed(screen, drafts)
    val speaker = remember { Speaker() }
    val announce = screen.announce
    if (announce != null) LaunchedEffect(screen.revision) { speaker.say(announce.text, announce.urgent) }
    val take = { choice: ScreenChoice ->
        hands.choose(screen, choice.id, choice.needs.associateWith { typed[it]?.text?.toString().orEmpty() })
    }
    val back = screen.choices.firstOrNull { it.role == Role.BACK }
    val pulled = remember { mutableFloatStateOf(0f) }
    if (back != null) Back(pulled) { take(back) }
    val cards = screen.blocks.filterIsInstance<Block.Printers>().flatMap { it.printers }.mapTo(HashSet()) { it.choice }
    val choices = screen.choices.filter { it != back && it.id !in cards }.map { it.tap { take(it) } }
    // The pane's title is said once, when the pane appears: that is when the screen is another one.
    val spoken = remember { screen.spoken }
    CompositionLocalProvider(LocalSpeaker provides speaker) {
        Frame(
            modifier.pulledBy(pulled).testTag("screen:${screen.id}").semantics { paneTitle = spoken },
            back?.tap { take(back) },
            choices + more,
            rememberScrollState(),
        ) {
            Title(screen.title)
            Blocks(screen, hands, typed) { id ->
                screen.choices.firstOrNull { if (id == null) it.role == Role.PRIMARY else it.id == id }?.let(take)
            }
            ActButton(screen, hands)
            if (screen.blocks.any { it is Block.Pin || it is Block.Field && it.secret }) SecureScreen(screen.id)
            SpeakerRegions(speaker)
        }
    }
}

/** The system's way back: the screen gives way to the finger, and comes back when that lets go. */
@Composable
private fun Back(pulled: MutableFloatState, go: () -> Unit) {
    val still = reducedMotion()
    PredictiveBackHandler { way ->
        try {
            way.collect { if (!still) pulled.floatValue = it.progress }
            go()
        } finally {
            pulled.floatValue = 0f
        }
    }
}

private fun Modifier.pulledBy(pulled: FloatState) = graphicsLayer {
    scaleX = 1 - PULLED * pulled.floatValue
    scaleY = scaleX
}

/** By how much of its size a screen gives way at most, as Android's own do. */
private const val PULLED = 0.1f

private fun ScreenChoice.tap(act: () -> Unit) = Tap("choice:$id", label, role, act = act)

@Composable
private fun Title(text: String) {
    Words(text, Modifier.testTag("title").semantics { heading() }, MaterialTheme.typography.headlineSmall)
}

/** The way back, on top as everywhere, with the words where it leads. */
@Composable
internal fun BackRow(back: Tap, modifier: Modifier) {
    val colors = MaterialTheme.colorScheme
    Row(
        modifier
            .fillMaxWidth()
            .heightIn(min = 52.dp)
            .testTag(back.tag)
            .clickable(role = SemanticRole.Button, onClick = back.act)
            .padding(horizontal = 16.dp, vertical = 4.dp),
        Arrangement.spacedBy(16.dp),
        Alignment.CenterVertically,
    ) {
        Icon(Icons.Back, contentDescription = null, Modifier.size(24.dp), tint = colors.onSurface)
        Words(back.label, style = MaterialTheme.typography.labelLarge, color = colors.onSurfaceVariant)
    }
}

/** What the device can open here, unless a link of the screen is the same. */
@Composable
private fun ActButton(screen: Screen, hands: Hands) {
    val act = screen.act ?: return
    if (act is Act.OpenUrl && screen.blocks.any { it is Block.Link && it.url == act.url }) return
    val (label, icon) = when (act) {
        is Act.OpenUrl -> R.string.open_page to Icons.Out
        is Act.OpenSettings -> when (act.page) {
            Settings.WIFI -> R.string.open_wifi to Icons.Settings
            Settings.LOCAL_NETWORK -> R.string.open_local_network to Icons.Settings
        }
    }
    ChoiceButton(Tap("act", stringResource(label), Role.SECONDARY, icon, own = true) { hands.open(act) })
}

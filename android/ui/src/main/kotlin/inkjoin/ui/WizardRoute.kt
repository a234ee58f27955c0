package inkjoin.ui

import androidx.compose.animation.AnimatedContent
import androidx.compose.animation.EnterTransition
import androidx.compose.animation.ExitTransition
import androidx.compose.animation.fadeIn
import androidx.compose.animation.fadeOut
import androidx.compose.animation.togetherWith
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.rememberScrollState
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.paneTitle
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import inkjoin.ffi.Role
import inkjoin.ffi.ScreenLanguage

/** The whole wizard of one [model]. [close] leaves it. */
@Composable
fun WizardRoute(
    model: WizardModel,
    hands: Hands,
    modifier: Modifier = Modifier,
    language: ScreenLanguage = systemLanguage(),
    close: () -> Unit = {},
) {
    val state by model.state.collectAsStateWithLifecycle()
    WizardRoute(state, hands, model::begin, modifier, language, model.drafts, close)
}

/** What there is to draw. [begin] starts a session, once more. */
@Composable
fun WizardRoute(
    state: WizardState,
    hands: Hands,
    begin: () -> Unit,
    modifier: Modifier = Modifier,
    language: ScreenLanguage = systemLanguage(),
    drafts: Drafts = remember { Drafts() },
    close: () -> Unit = {},
) {
    val still = reducedMotion()
    AnimatedContent(
        state,
        modifier,
        transitionSpec = {
            if (still) EnterTransition.None togetherWith ExitTransition.None else fadeIn() togetherWith fadeOut()
        },
        contentKey = { it.place() },
        label = "screen",
    ) { shown ->
        when (shown) {
            is WizardState.Starting -> InLanguage(language) { Starting() }
            is WizardState.Drawn -> Wizard(shown.screen, hands, Modifier, language, drafts)
            is WizardState.NotStarted -> InLanguage(language) { NotStarted(shown.again, begin, close) }
            is WizardState.Ended -> Ended(shown, hands, language, drafts, begin, close)
        }
    }
}

/** Another place fades in; what changes in the same place does not. The end stands on the last screen. */
private fun WizardState.place(): String = when (this) {
    is WizardState.Starting -> "starting"
    is WizardState.Drawn -> "screen:${screen.id}"
    is WizardState.NotStarted -> "not-started"
    is WizardState.Ended -> screen?.let { "screen:${it.id}" } ?: "ended"
}

@Composable
private fun Starting() {
    Frame(Modifier.testTag("starting"), back = null, emptyList(), rememberScrollState()) {
        Row(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(16.dp), Alignment.CenterVertically) {
            Busy()
            OwnWords(stringResource(R.string.starting), style = MaterialTheme.typography.titleMedium)
        }
    }
}

@Composable
private fun NotStarted(again: Boolean, begin: () -> Unit, close: () -> Unit) {
    val choices = listOfNotNull(
        Tap("try-again", stringResource(R.string.try_again), Role.PRIMARY, own = true, act = begin).takeIf { again },
        Tap("close", stringResource(R.string.close), Role.SECONDARY, own = true, act = close),
    )
    val why = stringResource(if (again) R.string.not_started_again else R.string.not_started_damaged)
    Message("not-started", stringResource(R.string.not_started), why, choices)
}

@Composable
private fun Ended(
    end: WizardState.Ended,
    hands: Hands,
    language: ScreenLanguage,
    drafts: Drafts,
    begin: () -> Unit,
    close: () -> Unit,
) {
    InLanguage(language) {
        val choices = listOf(
            Tap("close", stringResource(R.string.close), Role.PRIMARY, own = true, act = close),
            Tap("start-again", stringResource(R.string.start_again), Role.SECONDARY, own = true, act = begin),
        )
        val screen = end.screen
        if (screen == null) {
            Message("ended", stringResource(R.string.ended), null, choices)
        } else {
            Wizard(screen, hands, Modifier, language, drafts, choices)
        }
    }
}

@Composable
private fun Message(tag: String, title: String, text: String?, choices: List<Tap>) {
    val spoken = listOfNotNull(title, text).joinToString(". ")
    Frame(Modifier.testTag(tag).semantics { paneTitle = spoken }, back = null, choices, rememberScrollState()) {
        OwnWords(title, Modifier.testTag("title").semantics { heading() }, MaterialTheme.typography.headlineSmall)
        if (text != null) OwnWords(text)
    }
}

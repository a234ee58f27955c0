package inkjoin.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.size
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp

/** What a screen reader is told beside what it finds on the screen. */
internal class Speaker {
    var polite by mutableStateOf("")
        private set
    var urgent by mutableStateOf("")
        private set

    fun say(text: String, urgently: Boolean) {
        if (urgently) urgent = anew(text, urgent) else polite = anew(text, polite)
    }

    /** A live region is read when its text changes: the same words said twice differ by a space of no width. */
    private fun anew(text: String, before: String) = if (text == before) text + ZERO_WIDTH_SPACE else text
}

internal val LocalSpeaker = staticCompositionLocalOf { Speaker() }

/** The two live regions; one for each urgency, since a region's own urgency may not change with its text. */
@Composable
internal fun SpeakerRegions(speaker: Speaker) {
    Region(speaker.polite, LiveRegionMode.Polite, "said")
    Region(speaker.urgent, LiveRegionMode.Assertive, "said:urgent")
}

@Composable
private fun Region(text: String, mode: LiveRegionMode, tag: String) {
    // A screen reader leaves out what has no size.
    Box(
        Modifier.size(1.dp).testTag(tag).semantics {
            liveRegion = mode
            if (text.isNotEmpty()) contentDescription = text
        },
    )
}

private const val ZERO_WIDTH_SPACE = "\u200B"

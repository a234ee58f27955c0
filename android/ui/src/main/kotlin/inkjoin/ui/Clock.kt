package inkjoin.ui

import android.content.res.Resources
import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.size
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.State
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableLongStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.inset
import androidx.compose.ui.hapticfeedback.HapticFeedbackType
import androidx.compose.ui.platform.LocalHapticFeedback
import androidx.compose.ui.platform.LocalResources
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import inkjoin.ffi.Block
import inkjoin.ffi.Mark
import kotlinx.coroutines.delay

/** A clock that runs down: a ring, and the time left in words. Its marks are said and felt when they are passed. */
@Composable
internal fun ClockBlock(clock: Block.Clock, nowMs: () -> ULong) {
    val left = leftMs(clock, nowMs)
    Panel {
        Row(
            Modifier.testTag("clock").semantics(mergeDescendants = true) {},
            Arrangement.spacedBy(16.dp),
            Alignment.CenterVertically,
        ) {
            Ring({ left.value }, clock.totalMs.toLong())
            Column(Modifier.weight(1f), Arrangement.spacedBy(2.dp)) {
                Words(clock.label, style = MaterialTheme.typography.bodyMedium)
                TimeLeft(left)
            }
        }
    }
}

/** Counts by itself once a second, when a second is full, and stops at the end. */
@Composable
private fun leftMs(clock: Block.Clock, nowMs: () -> ULong): State<Long> {
    val now by rememberUpdatedState(nowMs)
    val marks by rememberUpdatedState(clock.marks)
    val left = remember(clock.endsAtMs) { mutableLongStateOf(clock.leftAt(nowMs())) }
    val speaker = LocalSpeaker.current
    val haptics = LocalHapticFeedback.current
    LaunchedEffect(clock.endsAtMs) {
        while (left.longValue > 0) {
            delay((left.longValue - 1) % SECOND_MS + 1)
            val before = left.longValue
            left.longValue = clock.leftAt(now())
            val passed = marks.passed(before, left.longValue) ?: continue
            speaker.say(passed.text, urgently = false)
            if (passed.haptic) haptics.performHapticFeedback(HapticFeedbackType.LongPress)
        }
    }
    return left
}

private fun Block.Clock.leftAt(now: ULong) = if (now < endsAtMs) (endsAtMs - now).toLong() else 0

/** The last mark on the way; several after a long sleep of the phone, of which only the last is still true. */
private fun List<Mark>.passed(before: Long, after: Long) =
    filter { it.leftMs.toLong() in after until before }.minByOrNull { it.leftMs }

@Composable
private fun TimeLeft(left: State<Long>) {
    Words(LocalResources.current.timeLeft(left.value), Modifier.testTag("left"), MaterialTheme.typography.titleLarge)
}

/** "1 minute 40 seconds". A second that has begun counts as a whole one, so that 0 is the end. */
internal fun Resources.timeLeft(ms: Long): String {
    val seconds = ((ms + SECOND_MS - 1) / SECOND_MS).toInt()
    val minutes = seconds / MINUTE_S
    val rest = seconds % MINUTE_S
    return when {
        seconds == 0 -> getString(R.string.clock_over)
        minutes == 0 -> getQuantityString(R.plurals.clock_seconds, rest, rest)
        rest == 0 -> getQuantityString(R.plurals.clock_minutes, minutes, minutes)
        else -> getString(
            R.string.clock_minutes_seconds,
            getQuantityString(R.plurals.clock_minutes, minutes, minutes),
            getQuantityString(R.plurals.clock_seconds, rest, rest),
        )
    }
}

@Composable
private fun Ring(left: () -> Long, total: Long) {
    val colors = MaterialTheme.colorScheme
    Canvas(Modifier.size(56.dp)) {
        val stroke = Stroke(6.dp.toPx(), cap = StrokeCap.Round)
        val edge = stroke.width / 2
        inset(edge) {
            drawArc(colors.outlineVariant, 0f, FULL, useCenter = false, style = stroke)
            // Read while drawing: a tick draws the ring anew and lays nothing out.
            val share = if (total > 0) (left().toFloat() / total).coerceIn(0f, 1f) else 0f
            if (share > 0f) drawArc(colors.primary, TOP, FULL * share, useCenter = false, style = stroke)
        }
    }
}

private const val SECOND_MS = 1_000L
private const val MINUTE_S = 60
private const val FULL = 360f
private const val TOP = -90f

package inkjoin.ui

import android.content.res.Configuration
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.hapticfeedback.HapticFeedback
import androidx.compose.ui.hapticfeedback.HapticFeedbackType
import androidx.compose.ui.platform.LocalHapticFeedback
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assert
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.test.core.app.ApplicationProvider
import inkjoin.ffi.Block
import inkjoin.ffi.Screen
import java.util.Locale
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class ClockTest {
    @get:Rule val rule = createComposeRule()

    private val hands = Recorder()
    private val felt = mutableListOf<HapticFeedbackType>()

    @Test
    fun `the time left is in words of the language`() {
        val words = listOf("en", "de").map { language ->
            val context = ApplicationProvider.getApplicationContext<android.content.Context>()
            val own = Configuration(context.resources.configuration).apply { setLocale(Locale.forLanguageTag(language)) }
            val resources = context.createConfigurationContext(own).resources
            listOf(100_000L, 120_000L, 61_000L, 60_000L, 59_001L, 1_000L, 1L, 0L).map { resources.timeLeft(it) }
        }
        val english = "1 minute 40 seconds|2 minutes|1 minute 1 second|1 minute|1 minute|1 second|1 second|The time is over"
        val german = "1 Minute 40 Sekunden|2 Minuten|1 Minute 1 Sekunde|1 Minute|1 Minute|1 Sekunde|1 Sekunde|Die Zeit ist um"
        assertEquals(listOf(english, german).map { it.split("|") }, words)
    }

    @Test
    fun `it counts the seconds, says its marks, taps once and ends`() {
        // Ends in 100 seconds, with marks at 60, 30 (felt) and 10.
        show(Cases.of("en").with<Block.Clock> { it.endsAtMs == 1_100_000uL && it.marks.size == 3 })
        assertEquals("1 minute 40 seconds", left())
        after(1_000, "1 minute 39 seconds", said = "")
        after(38_000, "1 minute 1 second", said = "")
        after(1_000, "1 minute", said = "1 minute left")
        assertEquals(0, felt.size)
        after(30_000, "30 seconds", said = "30 seconds left")
        assertEquals(1, felt.size)
        after(20_000, "10 seconds", said = "10 seconds left")
        after(10_000, "The time is over", said = "10 seconds left")
        after(60_000, "The time is over", said = "10 seconds left")
        assertEquals(1, felt.size)
        val polite = SemanticsMatcher.expectValue(SemanticsProperties.LiveRegion, LiveRegionMode.Polite)
        rule.onNodeWithTag("said").assert(polite)
    }

    @Test
    fun `marks that a sleeping phone missed are not said one after the other`() {
        show(Cases.of("en").with<Block.Clock> { it.endsAtMs == 1_100_000uL && it.marks.size == 3 })
        asleep = 75_000
        after(1_000, "24 seconds", said = "30 seconds left")
    }

    @Test
    fun `a tick draws nothing but the clock`() {
        // The digits are asked for whenever the PIN is drawn.
        val screen = Cases.of("en").all.first { case ->
            case.screen.blocks.any { it is Block.Pin } && case.screen.blocks.any { it is Block.Clock }
        }.screen
        show(screen)
        val before = left()
        hands.reveals = 0
        rule.mainClock.advanceTimeBy(30_000)
        assertEquals(false, before == left())
        assertEquals(0, hands.reveals)
    }

    private var asleep = 0L

    private fun show(screen: Screen) {
        rule.mainClock.autoAdvance = false
        val begun = rule.mainClock.currentTime
        hands.now = { 1_000_000uL + (rule.mainClock.currentTime - begun + asleep).toULong() }
        val haptics = object : HapticFeedback {
            override fun performHapticFeedback(hapticFeedbackType: HapticFeedbackType) {
                felt += hapticFeedbackType
            }
        }
        rule.setContent {
            CompositionLocalProvider(LocalHapticFeedback provides haptics) { Wizard(screen, hands) }
        }
        // The first frame takes time of its own.
        asleep = begun - rule.mainClock.currentTime
    }

    private fun after(ms: Long, left: String, said: String) {
        rule.mainClock.advanceTimeBy(ms, ignoreFrameDuration = true)
        rule.mainClock.advanceTimeByFrame()
        asleep -= 16
        assertEquals(left, left())
        val region = rule.onNodeWithTag("said").fetchSemanticsNode().config
        assertEquals(said, region.getOrNull(SemanticsProperties.ContentDescription)?.joinToString().orEmpty())
    }

    private fun left() = rule.onNodeWithTag("left", useUnmergedTree = true).fetchSemanticsNode().words()
}

/**
 * Rows of `cargo xtask bench android`: from a tap on the icon to the first screen, and a long list from the core to the
 * screen, each against plain Compose of the same size. On a JVM with Robolectric: ratios, not what a phone takes.
 */
package inkjoin.app

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithTag
import com.fasterxml.jackson.databind.ObjectMapper
import inkjoin.choose
import inkjoin.ffi.Act
import inkjoin.ffi.Block
import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import inkjoin.screenFlow
import inkjoin.ui.Hands
import inkjoin.ui.InkjoinTheme
import inkjoin.ui.Wizard
import java.lang.management.ManagementFactory
import java.util.concurrent.TimeUnit.SECONDS
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.FixMethodOrder
import org.junit.Rule
import org.junit.Test
import org.junit.runner.JUnitCore
import org.junit.runner.RunWith
import org.junit.runners.MethodSorters
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** Counted runs of a row, and of starts, each of which is a process. */
private const val RUNS = 40
private const val STARTS = 5
private const val MANY = 50

private fun row(measure: String, unit: String, ours: List<Double>, theirs: List<Double>, note: String) {
    val row = mapOf(
        "bench" to "android", "measure" to measure, "unit" to unit, "ours" to ours,
        "peer" to "plain Compose", "theirs" to theirs, "note" to note,
    )
    // Maven leaves its own line unfinished.
    println("\n" + ObjectMapper().writeValueAsString(row))
}

/** In ms. */
internal inline fun timed(call: () -> Unit): Double {
    val begun = System.nanoTime()
    call()
    return (System.nanoTime() - begun) / 1e6
}

/** Ours and theirs in turn; who begins changes. */
private fun turns(runs: Int, before: Int, take: (ours: Boolean) -> Double): List<List<Double>> {
    val samples = listOf(mutableListOf<Double>(), mutableListOf())
    for (n in -before..<runs) {
        for (which in if (n % 2 == 0) listOf(0, 1) else listOf(1, 0)) {
            val took = take(which == 0)
            if (n >= 0) samples[which] += took
        }
    }
    return samples
}

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
class BenchTest {
    @get:Rule val rule = createComposeRule()

    @Test
    fun `1 starts`() {
        val java = listOf("${System.getProperty("java.home")}/bin/java") + ManagementFactory.getRuntimeMXBean().inputArguments +
            listOf("robolectric.offline", "robolectric.dependency.dir", "robolectric.enabledSdks", "inkjoin.root")
                .map { "-D$it=${System.getProperty(it)}" } + listOf("-cp", System.getProperty("java.class.path"))
        val (ours, theirs) = turns(STARTS, before = 0) { mine ->
            val test = if (mine) OursStarts::class else PlainStarts::class
            val jvm = ProcessBuilder(java + listOf(JUnitCore::class.java.name, test.java.name))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start()
            val said = jvm.inputReader().readLines()
            check(jvm.waitFor(10, SECONDS) && jvm.exitValue() == 0) { said.joinToString("\n") }
            said.first { it.contains(TOOK) }.substringAfter(TOOK).toDouble()
        }
        row("cold start to the first screen", "ms", ours, theirs, "library loaded, session begun; each in a JVM of its own")
    }

    @Test
    fun `2 many printers`() {
        val (session, list) = many()
        val texts = list.blocks.filterIsInstance<Block.Printers>().flatMap { it.printers }.map { listOf(it.name, it.model, it.marks) }
        var shown by mutableStateOf<Screen?>(null)
        var plain by mutableStateOf<List<List<String>>?>(null)
        val hands = object : Hands {
            override fun choose(screen: Screen, choice: String, answers: Map<String, String>) = Unit
            override fun reveal(secretId: ULong) = null
            override fun nowMs() = session.nowMs()
            override fun open(act: Act) = Unit
        }
        rule.setContent {
            InkjoinTheme {
                shown?.let { Wizard(it, hands) }
                plain?.let { Plain(it) }
            }
        }
        val (ours, theirs) = turns(RUNS, before = RUNS) { mine ->
            shown = null
            plain = null
            rule.waitForIdle()
            timed {
                if (mine) shown = runBlocking { session.nextScreen(0uL) } else plain = texts
                rule.waitForIdle()
                rule.onNodeWithTag(if (mine) "screen:find" else "plain").assertExists()
            }
        }
        row("screen with $MANY printers, from Rust to laid out", "ms", ours, theirs, "theirs: $MANY cards of texts, no core")
        session.close()
    }

    private fun many(): Pair<Session, Screen> = runBlocking {
        val session = Full(MANY).start("en")
        withTimeout(20.seconds) {
            session.choose(session.screenFlow().first { it.id == "start" }, "begin")
            session to session.screenFlow().first { screen ->
                screen.blocks.any { it is Block.Printers && it.printers.size == MANY }
            }
        }
    }
}

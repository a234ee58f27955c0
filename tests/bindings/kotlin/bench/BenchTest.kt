/**
 * Rows of `cargo xtask bench bindings`: what crossing to the JVM costs, against a toy that hands over a screen of the same
 * size. Ours and the toy's runs are taken in turn, and who begins changes. Nothing leaves the process: the printers are told
 * by a port, and nobody answers at their address.
 */
package inkjoin.tests

import com.fasterxml.jackson.databind.ObjectMapper
import inkjoin.choose
import inkjoin.ffi.Block
import inkjoin.ffi.Chosen
import inkjoin.ffi.Diagnostics
import inkjoin.ffi.Ports
import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions
import inkjoin.ffi.diagnostics
import inkjoin.screenFlow
import java.util.concurrent.TimeUnit.SECONDS
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.MethodOrderer.MethodName
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestMethodOrder
import toy.ffi.Chosen as ToyChosen
import toy.ffi.Toy

/** Counted runs of each row, and those before that let the JVM compile. */
private val RUNS = System.getProperty("inkjoin.runs").toInt()
private val BEFORE = RUNS * 5
private const val USUAL = 2
private const val MANY = 50
/** Ours may cost a quarter more. */
private const val TARGET = 1.25
private val LIMIT = 10.seconds

private fun row(measure: String, unit: String, ours: List<Double>, theirs: List<Double>? = null, note: String? = null) {
    val peer = theirs?.let { mapOf("peer" to "toy", "theirs" to it, "target" to TARGET) }.orEmpty()
    val row = mapOf("bench" to "bindings", "measure" to "$measure, Kotlin", "unit" to unit, "ours" to ours, "note" to note) + peer
    println(ObjectMapper().writeValueAsString(row.filterValues { it != null }))
}

private suspend fun until(session: Session, wanted: (Screen) -> Boolean): Screen =
    withTimeout(LIMIT) { session.screenFlow().first(wanted) }

/** A session whose newest screen lists that many printers, and that screen. */
private suspend fun list(printers: Int): Pair<Session, Screen> {
    val session = Session.start(SessionOptions(locale = "en"), Ports(networks = Unanswered, dnsSd = Printers(printers)))
    session.choose(until(session) { it.id == "start" }, "begin")
    val full = until(session) { screen ->
        screen.id == "find" && (screen.blocks.firstNotNullOfOrNull { it as? Block.Printers }?.printers?.size ?: 0) == printers
    }
    return session to full
}

/** In µs. */
private inline fun timed(call: () -> Unit): Double {
    val begun = System.nanoTime()
    call()
    return (System.nanoTime() - begun) / 1e3
}

/** Samples of both, in turn. */
private suspend fun turns(ours: suspend () -> Unit, theirs: suspend () -> Unit): List<List<Double>> {
    val samples = listOf(mutableListOf<Double>(), mutableListOf())
    for (n in -BEFORE..<RUNS) {
        for (which in if (n % 2 == 0) listOf(0, 1) else listOf(1, 0)) {
            val took = timed { if (which == 0) ours() else theirs() }
            if (n >= 0) samples[which] += took
        }
    }
    return samples
}

/** How long a library takes to its first answer, in ms, in a JVM of its own. */
object First {
    @JvmStatic
    fun main(args: Array<String>) {
        val took = timed { if (args[0] == "ours") inkjoin.ffi.version() else toy.ffi.version() }
        println(took / 1e3)
    }
}

@TestMethodOrder(MethodName::class)
class BenchTest {
    @Test
    fun `1 first calls`() {
        val command = listOf(
            "${System.getProperty("java.home")}/bin/java",
            "-Djna.library.path=${System.getProperty("jna.library.path")}",
            "-cp", System.getProperty("java.class.path"), First::class.java.name,
        )
        val samples = mapOf("ours" to mutableListOf<Double>(), "theirs" to mutableListOf())
        for (n in -2..<RUNS) {
            for (which in if (n % 2 == 0) listOf("ours", "theirs") else listOf("theirs", "ours")) {
                val jvm = ProcessBuilder(command + which).redirectError(ProcessBuilder.Redirect.INHERIT).start()
                val took = jvm.inputReader().readLine().toDouble()
                check(jvm.waitFor(10, SECONDS)) { "a JVM that does not end" }
                if (n >= 0) samples.getValue(which) += took
            }
        }
        row("first call with loading", "ms", samples.getValue("ours"), samples.getValue("theirs"))
    }

    @Test
    fun `2 screens`() = runBlocking {
        for ((printers, name) in listOf(USUAL to "screen of usual size", MANY to "screen with $MANY printers")) {
            val (session, screen) = list(printers)
            val toy = Toy.start(printers.toUInt())
            val (size, theirSize) = listOf(screen, toy.nextScreen(0uL)!!).map { it.toString().length }
            check(size in theirSize * 19 / 20..theirSize * 21 / 20) { "not alike: $size and $theirSize characters" }
            val (ours, theirs) = turns({ session.nextScreen(0uL) }, { toy.nextScreen(0uL) })
            row(name, "µs", ours, theirs, "$size characters when printed")
            session.close()
        }
    }

    @Test
    fun `3 choices`() = runBlocking {
        val (session, list) = list(USUAL)
        val toy = Toy.start(USUAL.toUInt())
        val answers = mapOf("user" to "owner", "password" to "a password of usual length")
        val (ours, theirs) = turns(
            { session.choose(list.revision - 1uL, "back", answers) },
            { toy.choose(3uL, "home", answers) },
        )
        row("choice on an old screen", "µs", ours, theirs)
        val (mine, toys) = taken(session, toy)
        row("choice that is taken", "µs", mine, toys, "with the setup's own step")
        session.close()
    }

    /** To the first screen and back to the search: a screen that changed meanwhile makes a choice stale, which isn't counted. */
    private suspend fun taken(session: Session, toy: Toy): List<List<Double>> {
        val samples = listOf(mutableListOf<Double>(), mutableListOf())
        repeat(RUNS) { n ->
            delay(50) // What else moves the screen comes before the next choice, as with a person.
            val screen = session.nextScreen(0uL)!!
            val (there, choice) = if (screen.id == "find") "start" to "back" else "find" to "begin"
            val took = mutableMapOf<Int, Double>()
            var said = Chosen.STALE
            for (which in if (n % 2 == 0) listOf(0, 1) else listOf(1, 0)) {
                took[which] = timed {
                    if (which == 0) said = session.choose(screen.revision, choice, emptyMap())
                    else check(toy.choose(4uL, "home", emptyMap()) == ToyChosen.ACCEPTED)
                }
            }
            if (said != Chosen.ACCEPTED) return@repeat
            samples.forEachIndexed { which, those -> those += took.getValue(which) }
            until(session) { it.id == there }
        }
        return samples
    }

    /** In ms: from close to the last task gone; from cancel to the closing screen in hand. */
    @Test
    fun `4 ends`() = runBlocking {
        fun gone() = diagnostics() == Diagnostics(0uL, 0uL)
        val closed = List(RUNS) {
            val (session, _) = list(USUAL)
            timed {
                session.close()
                while (!gone()) Thread.onSpinWait()
            } / 1e3
        }
        row("session closed to its last task gone", "ms", closed)
        val cancelled = List(RUNS) {
            // Nothing is found, or the list's own changes would use up the four screens of a second, and the last one waits.
            val session = Session.start(SessionOptions(locale = "en"), Ports(networks = Unanswered, dnsSd = Printers(0)))
            session.choose(until(session) { it.id == "start" }, "begin")
            until(session) { it.id == "find" }
            timed {
                session.cancel()
                until(session, Screen::last)
            }.also { session.close() } / 1e3
        }
        row("cancel to the closing screen", "ms", cancelled)
    }
}

package inkjoin.tests

import app.cash.turbine.test
import app.cash.turbine.turbineScope
import inkjoin.choose
import inkjoin.ffi.Chosen
import inkjoin.ffi.Screen
import inkjoin.screenFlow
import java.util.concurrent.CyclicBarrier
import kotlin.concurrent.thread
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.coroutines.withTimeoutOrNull
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import kotlin.time.Duration.Companion.microseconds

/** Many look at one session, from many threads. */
class CollectorsTest {
    @Test
    fun `every collector sees the last screen, and one that stops ends nothing else`() = runBlocking(Dispatchers.Default) {
        alone().use { session ->
            turbineScope(timeout = LIMIT) {
                val all = List(20) { session.screenFlow().testIn(this) }
                val first = all.map { it.awaitItem() }
                all.filterIndexed { n, _ -> n % 2 == 0 }.forEach { it.cancelAndIgnoreRemainingEvents() }
                session.cancel()
                val last = all.filterIndexed { n, _ -> n % 2 == 1 }.map { stays ->
                    var screen = stays.awaitItem()
                    while (!screen.last) screen = stays.awaitItem()
                    stays.awaitComplete()
                    screen
                }
                assertTrue(first.all { it.id == "start" })
                assertEquals(List(10) { last[0] }, last)
                session.screenFlow().test {
                    assertEquals(last[0], awaitItem(), "who comes late sees the last one")
                    awaitComplete()
                }
            }
        }
    }

    /** It runs on the library's own thread, inside the call that tells it of a screen. */
    @Test
    fun `an unconfined collector goes on at once`() = runBlocking {
        alone().use { session ->
            val screens = async(Dispatchers.Unconfined) {
                session.screenFlow().onEach { if (it.id == "start") session.choose(it, "begin") else session.cancel() }.toList()
            }
            assertEquals(listOf("start", "find", "ended"), withTimeout(LIMIT) { screens.await() }.map(Screen::id).distinct())
        }
    }

    @Test
    fun `a flow is cold and may be collected again`() = runBlocking {
        alone().use { session ->
            val screens = session.screenFlow()
            val twice = List(2) { withTimeout(LIMIT) { screens.first() } }
            assertEquals(twice[0], twice[1])
        }
    }

    /** Waits are given up at all moments around the one at which their screen comes. */
    @Test
    fun `a cancelled wait swallows nothing`() = runBlocking(Dispatchers.Default) {
        alone().use { session ->
            var swallowed = 0
            session.screens().use { reader ->
                var seen = reader.next()!!
                repeat(40) { n ->
                    val gaveUp = launch { withTimeoutOrNull((n * 50).microseconds) { reader.next()?.let { seen = it } } }
                    session.setLocale(if (n % 2 == 0) "de" else "en")
                    gaveUp.join()
                    val newest = withTimeout(LIMIT) { session.nextScreen(0uL) }!!
                    if (newest.revision > seen.revision) seen = withTimeout(LIMIT) { reader.next() }!!
                    if (seen.revision < newest.revision) swallowed++
                }
                val waiting = async { reader.next() }
                waiting.cancelAndJoin()
                session.cancel()
                val last = generateSequence { runBlocking { withTimeout(LIMIT) { reader.next() } } }.last()
                assertTrue(last.last)
            }
            assertEquals(0, swallowed)
        }
    }

    @Test
    fun `of many threads that choose at once one is taken`() {
        alone().use { session ->
            val screen = runBlocking { withTimeout(LIMIT) { session.nextScreen(0uL) } }!!
            val choice = screen.choices.first { it.id == "begin" }
            val barrier = CyclicBarrier(16)
            val answers = arrayOfNulls<Chosen>(16)
            List(16) { n ->
                thread {
                    barrier.await()
                    answers[n] = session.choose(screen, choice.id)
                }
            }.forEach { it.join() }
            Figures.row("16 threads choose at once", answers.groupingBy { it }.eachCount())
            assertEquals(1, answers.count { it == Chosen.ACCEPTED })
            assertEquals(15, answers.count { it == Chosen.STALE })
        }
    }
}

package inkjoin.tests

import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import inkjoin.ffi.diagnostics
import inkjoin.screenFlow
import kotlin.concurrent.thread
import kotlin.time.Duration.Companion.seconds
import kotlin.time.TimeSource
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.coroutines.yield
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

/** A session ends when it is told to, wherever it is, and leaves nothing. */
class EndsTest {
    private val waiting = scene("cancelled in the middle")

    /** Ends a session that waits for a printer, with a collector at it, and tells how long until the last of it is gone. */
    private fun end(how: String, nudge: () -> Unit = {}, act: (Array<Session?>) -> Unit) =
        House(waiting["lab"].asText(), waiting["speed"].asInt()).use { house ->
            house.state() // Java keeps a socket of its own from its first connection on.
            val before = Before()
            val held = arrayOfNulls<Session>(1)
            val screens = begin(house, held)
            runBlocking(Dispatchers.Default) {
                val collected = async { withTimeout(LIMIT) { screens.toList() } }
                val (tasks, sockets) = before.open()
                assertTrue(tasks > 0)
                val begun = TimeSource.Monotonic.markNow()
                act(held)
                before.gone(nudge)
                val gone = begun.elapsedNow()
                collected.await()
                Figures.row("ended by $how", "$tasks tasks and $sockets sockets gone after ${ms(gone)}")
                assertTrue(gone < 6.seconds)
            }
        }

    /** In a function of its own: a frame of the interpreter holds whatever was in its slots. */
    private fun begin(house: House, held: Array<Session?>): Flow<Screen> {
        val person = Person(house, waiting)
        val session = person.start()
        runBlocking { withTimeout(LIMIT) { person.reach(session, "waiting") } }
        held[0] = session
        return session.screenFlow()
    }

    @Test
    fun `stop leaves nothing`() = end("stop") { it[0]!!.stop() }

    @Test
    fun `close leaves nothing`() = end("close") { it[0]!!.close() }

    @Test
    fun `the last reference dropped leaves nothing, though somebody collects`() =
        end("garbage collection", nudge = System::gc) { it[0] = null }

    @Test
    fun `cancel brings the closing screen and leaves nothing`() =
        end("cancel") { held ->
            val session = held[0]!!
            val begun = TimeSource.Monotonic.markNow()
            session.cancel()
            val last = runBlocking { withTimeout(LIMIT) { session.screenFlow().first { it.id == "ended" } } }
            Figures.row("cancel to the closing screen", ms(begun.elapsedNow()))
            assertEquals("cancelled", runBlocking { words(session.screenFlow().toList().let { session.outcome() }) })
            assertEquals("ended", last.id)
        }

    /** Another thread cancels while this one waits, at each screen on the way. */
    @ParameterizedTest
    @ValueSource(strings = ["start", "find", "already-online", "ways", "sign-in", "waiting"])
    fun `cancel from another thread`(screen: String) {
        House(waiting["lab"].asText(), waiting["speed"].asInt()).use { house ->
            Person(house, waiting).run {
                start().use { session ->
                    runBlocking {
                        withTimeout(LIMIT) {
                            val seen = reach(session, screen)
                            val next = async { session.nextScreen(seen.revision) }
                            yield()
                            val begun = TimeSource.Monotonic.markNow()
                            val other = thread { session.cancel() }
                            next.await()
                            val last = session.screenFlow().toList().last()
                            assertTrue(last.last)
                            assertEquals("cancelled", words(session.outcome()))
                            Figures.row("cancelled from another thread at $screen", "${last.id} after ${ms(begun.elapsedNow())}")
                            other.join()
                        }
                    }
                }
            }
        }
    }

    @Test
    fun `stop from another thread ends every wait`() = runBlocking(Dispatchers.Default) {
        alone().use { session ->
            val newest = session.nextScreen(0uL)!!
            val far = newest.revision + 1_000uL
            val waits = List(50) { async { session.nextScreen(far) } } + List(50) { async { session.screenFlow().toList().last() } }
            thread { session.stop() }.join()
            withTimeout(LIMIT) { waits.take(50).forEach { assertNull(it.await()) } }
            withTimeout(LIMIT) { waits.forEach { it.join() } }
        }
    }

    @Test
    fun `a wait that is cancelled comes back at once`() = runBlocking(Dispatchers.Default) {
        alone().use { session ->
            val far = session.nextScreen(0uL)!!.revision + 1_000uL
            val times = List(200) {
                val wait = launch { session.nextScreen(far) }
                yield()
                val begun = TimeSource.Monotonic.markNow()
                withTimeout(LIMIT) { wait.cancelAndJoin() }
                begun.elapsedNow()
            }.sorted()
            Figures.row("a wait cancelled", "median ${ms(times[100])}, longest ${ms(times.last())}")
            assertEquals(1uL, diagnostics().sessions)
        }
    }
}

package inkjoin.tests

import inkjoin.choose
import inkjoin.ffi.Block
import inkjoin.ffi.ChooseException
import inkjoin.ffi.Chosen
import inkjoin.ffi.DescribeException
import inkjoin.ffi.PinCheck
import inkjoin.ffi.PinProblem
import inkjoin.ffi.Ports
import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions
import inkjoin.ffi.checkPin
import inkjoin.ffi.describePrinter
import inkjoin.screenFlow
import java.nio.file.Path
import kotlinx.coroutines.CoroutineStart.UNDISPATCHED
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

/** What an app may do wrong, and what a person may type: an answer each time, and the session goes on. */
class BadInputTest {
    private fun <T> soon(block: suspend () -> T): T = runBlocking { withTimeout(LIMIT) { block() } }

    private fun newest(session: Session): Screen = soon { session.nextScreen(0uL) }!!

    /** To the screen that asks for an address. */
    private fun address(session: Session): Screen = soon {
        session.screenFlow().first { screen ->
            screen.choices.firstOrNull { it.id == "begin" || it.id == "type-address" }?.let { session.choose(screen, it.id) }
            screen.id == "address"
        }
    }

    @ParameterizedTest
    @MethodSource("odd")
    fun `a choice that is not on the screen`(what: String, text: String) = alone().use { session ->
        assertThrows(ChooseException.UnknownChoice::class.java) { session.choose(newest(session), text) }
        assertEquals("start", newest(session).id, what)
    }

    /** A text that is no address is answered with the same screen, which says so; one that is too long is the app's mistake. */
    @ParameterizedTest
    @MethodSource("odd")
    fun `a text that is no address`(what: String, text: String) = alone().use { session ->
        val screen = address(session)
        val answers = mapOf("address" to text)
        if (text.length > 256) {
            val why = assertThrows(ChooseException.TooLong::class.java) { session.choose(screen, "ask", answers) }
            assertEquals("address", why.field)
        } else {
            assertEquals(Chosen.ACCEPTED, session.choose(screen, "ask", answers))
            val next = soon { session.nextScreen(screen.revision) }!!
            assertEquals("address", next.id, what)
            assertTrue(next.blocks.any { it is Block.Field && it.problem != null }, what)
        }
    }

    @ParameterizedTest
    @MethodSource("odd")
    fun `a text that is no PIN`(what: String, text: String) {
        assertTrue(checkPin(text) is PinCheck.Invalid, what)
    }

    @Test
    fun `an address that cannot be asked`() {
        for (text in listOf("", "8.8.8.8", "\u0000", "1".repeat(1 shl 20), "192.168.1.7\uD800")) {
            assertThrows(DescribeException.NotLocal::class.java) { soon { describePrinter(text) } }
        }
    }

    /** UTF-8 has no such text: a question mark crosses in its place, wherever the app hands one in. */
    @Test
    fun `half of a surrogate pair in every text`(@TempDir folder: Path) {
        val half = "\uD800"
        assertEquals(PinCheck.Invalid(PinProblem.NotDigits), checkPin("1234567$half"))
        val options = SessionOptions(locale = half, savedSession = "$folder/$half")
        val ports = Ports(networks = HalfHouse(half), dnsSd = HalfPrinter(half))
        Session.start(options, ports).use { session ->
            assertThrows(ChooseException.UnknownChoice::class.java) { session.choose(1uL, half, mapOf(half to half)) }
            session.setLocale("de$half")
            session.choose(newest(session), "begin")
            // What is told with such a text counts no less than without: one printer.
            val found = soon {
                session.screenFlow().first { screen -> screen.blocks.any { it is Block.Printers } }
            }
            assertEquals("find", found.id)
        }
    }

    @Test
    fun `an answer that is missing, and a screen that is old`() = alone().use { session ->
        val screen = address(session)
        val why = assertThrows(ChooseException.MissingAnswer::class.java) { session.choose(screen, "ask") }
        assertEquals("address", why.field)
        assertEquals(Chosen.STALE, session.choose(screen.copy(revision = 1uL), "begin"))
        assertEquals(Chosen.STALE, session.choose(screen.copy(revision = ULong.MAX_VALUE), "begin"))
    }

    @Test
    fun `numbers at their ends`() = alone().use { session ->
        assertNull(session.reveal(ULong.MAX_VALUE))
        assertNull(session.reveal(0uL))
        val far = runBlocking {
            val waits = async(start = UNDISPATCHED) { session.nextScreen(ULong.MAX_VALUE) }
            session.stop()
            withTimeout(LIMIT) { waits.await() }
        }
        assertNull(far)
        assertEquals(PinCheck.Invalid(PinProblem.Empty), checkPin(""))
    }

    @Test
    fun `calls after the end`() = alone().use { session ->
        val screen = newest(session)
        session.stop()
        assertThrows(ChooseException.Ended::class.java) { session.choose(screen, "begin") }
        repeat(2) {
            session.stop()
            session.cancel()
            session.resumed()
            session.networkChanged()
        }
        session.setLocale("de")
        assertNull(soon { session.nextScreen(screen.revision) })
        assertTrue(soon { session.screenFlow().toList() }.size <= 1)
        assertNull(session.reveal(1uL))
    }

    @Test
    fun `calls of an object that is closed`() {
        val session = alone()
        val reader = session.screens()
        val screens = session.screenFlow()
        session.close()
        session.close()
        assertThrows(IllegalStateException::class.java) { session.cancel() }
        assertThrows(IllegalStateException::class.java) { soon { session.nextScreen(0uL) } }
        assertEquals(emptyList<Screen>(), soon { screens.toList() })
        assertNull(soon { generateSequence { runBlocking { reader.next() } }.firstOrNull(Screen::last) })
        reader.close()
        assertThrows(IllegalStateException::class.java) { reader.end() }
    }

    @Test
    fun `a session closed while its screens are waited for`() = runBlocking(Dispatchers.Default) {
        val session = alone()
        val first = session.nextScreen(0uL)!!
        val collected = async { session.screenFlow().toList() }
        val reader = session.screens()
        assertEquals(first, reader.next())
        val waits = async(start = UNDISPATCHED) { reader.next() }
        session.close()
        withTimeout(LIMIT) {
            assertNull(waits.await())
            assertTrue(collected.await().size <= 1)
        }
    }

    companion object {
        @JvmStatic
        fun odd() = mapOf(
            "empty" to "",
            "a megabyte" to "x".repeat(1 shl 20),
            "NUL" to "192.168.1.\u00007",
            "half of a surrogate pair" to "192.168.1.7\uD83D",
            "the other half first" to "\uDE00\uD83D",
            "bidi marks" to "\u202E192.168.1.7\u202C",
            "a pair" to "\uD83D\uDE00",
        ).map { (what, text) -> arrayOf(what, text) }
    }
}

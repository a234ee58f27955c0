package inkjoin.tests

import inkjoin.Problem
import inkjoin.choose
import inkjoin.ffi.ChooseException
import inkjoin.ffi.DescribeException
import inkjoin.ffi.KnowledgeException
import inkjoin.ffi.Screen
import inkjoin.ffi.StartException
import inkjoin.ffi.Trouble
import inkjoin.ffi.describePrinter
import inkjoin.problem
import inkjoin.screenFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Each exception by what an app does next: first those that the library throws here, then all there are. */
class ProblemTest {
    @Test
    fun `what a careless app does has its problem`() {
        alone().use { session ->
            val screen = runBlocking { withTimeout(LIMIT) { session.screenFlow().first() } }
            fun refused(choice: String, answers: Map<String, String> = emptyMap(), on: Screen = screen) =
                assertThrows<ChooseException> { session.choose(on, choice, answers) }.problem
            assertEquals(Problem.UnknownChoice, refused("no such choice"))
            assertEquals(Problem.TooLong("x"), refused(screen.choices.first().id, mapOf("x" to "1".repeat(257))))
            session.stop()
            assertEquals(Problem.Ended, refused(screen.choices.first().id))
        }
        val nowhere = assertThrows<DescribeException> { runBlocking { describePrinter("printer.example") } }
        assertEquals(Problem.NotLocal, nowhere.problem)
    }

    @Test
    fun `every exception has its problem`() {
        assertEquals(Problem.Damaged("a"), StartException.Damaged("a").problem)
        assertEquals(Problem.NoResources, StartException.NoResources().problem)
        assertEquals(Problem.MissingAnswer("pin"), ChooseException.MissingAnswer("pin").problem)
        assertEquals(Problem.Damaged("b"), KnowledgeException.Damaged("b").problem)
        assertEquals(Problem.AnotherDevice, DescribeException.AnotherDevice().problem)
        assertEquals(Problem.NoAnswer(Trouble.TimedOut), DescribeException.NoAnswer(Trouble.TimedOut).problem)
        assertEquals(Problem.NoResources, DescribeException.NoResources().problem)
    }
}

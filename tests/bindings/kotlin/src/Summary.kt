package inkjoin.tests

import java.util.concurrent.atomic.AtomicInteger
import org.junit.platform.engine.TestExecutionResult
import org.junit.platform.engine.TestExecutionResult.Status
import org.junit.platform.launcher.TestExecutionListener
import org.junit.platform.launcher.TestIdentifier
import org.junit.platform.launcher.TestPlan

/** What the tests measured, printed when all are through. */
object Figures {
    private val rows = mutableListOf<String>()

    fun row(vararg cells: Any) {
        synchronized(rows) { rows += cells.joinToString(" | ") }
    }

    fun print() = synchronized(rows) { rows.forEach(::println) }
}

/** The figures, and the sum in the words of the other runners. JUnit finds it through META-INF/services. */
class Summary : TestExecutionListener {
    private val passed = AtomicInteger()
    private val failed = AtomicInteger()
    private val skipped = AtomicInteger()

    override fun executionSkipped(test: TestIdentifier, reason: String) {
        // A class that is skipped is counted as one.
        skipped.incrementAndGet()
    }

    override fun executionFinished(test: TestIdentifier, result: TestExecutionResult) {
        val fine = result.status == Status.SUCCESSFUL
        when {
            // A class whose setting up failed runs none of its tests.
            !test.isTest -> if (!fine) failed.incrementAndGet()
            fine -> passed.incrementAndGet()
            result.status == Status.ABORTED -> skipped.incrementAndGet()
            else -> failed.incrementAndGet()
        }
    }

    override fun testPlanExecutionFinished(plan: TestPlan) {
        Figures.print()
        println("$passed passed, $failed failed, $skipped skipped")
    }
}

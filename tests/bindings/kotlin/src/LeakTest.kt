package inkjoin.tests

import com.sun.jna.Function
import com.sun.jna.NativeLibrary
import com.sun.jna.Structure
import inkjoin.choose
import inkjoin.ffi.diagnostics
import inkjoin.screenFlow
import java.io.File
import java.lang.management.ManagementFactory
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** glibc's count of what was allocated and not given back. */
@Structure.FieldOrder("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")
open class MallInfo2 : Structure(), Structure.ByValue {
    @JvmField var arena = 0L
    @JvmField var ordblks = 0L
    @JvmField var smblks = 0L
    @JvmField var hblks = 0L
    @JvmField var hblkhd = 0L
    @JvmField var usmblks = 0L
    @JvmField var fsmblks = 0L
    @JvmField var uordblks = 0L
    @JvmField var fordblks = 0L
    @JvmField var keepcost = 0L
}

/** In bytes. */
private class Memories(val resident: Long, val heap: Long, val native: Long)

class LeakTest {
    private val mallinfo: Function = NativeLibrary.getProcess().getFunction("mallinfo2")

    private fun measure(): Memories {
        eventually("all sessions are gone") {
            System.gc()
            diagnostics().let { it.sessions == 0uL && it.tasks == 0uL }
        }
        repeat(3) { System.gc() }
        val resident = File("/proc/self/status").readLines().first { it.startsWith("VmRSS") }.filter(Char::isDigit).toLong() * 1024
        val heap = ManagementFactory.getMemoryMXBean().heapMemoryUsage.used
        val info = mallinfo.invoke(MallInfo2::class.java, emptyArray()) as MallInfo2
        return Memories(resident, heap, info.uordblks + info.hblkhd)
    }

    /** A session used for a moment; every other one is closed, the others are left to the garbage collector. */
    private fun one(n: Int) {
        val session = alone()
        runBlocking {
            withTimeout(LIMIT) {
                session.choose(session.screenFlow().first(), "begin")
                session.screenFlow().first { it.id == "find" }
            }
        }
        if (n % 2 == 0) session.close()
    }

    @Test
    fun `a thousand sessions leave nothing`() {
        // What Java's compiler makes counts too, and on a busy machine it isn't through for long.
        repeat(300, ::one)
        val at = mutableMapOf<Int, Memories>()
        for (n in 1..1_000) {
            one(n)
            if (n % 100 == 0) at[n] = measure()
        }
        fun kib(bytes: Long) = "${bytes / 1024} KiB"
        at.forEach { (n, it) ->
            Figures.row("after $n sessions", "VmRSS ${kib(it.resident)}", "Java heap ${kib(it.heap)}", "allocated natively ${kib(it.native)}")
        }
        fun growth(of: (Memories) -> Long) = of(at.getValue(1_000)) - of(at.getValue(200))
        val (resident, heap, native) = listOf(growth(Memories::resident), growth(Memories::heap), growth(Memories::native))
        Figures.row("growth from the 200th to the 1,000th", "VmRSS ${kib(resident)}", "Java heap ${kib(heap)}", "natively ${kib(native)}")
        assertTrue(heap + native < 1 shl 20)
        assertTrue(resident < 1 shl 20)
    }
}

package inkjoin.app

import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import inkjoin.tests.scene
import inkjoin.tests.sockets
import java.io.File
import java.net.InetAddress
import java.util.concurrent.ConcurrentHashMap
import kotlin.concurrent.thread
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** With whom this process is connected, by the kernel's own lists. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class LocalTest {
    @get:Rule val rule = createEmptyComposeRule()

    @Test
    fun `every connection stays at home`() {
        val peers = ConcurrentHashMap.newKeySet<InetAddress>()
        var looks = 0
        LabGround(scene("joined by PIN")).use { lab ->
            Fingers(rule, lab).use { fingers ->
                Watcher {
                    looks++
                    peers += connected()
                }.use { fingers.walk() }
                assertEquals("joined printer-answered", fingers.outcomeInWords())
            }
        }
        println("| peers over $looks looks | $peers |")
        assertTrue("the lab's router and printer are met", peers.isNotEmpty())
        assertEquals(emptyList<InetAddress>(), peers.filterNot { it.isLoopbackAddress })
    }

    @Test
    fun `a peer outside of the home is seen in the lists`() {
        val mine = setOf("socket:[4242]")
        val line = "   1: 0100007F:A2C4 08080808:0050 01 00000000:00000000 00:00000000 00000000  1000        0 4242 1 0"
        val others = line.replace("4242", "4243")
        val six = "   2: 00000000000000000000000001000000:A2C4 B80D0120000000000000000001000000:0050 01 0:0 00:0 0 1000 0 4242 1 0"
        assertEquals(listOf(InetAddress.getByName("8.8.8.8")), peers(listOf(line, others), mine))
        assertEquals(listOf(InetAddress.getByName("2001:db8::1")), peers(listOf(six), mine))
    }

    private class Watcher(look: () -> Unit) : AutoCloseable {
        @Volatile private var over = false
        private val looking = thread {
            while (!over) {
                look()
                Thread.sleep(1)
            }
        }

        override fun close() {
            over = true
            looking.join()
        }
    }

    /** Peers of the sockets of this process, connected ones only. */
    private fun connected(): List<InetAddress> {
        val lines = listOf("tcp", "tcp6", "udp", "udp6").flatMap { File("/proc/self/net/$it").readLines().drop(1) }
        return peers(lines, sockets())
    }

    private fun peers(lines: List<String>, mine: Set<String>): List<InetAddress> =
        lines.map { it.trim().split(Regex("\\s+")) }.filter { "socket:[${it[9]}]" in mine }
            .map { address(it[2].substringBefore(':')) }.filterNot { it.isAnyLocalAddress }

    /** In words of four bytes, each in the machine's order: that of x86 and ARM. */
    private fun address(hex: String): InetAddress =
        InetAddress.getByAddress(hex.chunked(8).flatMap { it.chunked(2).reversed() }.map { it.toInt(16).toByte() }.toByteArray())
}

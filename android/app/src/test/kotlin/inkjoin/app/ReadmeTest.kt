package inkjoin.app

import inkjoin.ffi.Screen
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** The lines that the README shows for Android, on Android's own classes and the core. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class ReadmeTest {
    @Test
    fun `the lines of the README draw screens, take what is tapped and come to an end`() = runBlocking(Dispatchers.Default) {
        val seen = mutableListOf<Screen>()
        val taps = mapOf("start" to "computer-asks", "computer-asks" to "done")
        withTimeout(20.seconds) {
            embed(RuntimeEnvironment.getApplication()) { screen, choose ->
                seen += screen
                taps[screen.id]?.let { choose(it, emptyMap()) }
            }
        }
        assertEquals(listOf("start", "computer-asks", "ended"), seen.map(Screen::id).distinct())
    }
}

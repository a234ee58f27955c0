package inkjoin.tests

import com.fasterxml.jackson.databind.JsonNode
import inkjoin.ffi.LogLevel
import inkjoin.ffi.Screen
import inkjoin.ffi.setLog
import kotlin.time.Duration.Companion.seconds
import kotlin.time.TimeSource
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Named.named
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

/** Of one scene, in real time. */
val LIMIT = 60.seconds

/** Each scene of scenes.json, through the session in Kotlin. */
class ScenesTest {
    @ParameterizedTest
    @MethodSource("scenes")
    fun scene(scene: JsonNode) {
        val begun = TimeSource.Monotonic.markNow()
        val name = scene["name"].asText()
        log.lines.clear()
        House(scene["lab"].asText(), scene["speed"].asInt()).use { house ->
            val person = Person(house, scene)
            val ended = try {
                runBlocking { withTimeout(LIMIT) { person.walk() } }
            } finally {
                person.trace("kotlin-" + name.replace(" ", "_").replace(",", ""), log)
                person.free()
            }
            sees(scene["sees"], person.screens.map(Screen::id))
            assertEquals(scene["outcome"].asText(), words(ended))
            scene.path("then").properties().forEach { (path, wanted) -> assertEquals(wanted, house.state().value(path), path) }
        }
        Figures.row(name, scene["outcome"].asText(), "%.1f s".format(begun.elapsedNow().inWholeMilliseconds / 1000.0))
    }

    companion object {
        private val log = Log().also { setLog(it, LogLevel.DEBUG) }

        @JvmStatic fun scenes() = SCENES["scenes"].map { named(it["name"].asText(), it) }
    }
}

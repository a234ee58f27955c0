package inkjoin.tests

import com.fasterxml.jackson.databind.JsonNode
import inkjoin.choose
import inkjoin.ffi.Block
import inkjoin.ffi.Chosen
import inkjoin.ffi.Outcome
import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import inkjoin.screenFlow
import java.util.concurrent.CopyOnWriteArrayList
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.firstOrNull
import org.junit.jupiter.api.Assertions.assertEquals

/** A person who does what a scene says, at the screens that the session draws. */
class Person(private val house: House, private val scene: JsonNode) {
    private val has = Belongings(house, scene)
    private val asked = mutableSetOf<String>()
    val screens = CopyOnWriteArrayList<Screen>()

    fun start(store: Memory = has.store): Session = has.start(store)

    /** From the first screen to the last, and once more from what was saved where the scene says so; the outcome. */
    suspend fun walk(scene: JsonNode = this.scene, store: Memory = has.store): Outcome? {
        start(store).use { session ->
            val taken = mutableSetOf<String>()
            session.screenFlow().firstOrNull { act(session, it, scene, taken) == "restart" } ?: return session.outcome()
            session.stop()
        }
        return start(store).use { session ->
            val taken = mutableSetOf<String>()
            session.screenFlow().collect { act(session, it, scene, taken) }
            session.outcome()
        }
    }

    /** To the screen of this id, where nothing is done. */
    suspend fun reach(session: Session, id: String): Screen {
        val taken = mutableSetOf<String>()
        return session.screenFlow().first { screen ->
            (screen.id == id).also { there -> if (!there) act(session, screen, scene, taken) }
        }
    }

    private suspend fun act(session: Session, screen: Screen, scene: JsonNode, taken: MutableSet<String>): String? {
        screens += screen
        look(session, screen)
        val at = scene["at"][screen.id] ?: return null
        val what = if (screen.id in taken) at["again"] ?: at else at
        if (screen.blocks.count { it is Block.Notice } < what.path("notices").asInt()) return null
        val call = what["call"]?.asText()
        when (call) {
            "cancel" -> session.cancel()
            "second" -> if (asked.add(call)) second(session)
        }
        if (what.has("lab") && asked.add(screen.id)) house.ask(what["lab"])
        val wanted = what["choose"]?.asText() ?: return call
        val fits = screen.choices.firstOrNull { it.id.startsWith(wanted) } ?: return call
        val typed = fits.needs.associateWith { has.answers.getValue(it) }
        if (session.choose(screen, fits.id, typed) == Chosen.ACCEPTED) taken += screen.id
        return call
    }

    /** As a UI does: the PIN is revealed while drawing. */
    private fun look(session: Session, screen: Screen) =
        screen.blocks.filterIsInstance<Block.Pin>().forEach { session.reveal(it.secretId) }

    private suspend fun second(session: Session) {
        val second = scene["second"]
        val before = screens.size
        val ended = walk(second, Memory())
        assertEquals(second["outcome"].asText(), words(ended))
        sees(second["sees"], screens.drop(before).map(Screen::id))
        session.cancel()
    }

    fun trace(folder: String, log: Log) = has.trace(folder, screens.joinToString("\n"), log)

    fun free() = has.free()
}

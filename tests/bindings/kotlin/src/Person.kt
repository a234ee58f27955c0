package inkjoin.tests

import com.fasterxml.jackson.databind.JsonNode
import inkjoin.choose
import inkjoin.ffi.Block
import inkjoin.ffi.Chosen
import inkjoin.ffi.Outcome
import inkjoin.ffi.Ports
import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions
import inkjoin.screenFlow
import java.io.File
import java.util.concurrent.CopyOnWriteArrayList
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.firstOrNull
import org.junit.jupiter.api.Assertions.assertEquals

/** A person who does what a scene says, at the screens that the session draws. */
class Person(private val house: House, private val scene: JsonNode) {
    private val answers = SCENES["answers"].properties().associate { (field, path) -> field to house.info.value(path.asText()) }
    private val dnsSd = DnsSd(house, scene["dns-sd"]?.asText() ?: "thread")
    private val store = Memory()
    private val asked = mutableSetOf<String>()
    val screens = CopyOnWriteArrayList<Screen>()

    fun start(store: Memory = this.store): Session {
        val setupWifi = if (scene.has("setup-wifi")) SetupWifi(house) else null
        val ports = Ports(networks = Networks(house), dnsSd = dnsSd, setupWifi = setupWifi, store = store)
        return Session.start(SessionOptions(locale = "en", clockRate = scene["speed"].asInt().toUInt()), ports)
    }

    /** From the first screen to the last, and once more from what was saved where the scene says so; the outcome. */
    suspend fun walk(scene: JsonNode = this.scene, store: Memory = this.store): Outcome? {
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
        val typed = fits.needs.associateWith { answers.getValue(it).asText() }
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
        sees(second["sees"], screens.drop(before))
        session.cancel()
    }

    /** All that was shown, saved and logged, for the scan for secrets. */
    fun trace(folder: String, log: Log) {
        val traces = File(ROOT, "target/traces/$folder").apply { mkdirs() }
        File(traces, "canaries.json").writeText(house.info["canaries"].toString())
        File(traces, "transcript.txt").writeText(screens.joinToString("\n"))
        File(traces, "state.txt").writeBytes(store.all.fold(byteArrayOf()) { all, one -> all + one + '\n'.code.toByte() })
        File(traces, "log.txt").writeText(log.lines.joinToString("\n"))
    }

    fun free() = dnsSd.free()
}

/** All of them, in this order; others may come in between. */
fun sees(wanted: JsonNode, screens: List<Screen>) {
    val seen = screens.map(Screen::id)
    val left = seen.iterator()
    val missing = wanted.map(JsonNode::asText).filterNot { id -> left.asSequence().any { it == id } }
    assertEquals(emptyList<String>(), missing, "of what was seen: $seen")
}

/** As scenes.json writes it: `joined printer-answered`. */
fun words(outcome: Outcome?): String? =
    when (outcome) {
        null -> null
        is Outcome.Joined -> "joined ${kebab(outcome.proof)}"
        is Outcome.Failed -> "failed ${kebab(outcome.reason)}"
        is Outcome.Unknown -> "unknown ${kebab(outcome.check)}"
        Outcome.Informed, Outcome.AlreadyOnline, Outcome.Cancelled -> kebab(outcome)
    }

private fun kebab(value: Any): String =
    when (value) {
        is Enum<*> -> value.name.lowercase().replace('_', '-')
        else -> value.javaClass.simpleName.replace(Regex("(?<=.)([A-Z])"), "-$1").lowercase()
    }

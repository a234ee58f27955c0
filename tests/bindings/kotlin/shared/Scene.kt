package inkjoin.tests

import com.fasterxml.jackson.databind.JsonNode
import inkjoin.ffi.Outcome
import inkjoin.ffi.Ports
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions
import java.io.File

fun scene(name: String): JsonNode = SCENES["scenes"].first { it["name"].asText() == name }

/** What a scene's person has at home: the phone, and the words for each field. */
class Belongings(val house: House, private val scene: JsonNode) {
    private val dnsSd = DnsSd(house, scene["dns-sd"]?.asText() ?: "thread")
    val answers: Map<String, String> =
        SCENES["answers"].properties().associate { (field, path) -> field to house.info.value(path.asText()).asText() }
    val store = Memory()

    fun start(
        store: Memory = this.store,
        locale: String = "en",
        clockRate: Int = scene["speed"].asInt(),
        change: (Ports) -> Ports = { it },
    ): Session {
        val setupWifi = if (scene.has("setup-wifi")) SetupWifi(house) else null
        val ports = Ports(networks = Networks(house), dnsSd = dnsSd, setupWifi = setupWifi, store = store)
        return Session.start(SessionOptions(locale = locale, clockRate = clockRate.toUInt()), change(ports))
    }

    /** All that was shown, saved and logged, for the scan for secrets. */
    fun trace(folder: String, shown: String, log: Log) {
        val traces = File(ROOT, "target/traces/$folder").apply { mkdirs() }
        File(traces, "canaries.json").writeText(house.info["canaries"].toString())
        File(traces, "transcript.txt").writeText(shown)
        File(traces, "state.txt").writeBytes(store.all.fold(byteArrayOf()) { all, one -> all + one + '\n'.code.toByte() })
        File(traces, "log.txt").writeText(log.lines.joinToString("\n"))
    }

    fun free() = dnsSd.free()
}

/** All of them, in this order; others may come in between. */
fun sees(wanted: JsonNode, seen: List<String>) {
    val left = seen.iterator()
    val missing = wanted.map(JsonNode::asText).filterNot { id -> left.asSequence().any { it == id } }
    if (missing.isNotEmpty()) throw AssertionError("$missing is missing of what was seen: $seen")
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

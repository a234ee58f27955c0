package inkjoin.tests

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.io.File
import java.net.InetSocketAddress
import java.net.Socket
import java.util.concurrent.TimeUnit

val ROOT: File = File(System.getProperty("inkjoin.root")).canonicalFile
val JSON = ObjectMapper()
val SCENES: JsonNode = JSON.readTree(File(ROOT, "tests/bindings/scenes.json"))
private val LAB = System.getenv("INKJOIN_LAB") ?: File(ROOT, "target/debug/inkjoin-lab").path

/** Of one answer of the lab, in milliseconds. */
private const val ANSWER = 5_000

/** The discard port, where nobody listens. */
const val NOBODY: UShort = 9u

/** The lab serves one scene until it is closed; it announces nothing itself. */
class House(scene: String, speed: Int) : AutoCloseable {
    private val process =
        ProcessBuilder(LAB, "serve", scene, "--json", "--speed", "$speed", "--no-announce")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
    val info: JsonNode = JSON.readTree(process.inputReader().readLine())

    fun ask(verb: Any): JsonNode =
        Socket().use { control ->
            val (host, port) = info["control"].asText().split(":")
            control.soTimeout = ANSWER
            control.connect(InetSocketAddress(host, port.toInt()), ANSWER)
            control.getOutputStream().write(JSON.writeValueAsBytes(verb) + '\n'.code.toByte())
            JSON.readTree(control.getInputStream().bufferedReader().readLine())
        }

    fun state(): JsonNode = ask(mapOf("do" to "state"))

    override fun close() {
        process.outputStream.close()
        check(process.waitFor(ANSWER.toLong(), TimeUnit.MILLISECONDS)) { "the lab does not end" }
    }
}

/** `router.user` in the lab's line of JSON. */
fun JsonNode.value(path: String): JsonNode =
    path.split(".").fold(this) { node, step -> step.toIntOrNull()?.let(node::path) ?: node.path(step) }

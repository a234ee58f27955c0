package inkjoin.app

import androidx.test.platform.app.InstrumentationRegistry
import java.net.InetSocketAddress
import java.net.Socket
import java.util.Base64
import org.json.JSONObject

/** An emulator's name for the loopback of the computer it runs on, where the lab listens. */
const val HOST = "10.0.2.2"

/** Of one answer of the lab, in milliseconds. */
private const val ANSWER = 5_000

/** A scene of `inkjoin-lab`, served by tests/android/emulator.sh, which hands its first line over as an argument. */
class Lab(scene: String) {
    private val info = JSONObject(
        requireNotNull(InstrumentationRegistry.getArguments().getString("lab-$scene")) { "tests/android/emulator.sh runs these tests" }
            .let { String(Base64.getUrlDecoder().decode(it)) },
    )

    /** What a person types for the printer. The lab says where it is on its own computer. */
    val address: String = there(info.getJSONArray("printers").getJSONObject(0).getString("cable"))

    /** The first PIN that the scene knows. */
    val pin: String = info.getJSONArray("canaries").let { canaries ->
        (0 until canaries.length()).map(canaries::getJSONObject).firstOrNull { it.getString("kind") == "pin" }?.getString("value").orEmpty()
    }

    /** Which printer's WPS session is open: `idle` or `waiting`, among others. */
    fun session(): String = ask(JSONObject(mapOf("do" to "state"))).getString("session")

    fun ask(verb: JSONObject): JSONObject {
        val (host, port) = there(info.getString("control")).split(":")
        return Socket().use { control ->
            control.soTimeout = ANSWER
            control.connect(InetSocketAddress(host, port.toInt()), ANSWER)
            control.getOutputStream().write("$verb\n".toByteArray())
            JSONObject(control.getInputStream().bufferedReader().readLine())
        }
    }

    private fun there(at: String) = "$HOST:${at.substringAfterLast(":")}"
}

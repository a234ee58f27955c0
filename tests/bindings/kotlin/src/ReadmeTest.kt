package inkjoin.tests

import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Test

/** The lines that the README shows, drawn and tapped as the first scene says; in real time. */
class ReadmeTest {
    @Test
    fun `the lines of the README set a printer up`() {
        val scene = scene("joined by PIN")
        val seen = mutableListOf<inkjoin.ffi.Screen>()
        House(scene["lab"].asText(), 1).use { house ->
            runBlocking {
                withTimeout(LIMIT) {
                    embed({ Networks(house) }, { DnsSd(house) }) { screen, choose ->
                        seen += screen
                        val wanted = scene["at"][screen.id]?.get("choose")?.asText()
                        val taken = screen.choices.firstOrNull { wanted != null && it.id.startsWith(wanted) }
                        val typed = { field: String -> house.info.value(SCENES["answers"][field].asText()).asText() }
                        if (taken != null) choose(taken.id, taken.needs.associateWith(typed))
                    }
                }
            }
        }
        sees(scene["sees"], seen.map { it.id })
    }
}

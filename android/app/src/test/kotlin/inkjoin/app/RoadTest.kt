package inkjoin.app

import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import com.fasterxml.jackson.databind.JsonNode
import inkjoin.screenFlow
import inkjoin.tests.scene
import inkjoin.tests.value
import inkjoin.ui.SessionHands
import inkjoin.ui.WizardState
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotSame
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** What a phone does to an app on the way: it turns, it ends the process behind it, it takes the drawing away. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class RoadTest {
    @get:Rule val rule = createEmptyComposeRule()
    private val joined = scene("joined by PIN")
    private val road = listOf("start", "find", "already-online", "ways", "sign-in", "waiting", "joined")

    private fun <T> inFront(scene: JsonNode = joined, speed: Int? = null, body: (LabGround, Fingers) -> T): T =
        LabGround(scene, speed).use { lab -> Fingers(rule, lab).use { body(lab, it) } }

    @Test
    fun `turned at every screen, the session goes on`() {
        for (name in listOf("joined by PIN", "wrong PIN, left", "push button", "a port that never answers")) turned(scene(name))
    }

    private fun turned(scene: JsonNode) = inFront(scene) { lab, fingers ->
        val turned = mutableListOf<String>()
        fingers.walk { id ->
            val before = fingers.activity.get()
            fingers.rotate()
            assertNotSame(before, fingers.activity.get())
            fingers.until("$id after the turn") { fingers.drawn() != null }
            turned += id
        }
        assertEquals(scene["outcome"].asText(), fingers.outcomeInWords())
        assertEquals("one session for all", 1, lab.sessions.size)
        val seen = scene["sees"].map(JsonNode::asText) - "ended"
        assertTrue("of $seen turned at $turned", turned.containsAll(seen))
    }

    @Test
    fun `a collector cancelled in the middle takes no screen from the app`() = inFront { lab, fingers ->
        fingers.walk(until = "ways")
        val scope = CoroutineScope(Dispatchers.Default)
        val other = scope.launch { lab.sessions.single().screenFlow().collect {} }
        runBlocking { other.cancelAndJoin() }
        fingers.walk()
        assertEquals("joined printer-answered", fingers.outcomeInWords())
    }

    @Test
    fun `hands on a session that is over do nothing`() = LabGround(joined).use { lab ->
        val fingers = Fingers(rule, lab)
        fingers.walk(until = "find")
        val model = fingers.model
        val hands = SessionHands(model) { error("opened") }
        val screen = (model.state.value as WizardState.Drawn).screen
        fingers.close()
        hands.choose(screen, "back", emptyMap())
        assertNull(hands.reveal(1uL))
        assertEquals(0uL, hands.nowMs())
        assertNull(model.nowMs())
        model.resumed()
        assertNull(model.session)
    }

    /** At each screen of the road: what comes back, and how it ends from there. */
    @Test
    fun `ended behind the app at every screen, nothing is lost`() {
        for (at in road) {
            // Faster, the wait may be over before it is drawn.
            inFront(speed = if (at == "waiting") 1 else null) { lab, fingers ->
                fingers.walk(until = at)
                fingers.die()
                fingers.until("a screen after the end at $at") { fingers.drawn() != null }
                val back = fingers.drawn()
                assertEquals(2, lab.sessions.size)
                assertNull("what was kept is whole", lab.sessions.last().restoreProblem())
                fingers.walk()
                println("| process ended at $at | back at $back | ${fingers.outcomeInWords()} |")
                // The ways are told anew: printer and router are asked what they can do by now.
                val wanted = if (at == "ways") listOf("asking", "already-online", "ways") else listOf(at)
                assertTrue("from $at back at $back", back in wanted)
                assertEquals("joined printer-answered", fingers.outcomeInWords())
                assertEquals("one join is enough", 1, lab.house.state().value("printers.0.sessions").asInt())
            }
        }
    }

    @Test
    fun `ended behind the app after the last screen, the next start is a new one`() = inFront { lab, fingers ->
        fingers.walk()
        assertNull("nothing is kept of what is over", lab.store.load())
        fingers.die()
        fingers.until("the first screen") { fingers.drawn() == "start" }
    }
}

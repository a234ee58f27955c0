package inkjoin.app

import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.json.JSONObject
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith

/**
 * Roads through the wizard, against printers of the lab on the computer that runs the emulator.
 *
 * The emulator's router is no router of the lab, so a person carries the PIN or pushes the buttons. A printer that has joined is
 * looked for by DNS-SD, which does not reach an emulator either: each road ends at the wait, and the lab's own state says what
 * the printer was asked.
 */
@RunWith(AndroidJUnit4::class)
class RoadsTest {
    @get:Rule
    val rule = createAndroidComposeRule<MainActivity>()
    private val person = Person(rule)

    @Test
    fun thePinIsReadFromThePrinter() {
        val lab = Lab("laserjet-pin")
        person.comesToWays(lab.address)
        person.carriesThePin()
        assertEquals("waiting", lab.session())
    }

    @Test
    fun thePinIsTyped() {
        val lab = Lab("laserjet-pin-pages")
        person.comesToWays(lab.address)
        person.takes("ways", "way:typed:page")
        person.types("type-pin", "pin", lab.pin)
        person.takes("type-pin", "use-pin")
        person.takes("router-page", "entered")
        person.sees("waiting")
    }

    @Test
    fun bothButtonsArePushedByHand() {
        val lab = Lab("laserjet-wrong-pin")
        person.comesToWays(lab.address)
        pushesBoth(lab)
        person.sees("waiting")
        assertEquals("waiting", lab.session())
    }

    private fun pushesBoth(lab: Lab) {
        person.takes("ways", "way:push:hand")
        person.takes("push-consent", "open-push")
        lab.ask(JSONObject(mapOf("do" to "push", "printer" to 0)))
        person.takes("push-printer", "pressed-printer")
        person.takes("push-router", "pressed-router")
    }

    @Test
    fun thePrinterReportsAFailure() {
        val lab = Lab("laserjet-pin-https")
        person.comesToWays(lab.address)
        pushesBoth(lab)
        person.takes("waiting", "printer-reports")
        person.takes("printer-report", "shows-failed")
        person.sees("failed")
        rule.onNodeWithTag("choice:try-again").assertExists()
    }
}

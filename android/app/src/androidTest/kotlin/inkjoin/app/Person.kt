package inkjoin.app

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.junit4.ComposeTestRule
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement

/** For one screen, in milliseconds: an emulator without a graphics card draws slowly, and a printer is asked over it. */
private const val WAIT = 60_000L

/** A person at the wizard, who knows screens, choices and fields by the core's own ids. */
@OptIn(ExperimentalTestApi::class)
class Person(private val rule: ComposeTestRule) {
    fun sees(screen: String) = rule.waitUntilAtLeastOneExists(hasTestTag("screen:$screen"), WAIT)

    /** Waits for the app's own words about this permission, and goes on to the system's dialog. Others are refused. */
    fun isAsked(need: String) {
        rule.waitUntil("a question about $need", WAIT) {
            val there = isThere("ask:$need")
            if (!there) refuses()
            there
        }
        rule.onNodeWithTag("ask:go-on").performClick()
    }

    /** What no test needs: the local network's permission is granted beforehand. */
    private fun refuses() {
        if (isThere("ask:not-now")) rule.onNodeWithTag("ask:not-now").performClick()
    }

    private fun isThere(tag: String) = rule.onAllNodesWithTag(tag).fetchSemanticsNodes().isNotEmpty()

    /** Takes the only choice of this id, once its screen is there. */
    fun takes(screen: String, choice: String) {
        sees(screen)
        refuses()
        val button = rule.onNodeWithTag("choice:$choice")
        button.performScrollTo()
        button.performClick()
    }

    fun types(screen: String, field: String, text: String) {
        sees(screen)
        rule.onNodeWithTag("field:$field").performTextReplacement(text)
    }

    /** No DNS-SD reaches an emulator: the printer is told by its address. */
    fun findsByAddress(address: String) {
        takes("start", "begin")
        takes("find", "type-address")
        types("address", "address", address)
        takes("address", "ask")
    }

    /** To the list of ways, from a printer that is on a cable. */
    fun comesToWays(address: String) {
        findsByAddress(address)
        takes("already-online", "connect")
        sees("ways")
    }

    /** The PIN that the printer tells, by hand into the router's page. */
    fun carriesThePin() {
        takes("ways", "way:read:page")
        takes("router-page", "entered")
        sees("waiting")
    }
}

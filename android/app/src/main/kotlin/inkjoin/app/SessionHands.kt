package inkjoin.app

import inkjoin.ffi.Act
import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import inkjoin.ui.Hands
import inkjoin.ui.WizardModel

/** The hands of one session. Once it is over they do nothing. */
internal class SessionHands(private val model: WizardModel, private val outside: Outside) : Hands {
    override fun choose(screen: Screen, choice: String, answers: Map<String, String>) = model.choose(screen, choice, answers)

    override fun reveal(secretId: ULong): String? = model.session?.alive { reveal(secretId) }

    override fun nowMs(): ULong = model.session?.alive { nowMs() } ?: 0uL

    override fun open(act: Act) = outside.open(act)
}

/** What [ask] gives. Absent when the session was closed meanwhile. */
internal fun <T> Session.alive(ask: Session.() -> T): T? =
    try {
        ask()
    } catch (_: IllegalStateException) {
        null
    }

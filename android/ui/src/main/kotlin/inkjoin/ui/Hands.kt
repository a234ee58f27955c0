package inkjoin.ui

import inkjoin.ffi.Act
import inkjoin.ffi.Screen

/** What a person's hands do on a screen, and what drawing one asks for. The UI decides nothing itself. */
interface Hands {
    /** A choice of this screen was tapped, with the text of each field that it needs. */
    fun choose(screen: Screen, choice: String, answers: Map<String, String>)

    /** The digits behind a `Block.Pin`, for drawing only. Absent when they are not needed any more. */
    fun reveal(secretId: ULong): String?

    /** Now, in the milliseconds that a `Block.Clock` ends in. */
    fun nowMs(): ULong

    /** Something outside of the app shall be opened: a page of the home network, or of the system's settings. */
    fun open(act: Act)
}

/** The hands on a [model]'s session; without one, or once it is over, they do nothing. [opens] opens what is outside. */
class SessionHands(private val model: WizardModel, private val opens: (Act) -> Unit) : Hands {
    override fun choose(screen: Screen, choice: String, answers: Map<String, String>) = model.choose(screen, choice, answers)

    override fun reveal(secretId: ULong): String? = model.reveal(secretId)

    override fun nowMs(): ULong = model.nowMs() ?: 0uL

    override fun open(act: Act) = opens(act)
}

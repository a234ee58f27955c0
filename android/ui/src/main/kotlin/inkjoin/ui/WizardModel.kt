package inkjoin.ui

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import inkjoin.Problem
import inkjoin.choose
import inkjoin.ffi.ChooseException
import inkjoin.ffi.Outcome
import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import inkjoin.ffi.StartException
import inkjoin.problem
import inkjoin.screenFlow
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.isActive
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/** What there is to draw. */
sealed interface WizardState {
    /** The library is being loaded. */
    data object Starting : WizardState

    /** The session's newest screen. */
    data class Drawn(val screen: Screen) : WizardState

    /** There is no session; let the person try again where that can help. */
    data class NotStarted(val again: Boolean) : WizardState

    /** The session is over. Its last [screen] says how, and stays in view. */
    data class Ended(val outcome: Outcome?, val screen: Screen? = null) : WizardState
}

/**
 * Holds one session through rotation, and ends it with the screen that it belongs to. [start] makes the session, off the
 * main thread: the first call loads the library, which takes a third of a second.
 */
class WizardModel(
    private val start: () -> Session,
    private val background: CoroutineDispatcher = Dispatchers.Default,
) : ViewModel() {
    private val told = MutableStateFlow<WizardState>(WizardState.Starting)

    /** What to draw; the newest first to whoever comes. */
    val state: StateFlow<WizardState> = told.asStateFlow()

    /** What is typed and secret, through rotation. */
    val drafts = Drafts()

    /** The running session. Absent while there is none. */
    @Volatile
    var session: Session? = null
        private set

    init {
        begin()
    }

    /** Once more, after [WizardState.NotStarted] or [WizardState.Ended]. */
    fun begin() {
        told.value = WizardState.Starting
        viewModelScope.launch {
            val begun = try {
                // To its end, whatever becomes of the model meanwhile: nobody else could end this session.
                withContext(background + NonCancellable) { start() }
            } catch (why: StartException) {
                told.value = WizardState.NotStarted(again = why.problem is Problem.NoResources)
                return@launch
            }
            if (!isActive) return@launch end(begun)
            session?.let(::end)
            session = begun
            var last: Screen? = null
            begun.screenFlow().collect {
                last = it
                told.value = WizardState.Drawn(it)
            }
            told.value = WizardState.Ended(begun.outcome(), last)
        }
    }

    /** Takes a choice. One on a screen that is not the newest does nothing: the newest is drawn already. */
    fun choose(screen: Screen, choice: String, answers: Map<String, String>) {
        try {
            session?.choose(screen, choice, answers)
        } catch (_: ChooseException) {
            // Nothing happened; the screen stays as it is.
        }
    }

    /** The person is back at the app: what may have changed meanwhile is looked at anew. */
    fun resumed() {
        session?.alive { resumed() }
    }

    /** What [Hands.reveal] gives. */
    fun reveal(secretId: ULong): String? = session?.alive { reveal(secretId) }

    /** What [Hands.nowMs] gives. Absent without a session. */
    fun nowMs(): ULong? = session?.alive { nowMs() }

    override fun onCleared() {
        drafts.forget()
        session?.let(::end)
        session = null
    }
}

/** What [ask] gives. Absent when the session was closed meanwhile. */
private fun <T> Session.alive(ask: Session.() -> T): T? =
    try {
        ask()
    } catch (_: IllegalStateException) {
        null
    }

private fun end(session: Session) {
    session.stop()
    session.close()
}

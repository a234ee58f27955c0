package inkjoin.ports

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow

/** What a permission is needed for. */
enum class Need {
    /** To look around in the home network and to talk to printer and router. */
    LOCAL_NETWORK,

    /** To hear HP devices near by. */
    BLUETOOTH,

    /** To bring the phone to the printer's own Wi-Fi. */
    SETUP_WIFI,
}

/** A question that the person shall be asked: explained first, then by the system's own dialog for [permissions]. */
data class PermissionQuestion(val need: Need, val permissions: List<String>)

/**
 * Asks for permissions one at a time. A port that needs one puts its question here and goes on when it is answered; the
 * app draws [question] and hands back the answer.
 *
 * It belongs to the app or to a view model, never to an activity: the question is still open after a rotation.
 */
class PermissionDesk {
    private val waiting = LinkedHashMap<PermissionQuestion, MutableList<(Boolean) -> Unit>>()
    private val asked = MutableStateFlow<PermissionQuestion?>(null)

    /** The question that is open. Absent when there is none. */
    val question: StateFlow<PermissionQuestion?> = asked.asStateFlow()

    /** The person has answered [question]; another one is ignored. What counts is what the system says then. */
    fun answered(question: PermissionQuestion, granted: Boolean) {
        val answers = synchronized(waiting) {
            if (asked.value != question) return
            waiting.remove(question).also { showFirst() }
        }
        answers?.forEach { it(granted) }
    }

    /** Puts a question, unless the same is waiting; closing the answer's handle takes it back. */
    internal fun ask(question: PermissionQuestion, answer: (Boolean) -> Unit): AutoCloseable {
        // Not the function itself: two askers may hand in the same.
        val mine: (Boolean) -> Unit = { answer(it) }
        synchronized(waiting) {
            waiting.getOrPut(question, ::mutableListOf) += mine
            showFirst()
        }
        return AutoCloseable { withdraw(question, mine) }
    }

    private fun withdraw(question: PermissionQuestion, answer: (Boolean) -> Unit) = synchronized(waiting) {
        waiting[question]?.let { answers ->
            answers.removeAll { it === answer }
            if (answers.isEmpty()) waiting.remove(question)
        }
        showFirst()
    }

    private fun showFirst() {
        asked.value = waiting.keys.firstOrNull()
    }
}

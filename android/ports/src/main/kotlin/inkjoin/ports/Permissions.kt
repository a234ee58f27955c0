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
 * Asks for permissions one at a time. A port that needs one puts its question here and goes on when it is answered; the app
 * draws [question] and hands back the answer.
 */
class PermissionDesk {
    private val asked = MutableStateFlow<PermissionQuestion?>(null)

    /** The question that is open. Absent when there is none. */
    val question: StateFlow<PermissionQuestion?> = asked.asStateFlow()

    /** The person has answered [question]; another one is ignored. */
    fun answered(question: PermissionQuestion, granted: Boolean) {
        if (granted || asked.value == question) asked.compareAndSet(question, null)
    }
}

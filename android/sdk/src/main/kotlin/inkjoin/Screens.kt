/** The session for coroutines: its screens as a flow. One file for Android and a plain JVM. */
package inkjoin

import inkjoin.ffi.Chosen
import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import java.lang.ref.WeakReference
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * The session's screens, from the newest to the last. Any number may collect, each at its own pace, and one that stops ends
 * nothing else.
 *
 * Neither the flow nor who collects it keeps the session alive: hold that as long as it shall go on. When it is closed,
 * stopped or gone, also before somebody collects, the flow completes.
 */
// Not `screens()`: a member of that name is generated, and members win over extensions.
fun Session.screenFlow(): Flow<Screen> {
    val session = WeakReference(this)
    return flow {
        val reader = try {
            session.get()?.screens()
        } catch (_: IllegalStateException) {
            null // Closed already.
        } ?: return@flow
        try {
            while (true) emit(reader.next() ?: break)
        } finally {
            reader.end()
            reader.close()
        }
    }
}

/**
 * Takes a choice of this screen, with the text of each field by the field's id.
 *
 * @throws inkjoin.ffi.ChooseException the caller's mistake; nothing happened.
 */
fun Session.choose(screen: Screen, choice: String, answers: Map<String, String> = emptyMap()): Chosen =
    choose(screen.revision, choice, answers)

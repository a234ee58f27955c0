package inkjoin.app

import android.app.Application
import inkjoin.ports.PermissionDesk

/** What outlives an activity: the questions for permissions, and what sessions are started on. */
class InkjoinApp : Application() {
    /** Where the ports ask for permissions. */
    val desk = PermissionDesk()

    /** What the next session is started on: this phone, unless a test puts something else here. */
    var ground: Ground = PhoneGround(this, desk)
}

package inkjoin.ports

import android.Manifest.permission.ACCESS_FINE_LOCATION
import android.Manifest.permission.ACCESS_LOCAL_NETWORK
import android.Manifest.permission.BLUETOOTH_SCAN
import android.Manifest.permission.NEARBY_WIFI_DEVICES
import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import java.util.EnumSet

/**
 * What the person has to grant for [need], on a phone of API level [sdk] by an app for [target].
 *
 * - Local network: Android 17 asks apps that are built for it; others have it with `INTERNET`.
 * - Bluetooth: advertisements could tell the location, so up to Android 11 that is the permission (API 29 and 30: the
 *   fine one); from Android 12 on `neverForLocation` says that they do not.
 * - Setup Wi-Fi: from Android 13 on. Before, the system's own dialog for the network is all; Android 9 and older have
 *   none.
 */
internal fun permissions(need: Need, sdk: Int, target: Int): List<String> = when (need) {
    Need.LOCAL_NETWORK -> listOf(ACCESS_LOCAL_NETWORK).filter { sdk >= 37 && target >= 37 }
    Need.BLUETOOTH -> listOf(if (sdk >= Build.VERSION_CODES.S) BLUETOOTH_SCAN else ACCESS_FINE_LOCATION)
    Need.SETUP_WIFI -> listOf(NEARBY_WIFI_DEVICES).filter { sdk >= Build.VERSION_CODES.TIRAMISU }
}

/** The permissions of one session, which asks for each [Need] once. */
internal class Permits(private val context: Context, private val desk: PermissionDesk) {
    private val refused = EnumSet.noneOf(Need::class.java)

    fun granted(need: Need): Boolean = missing(need).isEmpty()

    /** Tells [then] whether [need] is granted: at once where that is known, else when the person has answered. */
    fun ask(need: Need, then: (Boolean) -> Unit): AutoCloseable {
        val missing = missing(need)
        if (missing.isEmpty() || isRefused(need)) {
            then(missing.isEmpty())
            return AutoCloseable {}
        }
        return desk.ask(PermissionQuestion(need, missing)) {
            val granted = granted(need)
            if (!granted) synchronized(refused) { refused += need }
            then(granted)
        }
    }

    private fun isRefused(need: Need) = synchronized(refused) { need in refused }

    private fun missing(need: Need) =
        permissions(need, Build.VERSION.SDK_INT, context.applicationInfo.targetSdkVersion)
            .filter { context.checkSelfPermission(it) != PackageManager.PERMISSION_GRANTED }
}

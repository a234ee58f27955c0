package inkjoin.app

import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.provider.Settings as System
import android.widget.Toast
import androidx.core.net.toUri
import inkjoin.ffi.Act
import inkjoin.ffi.Settings
import inkjoin.ffi.isLocalUrl

/** Opens what is outside of the app, or says in words why not. */
internal class Outside(private val context: Context) {
    fun open(act: Act) {
        val (intents, otherwise) = when (act) {
            is Act.OpenSettings -> settings(act.page) to context.getString(R.string.opens_no_settings)
            is Act.OpenUrl ->
                if (isLocalUrl(act.url)) {
                    listOf(page(act.url)) to context.getString(R.string.opens_no_browser, act.url)
                } else {
                    emptyList<Intent>() to context.getString(R.string.opens_not_local)
                }
        }
        if (intents.none(::starts)) Toast.makeText(context, otherwise, Toast.LENGTH_LONG).show()
    }

    private fun starts(intent: Intent): Boolean =
        try {
            context.startActivity(intent)
            true
        } catch (_: ActivityNotFoundException) {
            false
        }

    private fun page(url: String) = Intent(Intent.ACTION_VIEW, url.toUri()).addCategory(Intent.CATEGORY_BROWSABLE)

    /** The first that the phone has is taken. */
    private fun settings(page: Settings): List<Intent> =
        when (page) {
            Settings.WIFI -> listOfNotNull(
                if (Build.VERSION.SDK_INT >= 29) Intent(System.Panel.ACTION_WIFI) else null,
                Intent(System.ACTION_WIFI_SETTINGS),
            )
            Settings.LOCAL_NETWORK -> listOf(
                Intent(System.ACTION_APPLICATION_DETAILS_SETTINGS, Uri.fromParts("package", context.packageName, null)),
            )
        }
}

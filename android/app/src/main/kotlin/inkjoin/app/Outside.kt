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
import java.net.Inet6Address
import java.net.InetAddress
import java.net.URI
import java.net.URISyntaxException
import java.net.UnknownHostException

/** Opens what is outside of the app, or says in words why not. */
internal class Outside(private val context: Context) {
    fun open(act: Act) {
        val (intents, otherwise) = when (act) {
            is Act.OpenSettings -> settings(act.page) to context.getString(R.string.opens_no_settings)
            is Act.OpenUrl ->
                if (isLocalPage(act.url)) {
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

private val DOTTED = Regex("""\d{1,3}(\.\d{1,3}){3}""")
private val COLONS = Regex("""\[([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(%25\w+)?]""")

/** Whether this is a page of the home network. Only addresses in figures count: a name could lead anywhere. */
internal fun isLocalPage(url: String): Boolean {
    val uri = try {
        URI(url)
    } catch (_: URISyntaxException) {
        return false
    }
    if (uri.scheme !in listOf("http", "https") || uri.userInfo != null) return false
    val host = uri.host ?: return false
    val figures = if (DOTTED.matches(host)) host else COLONS.matchEntire(host)?.groupValues?.get(1) ?: return false
    val address = try {
        InetAddress.getByName(figures) // Asks nobody: these are figures.
    } catch (_: UnknownHostException) {
        return false
    }
    // Java knows no unique local addresses, fc00::/7, and calls fec0::/10 site-local, which nobody uses any more.
    val unique = address is Inet6Address && address.address[0].toInt() and 0xFE == 0xFC
    return address.isLoopbackAddress || address.isLinkLocalAddress || unique ||
        address !is Inet6Address && address.isSiteLocalAddress
}

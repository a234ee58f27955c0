package inkjoin.ui

import android.content.ContentResolver
import android.database.ContentObserver
import android.os.Handler
import android.os.Looper
import android.provider.Settings
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.platform.LocalContext

/** The person has switched animations off: everything is drawn in a still form. */
@Composable
internal fun reducedMotion(): Boolean {
    val resolver = LocalContext.current.contentResolver
    var still by remember(resolver) { mutableStateOf(animationsOff(resolver)) }
    DisposableEffect(resolver) {
        val observer = object : ContentObserver(Handler(Looper.getMainLooper())) {
            override fun onChange(selfChange: Boolean) {
                still = animationsOff(resolver)
            }
        }
        resolver.registerContentObserver(Settings.Global.getUriFor(SCALE), false, observer)
        onDispose { resolver.unregisterContentObserver(observer) }
    }
    return still
}

private const val SCALE = Settings.Global.ANIMATOR_DURATION_SCALE

private fun animationsOff(resolver: ContentResolver) = Settings.Global.getFloat(resolver, SCALE, 1f) == 0f

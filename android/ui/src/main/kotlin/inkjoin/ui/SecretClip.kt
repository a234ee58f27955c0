package inkjoin.ui

import android.content.ClipData
import android.content.ClipboardManager
import android.content.Context
import android.os.Build
import android.os.Handler
import android.os.Looper
import android.os.PersistableBundle
import java.util.UUID

/** A secret in the clipboard: never shown in the system's preview, and taken out again after a minute. */
internal object SecretClip {
    private val main = Handler(Looper.getMainLooper())

    fun copy(context: Context, name: String, secret: String) {
        val clipboard = context.applicationContext.getSystemService(ClipboardManager::class.java) ?: return
        val mark = UUID.randomUUID().toString()
        val clip = ClipData.newPlainText(name, secret)
        clip.description.extras = PersistableBundle().apply {
            putBoolean(SENSITIVE, true)
            putString(MARK, mark)
        }
        clipboard.setPrimaryClip(clip)
        main.removeCallbacksAndMessages(null)
        main.postDelayed({ clear(clipboard, mark, TRIES) }, KEPT_MS)
    }

    /** Only ours: what was copied meanwhile stays. An app that is not in front may not look, and tries later. */
    private fun clear(clipboard: ClipboardManager, mark: String, tries: Int) {
        val description = clipboard.primaryClipDescription
        when {
            description == null -> if (tries > 0) main.postDelayed({ clear(clipboard, mark, tries - 1) }, AGAIN_MS)
            description.extras?.getString(MARK) == mark -> clipboard.empty()
        }
    }

    private fun ClipboardManager.empty() =
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) {
            clearPrimaryClip()
        } else {
            setPrimaryClip(ClipData.newPlainText("", ""))
        }

    /** `ClipDescription.EXTRA_IS_SENSITIVE`, a name since API 33; some keyboards know it longer. */
    private const val SENSITIVE = "android.content.extra.IS_SENSITIVE"
    private const val MARK = "inkjoin.clip"
    private const val KEPT_MS = 60_000L
    private const val AGAIN_MS = 10_000L
    private const val TRIES = 90
}

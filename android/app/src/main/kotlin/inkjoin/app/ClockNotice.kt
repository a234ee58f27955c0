package inkjoin.app

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import inkjoin.ffi.Block
import inkjoin.ui.WizardState
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.distinctUntilChanged

private const val CHANNEL = "clock"
private const val NOTICE = 1

/** The clock of the screen as a notification, for a person who is away from the app. It says nothing else of the screen. */
internal class ClockNotice(private val context: Context) {
    private val manager = requireNotNull(context.getSystemService(NotificationManager::class.java))

    /** Shows the newest screen's clock as long as the person is away. [left] tells how long one runs on, in milliseconds. */
    suspend fun follow(away: Flow<Boolean>, states: Flow<WizardState>, left: (Block.Clock) -> Long) {
        combine(away, states) { gone, state -> if (gone) state.clock() else null }
            .distinctUntilChanged { one, other -> one?.endsAtMs == other?.endsAtMs }
            .collect { clock ->
                val runs = clock?.let(left) ?: 0
                if (runs > 0) show(runs) else remove()
            }
    }

    fun remove() = manager.cancel(NOTICE)

    private fun show(left: Long) {
        // Android 13 and later: without the permission nothing would be drawn.
        if (!manager.areNotificationsEnabled()) return
        val channel = NotificationChannel(
            CHANNEL,
            context.getString(R.string.clock_channel),
            NotificationManager.IMPORTANCE_LOW, // No sound: the person knows that it runs.
        )
        channel.description = context.getString(R.string.clock_channel_why)
        manager.createNotificationChannel(channel)
        val public = plain().build()
        val notice = plain()
            .setContentText(context.getString(R.string.clock_text))
            .setContentIntent(back())
            .setWhen(System.currentTimeMillis() + left)
            .setShowWhen(true)
            .setUsesChronometer(true)
            .setChronometerCountDown(true)
            .setOngoing(true)
            .setOnlyAlertOnce(true)
            .setVisibility(Notification.VISIBILITY_PRIVATE)
            .setPublicVersion(public)
            // By the system, also when it has stopped this process.
            .setTimeoutAfter(left)
            .build()
        manager.notify(NOTICE, notice)
    }

    private fun plain() = Notification.Builder(context, CHANNEL)
        .setSmallIcon(R.drawable.ic_notice)
        .setColor(context.getColor(R.color.ink))
        .setCategory(Notification.CATEGORY_STOPWATCH)
        .setContentTitle(context.getString(R.string.clock_title))

    private fun back(): PendingIntent {
        val launch = Intent(context, MainActivity::class.java).setAction(Intent.ACTION_MAIN)
            .addCategory(Intent.CATEGORY_LAUNCHER)
        return PendingIntent.getActivity(context, 0, launch, PendingIntent.FLAG_IMMUTABLE)
    }
}

/** The clock that the person sees. */
internal fun WizardState.clock(): Block.Clock? =
    (this as? WizardState.Drawn)?.screen?.blocks?.firstNotNullOfOrNull { it as? Block.Clock }

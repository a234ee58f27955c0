package inkjoin.ports

import android.net.nsd.NsdManager
import android.net.nsd.NsdServiceInfo
import android.os.Handler
import android.os.Looper

/** Waiting at the same time: a network that announces without end fills no memory. */
private const val MAX_WAITING = 512

/** After so long without an answer the next has its turn; nothing promises an answer. Ours. */
internal const val UNANSWERED = 10_000L

/** Between two tries while the system is still at another. Ours. */
internal const val BUSY = 250L

/** Tries for one instance against a busy system. Ours. */
private const val MAX_TRIES = 240

/** Up to Android 13 the system resolves one instance at a time and refuses the next. */
internal class OneByOne(private val nsd: NsdManager, private val finder: Finder) : Resolver {
    private class Job(val service: Service, val info: NsdServiceInfo, var tries: Int = 0)

    private val handler = Handler(Looper.getMainLooper())
    private val waiting = ArrayDeque<Job>()
    private var running: Turn? = null
    private var over = false

    override fun add(service: Service, info: NsdServiceInfo) {
        if (over || waiting.size >= MAX_WAITING || waiting.any { it.service == service }) return
        waiting += Job(service, info)
        next()
    }

    override fun remove(service: Service) {
        waiting.removeAll { it.service == service }
        running?.let { if (it.job.service == service) it.wanted = false }
    }

    override fun end() {
        over = true
        waiting.clear()
        running = null
        handler.removeCallbacksAndMessages(null)
    }

    private fun next() {
        while (running == null) {
            val turn = Turn(waiting.removeFirstOrNull() ?: return)
            turn.job.tries += 1
            running = turn
            later(turn, UNANSWERED)
            try {
                @Suppress("DEPRECATION") // Its successor is what Watcher uses, where there is one.
                nsd.resolveService(turn.job.info, turn)
            } catch (failure: RuntimeException) {
                running = null
                finder.refused(failure)
            }
        }
    }

    /** Only the one whose turn it is ends it: an answer may come late, or twice. */
    private fun done(turn: Turn) {
        if (running !== turn) return
        running = null
        handler.removeCallbacksAndMessages(null)
        next()
    }

    private fun later(turn: Turn, delay: Long) {
        handler.removeCallbacksAndMessages(null)
        handler.postDelayed({ synchronized(finder) { done(turn) } }, delay)
    }

    private fun failed(turn: Turn, code: Int) {
        if (running !== turn) return
        if (code == NsdManager.FAILURE_PERMISSION_DENIED) finder.refused(SecurityException())
        if (code != NsdManager.FAILURE_ALREADY_ACTIVE || turn.job.tries >= MAX_TRIES || !turn.wanted) return done(turn)
        waiting += turn.job
        later(turn, BUSY)
    }

    private inner class Turn(val job: Job) : NsdManager.ResolveListener {
        var wanted = true

        override fun onServiceResolved(info: NsdServiceInfo) = synchronized(finder) {
            if (wanted) finder.resolved(job.service, info)
            done(this)
        }

        override fun onResolveFailed(info: NsdServiceInfo, code: Int) = synchronized(finder) { failed(this, code) }
    }
}

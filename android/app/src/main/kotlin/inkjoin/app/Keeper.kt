package inkjoin.app

import inkjoin.ffi.KnowledgeException
import inkjoin.ffi.Session

/** Starts the sessions of one view model, one after the other, each in the person's language and told of the networks. */
internal class Keeper(private val ground: () -> Ground, private var locale: String) : AutoCloseable {
    private var session: Session? = null
    private var watch: AutoCloseable? = null
    private var closed = false

    /** Starts one, off the main thread. */
    fun start(): Session {
        val ground = ground()
        val first = synchronized(this) { locale }
        val begun = ground.start(first)
        synchronized(this) {
            watch?.close()
            // The view model is gone and takes no session any more.
            if (closed) return begun.also(Session::stop)
            session = begun
            watch = ground.watch(begun)
            if (locale != first) begun.speaks(locale)
        }
        return begun
    }

    /** The person's language is this one now. */
    @Synchronized
    fun speak(locale: String) {
        if (locale == this.locale) return
        this.locale = locale
        session?.speaks(locale)
    }

    /** The watch ends; the session's end is the view model's. */
    @Synchronized
    override fun close() {
        closed = true
        watch?.close()
        watch = null
        session = null
    }

    private fun Session.speaks(locale: String) {
        try {
            setLocale(locale)
        } catch (_: KnowledgeException) {
            // The language stays as it was.
        } catch (_: IllegalStateException) {
            // Closed already.
        }
    }
}

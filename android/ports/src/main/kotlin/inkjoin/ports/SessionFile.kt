package inkjoin.ports

import android.content.Context
import android.util.AtomicFile
import inkjoin.ffi.PortException
import inkjoin.ffi.StorePort
import java.io.File
import java.io.IOException

/** The largest file that is written or read, in bytes. */
internal const val MAX_FILE = 64 * 1024

/** Keeps the saved session in a file of this app that is in no backup. */
internal class SessionFile(context: Context) : StorePort {
    private val file = File(context.noBackupFilesDir, "session")

    override fun save(session: ByteArray) = failing { write(file, session) }

    override fun load(): ByteArray? = failing { read(file) }

    override fun clear() = failing { AtomicFile(file).delete() }

    private inline fun <T> failing(call: () -> T): T = try {
        call()
    } catch (_: IOException) {
        throw PortException.Failed()
    }
}

/** Replaces all of [file] or nothing. */
internal fun write(file: File, bytes: ByteArray) {
    if (bytes.size > MAX_FILE) throw IOException("too long")
    val atomic = AtomicFile(file)
    val stream = atomic.startWrite()
    try {
        stream.write(bytes)
        atomic.finishWrite(stream)
    } catch (failure: IOException) {
        atomic.failWrite(stream)
        throw failure
    }
}

/** What was written last. Absent: nothing was, or it is longer than what [write] writes. */
internal fun read(file: File): ByteArray? {
    val stream = try {
        AtomicFile(file).openRead()
    } catch (failure: IOException) {
        if (file.exists()) throw failure
        return null
    }
    return stream.use { if (it.channel.size() > MAX_FILE) null else it.readBytes() }
}

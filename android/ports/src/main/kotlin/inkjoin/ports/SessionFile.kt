package inkjoin.ports

import android.content.Context
import inkjoin.ffi.PortException
import inkjoin.ffi.StorePort
import java.io.File
import java.io.FileOutputStream
import java.io.IOException
import java.nio.file.Files
import java.nio.file.StandardCopyOption

/** The largest session that is written or read, in bytes. */
internal const val MAX_FILE = 64 * 1024

/** Keeps the saved session in a file of this app that is in no backup. */
internal class SessionFile(context: Context) : StorePort {
    private val file = File(context.noBackupFilesDir, "session")

    override fun save(session: ByteArray) = failing { write(file, session) }

    override fun load(): ByteArray? = failing { read(file) }

    override fun clear() = failing { forget(file) }

    private inline fun <T> failing(call: () -> T): T = try {
        call()
    } catch (_: IOException) {
        throw PortException.Failed()
    }
}

/** Replaces all of [file] or nothing. Not `AtomicFile`: that one tells a rename that failed to nobody but the log. */
internal fun write(file: File, bytes: ByteArray, most: Int = MAX_FILE) {
    if (bytes.size > most) throw IOException("too long")
    val part = File("$file.new")
    FileOutputStream(part).use {
        it.write(bytes)
        it.fd.sync()
    }
    Files.move(part.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE)
}

/** What was written last. Absent: nothing was, or it is longer than what [write] writes. */
internal fun read(file: File, most: Int = MAX_FILE): ByteArray? = when {
    !file.exists() || file.length() > most -> null
    else -> file.readBytes()
}

internal fun forget(file: File) {
    Files.deleteIfExists(file.toPath())
    Files.deleteIfExists(File("$file.new").toPath())
}

package inkjoin.tests

import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path

/** Sockets of this process, by the kernel's numbers. */
fun sockets(): Set<String> =
    Files.list(Path.of("/proc/self/fd")).use { all ->
        all.toList().mapNotNull { fd ->
            try {
                Files.readSymbolicLink(fd).toString().takeIf { it.startsWith("socket:") }
            } catch (_: IOException) {
                null // Closed meanwhile.
            }
        }.toSet()
    }

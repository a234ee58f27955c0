package inkjoin.ports

import inkjoin.ffi.PortException
import java.io.File
import java.security.InvalidKeyException
import java.security.ProviderException
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [28, 37])
class SessionFileTest {
    private val store = SessionFile(app)
    private val file = File(app.noBackupFilesDir, "session")

    @Test fun `what was saved last is there for the next start, until it is cleared`() {
        assertNull(store.load())
        store.clear()
        store.save(byteArrayOf(1))
        store.save(byteArrayOf(2, 3))
        assertArrayEquals(byteArrayOf(2, 3), SessionFile(app).load())
        store.clear()
        assertNull(store.load())
        store.save(ByteArray(MAX_FILE))
        assertEquals(MAX_FILE, store.load()?.size)
    }

    @Test fun `a session that is too long is refused, and what was there stays`() {
        store.save(byteArrayOf(1))
        assertThrows(PortException.Failed::class.java) { store.save(ByteArray(MAX_FILE + 1)) }
        assertArrayEquals(byteArrayOf(1), store.load())
    }

    @Test fun `a file that is too long is none of ours`() {
        file.writeBytes(ByteArray(MAX_FILE + 1))
        assertNull(store.load())
    }

    @Test fun `what cannot be written or read is told`() {
        file.mkdirs()
        File(file, "in the way").writeText("")
        assertThrows(PortException.Failed::class.java) { store.save(byteArrayOf(1)) }
        assertThrows(PortException.Failed::class.java) { store.load() }
        assertThrows(PortException.Failed::class.java) { store.clear() }
    }

    @Test fun `a write that was broken off leaves what was there`() {
        store.save(byteArrayOf(1))
        File(app.noBackupFilesDir, "session.new").writeBytes(ByteArray(9))
        assertArrayEquals(byteArrayOf(1), store.load())
        store.clear()
        assertEquals(emptyList<File>(), app.noBackupFilesDir.listFiles().orEmpty().toList())
    }
}

/** A key in memory, which can be lost or go bad. */
private class MemoryKey : SealKey {
    var key: SecretKey? = null
    var fault: Exception? = null

    override fun get(): SecretKey? = fault?.let { throw it } ?: key

    override fun renew(): SecretKey {
        if (fault is InvalidKeyException) fault = null
        fault?.let { throw it }
        return KeyGenerator.getInstance("AES").apply { init(256) }.generateKey().also { key = it }
    }
}

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [28, 37])
class SealedVaultTest {
    private val key = MemoryKey()
    private val vault = SealedVault(app, key)
    private val folder = File(app.noBackupFilesDir, "vault")
    private val secret = "a router's password".toByteArray()

    private fun files() = folder.listFiles().orEmpty().toList()

    @Test fun `a secret is there for the next start, until it is removed`() {
        assertNull(vault.load("one"))
        vault.save("one", byteArrayOf(1))
        vault.save("one", secret)
        vault.save("../two", ByteArray(0))
        assertArrayEquals(secret, SealedVault(app, key).load("one"))
        assertEquals(0, vault.load("../two")?.size)
        repeat(2) { vault.remove("one") }
        assertNull(vault.load("one"))
        assertEquals(1, files().size)
    }

    @Test fun `neither secret nor name can be read in the files`() {
        vault.save("printer of Somebody", secret)
        val file = files().single()
        assertFalse("Somebody" in file.name)
        assertFalse(String(secret) in String(file.readBytes(), Charsets.ISO_8859_1))
        val before = file.readBytes()
        vault.save("printer of Somebody", secret)
        assertFalse("never sealed twice with the same nonce", before.contentEquals(file.readBytes()))
    }

    @Test fun `a file with any byte changed, cut, or put in another's place is absent`() {
        vault.save("one", byteArrayOf(1, 2, 3))
        val file = files().single()
        val good = file.readBytes()
        for (at in good.indices) {
            file.writeBytes(good.clone().also { it[at] = (it[at].toInt() xor 1).toByte() })
            assertNull("byte $at", vault.load("one"))
            file.writeBytes(good.copyOf(at))
            assertNull("cut at $at", vault.load("one"))
        }
        file.writeBytes(good)
        assertArrayEquals(byteArrayOf(1, 2, 3), vault.load("one"))
        vault.save("two", byteArrayOf(4))
        files().first { it != file }.writeBytes(good)
        assertNull("sealed under another name", vault.load("two"))
    }

    @Test fun `without its key all is absent, and a new one seals again`() {
        vault.save("one", secret)
        key.key = null
        assertNull(vault.load("one"))
        vault.save("one", secret)
        key.fault = InvalidKeyException()
        assertNull(vault.load("one"))
        vault.save("two", secret)
        assertArrayEquals(secret, vault.load("two"))
        assertNull("of the key before", vault.load("one"))
    }

    @Test fun `a key store that fails is told at the save, and nothing is written`() {
        key.fault = ProviderException()
        assertThrows(PortException.Failed::class.java) { vault.save("one", secret) }
        assertNull(vault.load("one"))
        assertTrue(files().isEmpty())
    }

    @Test fun `a secret that is too long is refused`() {
        vault.save("one", ByteArray(64 * 1024))
        assertThrows(PortException.Failed::class.java) { vault.save("one", ByteArray(64 * 1024 + 1)) }
        assertEquals(64 * 1024, vault.load("one")?.size)
    }
}

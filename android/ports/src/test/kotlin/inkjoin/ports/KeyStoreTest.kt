package inkjoin.ports

import android.security.keystore.KeyGenParameterSpec
import java.io.File
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import javax.crypto.KeyGenerator
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey
import org.junit.After
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

private val KEYS = mutableMapOf<String, SecretKey>()
private val SPECS = mutableListOf<KeyGenParameterSpec>()

/** Robolectric has no key store of Android's: as much of one as a vault uses. */
class MemoryKeyStore : KeyStoreSpi() {
    override fun engineGetKey(alias: String, password: CharArray?): Key? = KEYS[alias]
    override fun engineLoad(stream: InputStream?, password: CharArray?) = Unit
    override fun engineContainsAlias(alias: String) = alias in KEYS
    override fun engineIsKeyEntry(alias: String) = alias in KEYS
    override fun engineSize() = KEYS.size
    override fun engineAliases(): Enumeration<String> = Collections.enumeration(KEYS.keys)
    override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null
    override fun engineGetCertificate(alias: String): Certificate? = null
    override fun engineGetCreationDate(alias: String): Date? = null
    override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<Certificate>?) = Unit
    override fun engineSetKeyEntry(alias: String, key: ByteArray, chain: Array<Certificate>?) = Unit
    override fun engineSetCertificateEntry(alias: String, certificate: Certificate) = Unit
    override fun engineDeleteEntry(alias: String) = Unit
    override fun engineIsCertificateEntry(alias: String) = false
    override fun engineGetCertificateAlias(certificate: Certificate): String? = null
    override fun engineStore(stream: OutputStream?, password: CharArray?) = Unit
}

/** Makes the key that it is asked for. */
class MemoryKeyGenerator : KeyGeneratorSpi() {
    private var spec: KeyGenParameterSpec? = null

    override fun engineInit(spec: AlgorithmParameterSpec, random: SecureRandom?) {
        this.spec = spec as KeyGenParameterSpec
        SPECS += spec
    }

    override fun engineInit(random: SecureRandom?) = throw UnsupportedOperationException()

    override fun engineInit(size: Int, random: SecureRandom?) = throw UnsupportedOperationException()

    override fun engineGenerateKey(): SecretKey {
        val asked = checkNotNull(spec)
        val key = KeyGenerator.getInstance("AES").apply { init(asked.keySize) }.generateKey()
        return key.also { KEYS[asked.keystoreAlias] = it }
    }
}

private class Memory : Provider("AndroidKeyStore", "1", "") {
    init {
        put("KeyStore.AndroidKeyStore", MemoryKeyStore::class.java.name)
        put("KeyGenerator.AES", MemoryKeyGenerator::class.java.name)
    }
}

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [28, 37])
class KeyStoreTest {
    private val vault = SealedVault(app)

    @Before fun install() {
        KEYS.clear()
        SPECS.clear()
        Security.addProvider(Memory())
    }

    @After fun remove() = Security.removeProvider("AndroidKeyStore")

    @Test fun `one key of the key store seals all, of 256 bits and for GCM alone`() {
        assertNull(vault.load("one"))
        vault.save("one", byteArrayOf(1))
        vault.save("two", byteArrayOf(2))
        assertArrayEquals(byteArrayOf(1), SealedVault(app).load("one"))
        val spec = SPECS.single()
        assertEquals(256, spec.keySize)
        assertEquals(listOf("GCM"), spec.blockModes.toList())
        assertEquals(listOf("NoPadding"), spec.encryptionPaddings.toList())
        assertEquals(true, spec.isRandomizedEncryptionRequired)
    }

    @Test fun `a phone whose key store was emptied starts anew`() {
        vault.save("one", byteArrayOf(1))
        KEYS.clear()
        assertNull(vault.load("one"))
        vault.save("one", byteArrayOf(2))
        assertArrayEquals(byteArrayOf(2), vault.load("one"))
        assertEquals(1, File(app.noBackupFilesDir, "vault").listFiles()?.size)
    }
}

package inkjoin.ports

import android.content.Context
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import inkjoin.ffi.PortException
import inkjoin.ffi.VaultPort
import java.io.File
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.InvalidKeyException
import java.security.KeyStore
import java.security.MessageDigest
import java.security.ProviderException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/** Where the key of a [SealedVault] is kept. */
interface SealKey {
    /** The key. Absent when there is none yet, or none any more. */
    fun get(): SecretKey?

    /** A new key, in the place of what there was. */
    fun renew(): SecretKey
}

/**
 * Keeps secrets in files of this app, each sealed with AES-GCM by a key that does not leave the phone's key store.
 * Files and key are in no backup. What is damaged, was sealed by another key or under another name counts as absent.
 */
class SealedVault(context: Context, private val key: SealKey = KeyStoreKey()) : VaultPort {
    private val folder = File(context.noBackupFilesDir, "vault")

    /**
     * Keeps [secret], at most 64 KiB, under [name]; what was there before is gone. Fails with [PortException.Failed].
     */
    @Synchronized
    override fun save(name: String, secret: ByteArray) {
        try {
            if (secret.size > MAX_SECRET) throw IOException("too long")
            folder.mkdirs()
            write(file(name), seal(name, secret), MAX_SEALED)
        } catch (failure: Exception) {
            throw if (expected(failure)) PortException.Failed() else failure
        }
    }

    /** What was kept last under [name]. */
    override fun load(name: String): ByteArray? = try {
        read(file(name), MAX_SEALED)?.let { open(name, it) }
    } catch (failure: Exception) {
        if (expected(failure)) null else throw failure
    }

    /** Forgets it. Nothing kept is no failure. Fails with [PortException.Failed]. */
    @Synchronized
    override fun remove(name: String) {
        try {
            forget(file(name))
        } catch (_: IOException) {
            throw PortException.Failed()
        }
    }

    private fun seal(name: String, secret: ByteArray): ByteArray = try {
        seal(key.get() ?: key.renew(), name, secret)
    } catch (_: InvalidKeyException) {
        // Invalidated with the phone's lock screen, on some phones by an update. What it sealed is lost.
        seal(key.renew(), name, secret)
    }

    private fun seal(key: SecretKey, name: String, secret: ByteArray): ByteArray = Cipher.getInstance(AES_GCM).run {
        init(Cipher.ENCRYPT_MODE, key)
        updateAAD(name.toByteArray())
        byteArrayOf(FORMAT) + iv + doFinal(secret)
    }

    private fun open(name: String, sealed: ByteArray): ByteArray? {
        val key = key.get()
        if (key == null || sealed.size < HEAD + TAG / 8 || sealed[0] != FORMAT) return null
        return Cipher.getInstance(AES_GCM).run {
            init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG, sealed, 1, IV))
            updateAAD(name.toByteArray())
            doFinal(sealed, HEAD, sealed.size - HEAD)
        }
    }

    /** A name may hold anything, and tell whose printer it is. */
    private fun file(name: String): File {
        val digest = MessageDigest.getInstance("SHA-256").digest(name.toByteArray())
        return File(folder, digest.joinToString("") { "%02x".format(it) })
    }

    /** Key stores throw their own faults unchecked. */
    private fun expected(failure: Exception) =
        failure is IOException || failure is GeneralSecurityException || failure is ProviderException
}

private const val AES_GCM = "AES/GCM/NoPadding"
private const val FORMAT: Byte = 1
private const val IV = 12
private const val HEAD = 1 + IV

/** Bits of the authentication tag. */
private const val TAG = 128
private const val MAX_SECRET = 64 * 1024
private const val MAX_SEALED = HEAD + MAX_SECRET + TAG / 8

/** In the phone's key store, by hardware where the phone has it. */
internal class KeyStoreKey(private val alias: String = "inkjoin") : SealKey {
    override fun get(): SecretKey? = KeyStore.getInstance(STORE).run {
        load(null)
        getKey(alias, null) as? SecretKey
    }

    override fun renew(): SecretKey {
        val purposes = KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        val spec = KeyGenParameterSpec.Builder(alias, purposes)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(256)
            .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).apply { init(spec) }.generateKey()
    }
}

private const val STORE = "AndroidKeyStore"

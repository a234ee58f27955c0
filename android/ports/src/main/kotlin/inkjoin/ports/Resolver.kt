package inkjoin.ports

import android.annotation.SuppressLint
import android.net.nsd.NsdManager
import android.net.nsd.NsdServiceInfo
import android.os.Build
import android.os.ext.SdkExtensions
import androidx.annotation.RequiresApi
import inkjoin.ffi.DnsSdInstance
import inkjoin.ffi.TxtEntry
import java.util.concurrent.Executor

/** An instance as it was found. Android writes the type in several ways, so ours is kept. */
internal data class Service(val type: String, val name: String)

/** Who looks for instances. Its monitor is the lock of the [Resolver], so that nothing comes after its end. */
internal interface Finder {
    fun resolved(service: Service, info: NsdServiceInfo)

    fun gone(service: Service)

    /** The system would not resolve; for want of the permission that is a [SecurityException]. */
    fun refused(failure: RuntimeException)
}

/** Turns what was found into host, addresses and TXT record. */
internal interface Resolver {
    fun add(service: Service, info: NsdServiceInfo)

    fun remove(service: Service)

    fun end()
}

// Lint knows the level that a class names, and not the extension that brought it to 33.
@SuppressLint("NewApi")
internal fun resolver(nsd: NsdManager, finder: Finder): Resolver {
    val oneByOne = OneByOne(nsd, finder)
    val watches = Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE ||
        Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU &&
        SdkExtensions.getExtensionVersion(Build.VERSION_CODES.TIRAMISU) >= WATCHES
    return if (watches) Watcher(nsd, oneByOne, finder) else oneByOne
}

/** The extension of Android 13 that brought `registerServiceInfoCallback`. */
private const val WATCHES = 7

/** Watched at the same time; the system keeps count of an app's requests. */
private const val MAX_WATCHED = 64

/** Tells changes too: Android 14 and later. */
@RequiresApi(Build.VERSION_CODES.UPSIDE_DOWN_CAKE)
private class Watcher(
    private val nsd: NsdManager,
    private val oneByOne: OneByOne,
    private val finder: Finder,
) : Resolver {
    private val watched = HashMap<Service, Watch>()

    override fun add(service: Service, info: NsdServiceInfo) {
        if (service in watched) return
        if (watched.size >= MAX_WATCHED) return oneByOne.add(service, info)
        val watch = Watch(service, info)
        watched[service] = watch
        try {
            nsd.registerServiceInfoCallback(info, Executor(Runnable::run), watch)
        } catch (failure: RuntimeException) {
            watched.remove(service)
            finder.refused(failure)
        }
    }

    override fun remove(service: Service) {
        oneByOne.remove(service)
        watched.remove(service)?.let { ending { nsd.unregisterServiceInfoCallback(it) } }
    }

    override fun end() {
        oneByOne.end()
        watched.values.forEach { ending { nsd.unregisterServiceInfoCallback(it) } }
        watched.clear()
    }

    private inner class Watch(private val service: Service, private val info: NsdServiceInfo) :
        NsdManager.ServiceInfoCallback {
        override fun onServiceInfoCallbackRegistrationFailed(code: Int) = wanted {
            if (code == NsdManager.FAILURE_PERMISSION_DENIED) finder.refused(SecurityException())
            oneByOne.add(service, info)
        }

        override fun onServiceUpdated(info: NsdServiceInfo) = wanted { finder.resolved(service, info) }

        override fun onServiceLost() = wanted { finder.gone(service) }

        override fun onServiceInfoCallbackUnregistered() = Unit

        private inline fun wanted(tell: () -> Unit) = synchronized(finder) { if (watched[service] === this) tell() }
    }
}

internal fun instance(service: Service, info: NsdServiceInfo): DnsSdInstance {
    val addresses = addresses(info)
    val host = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.BAKLAVA) info.hostname?.let { "$it.local" } else null
    return DnsSdInstance(
        serviceType = service.type,
        name = service.name,
        // Older systems do not tell it; the address, too, stands for one and the same device.
        host = host ?: addresses.firstOrNull().orEmpty(),
        port = info.port.toUShort(),
        addresses = addresses,
        txt = info.attributes.map { (key, value) -> TxtEntry(key, value ?: ByteArray(0)) },
    )
}

@Suppress("DEPRECATION") // `host` is what there is before Android 14.
private fun addresses(info: NsdServiceInfo): List<String> {
    val several = Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE
    val all = if (several) info.hostAddresses else listOfNotNull(info.host)
    return all.mapNotNull { it.hostAddress }
}

package inkjoin.ports

import android.content.Context
import android.net.nsd.NsdManager
import android.net.nsd.NsdServiceInfo
import inkjoin.ffi.DnsSdEvents
import inkjoin.ffi.DnsSdEventsInterface
import inkjoin.ffi.DnsSdPort
import inkjoin.ffi.PortException
import java.util.concurrent.ConcurrentHashMap

/** Browses DNS-SD with [NsdManager]. */
internal class NsdBrowser(private val context: Context, private val permits: Permits) : DnsSdPort {
    private val browses = ConcurrentHashMap<ULong, Browse>()

    override fun browse(id: ULong, serviceTypes: List<String>, events: DnsSdEvents) = start(id, serviceTypes, events)

    fun start(id: ULong, serviceTypes: List<String>, events: DnsSdEventsInterface) {
        val browse = asking { Browse(context, serviceTypes, events) }
        browses.put(id, browse)?.end()
        browse.begin(permits)
    }

    override fun stop(id: ULong) {
        browses.remove(id)?.end()
    }
}

/** One browse. Events are told under its lock, so that none comes after [end]. */
private class Browse(
    private val context: Context,
    private val types: List<String>,
    private val events: DnsSdEventsInterface,
) : Finder {
    private val nsd = requireNotNull(context.getSystemService(NsdManager::class.java))
    private val resolver = resolver(nsd, this)
    private val listeners = mutableListOf<Listener>()
    private var question: AutoCloseable? = null
    private var lock: AutoCloseable? = null
    private var over = false

    fun begin(permits: Permits) {
        val asked = permits.ask(Need.LOCAL_NETWORK) { if (it) discover() else fail(PortException.PermissionMissing()) }
        synchronized(this) { if (over) asked.close() else question = asked }
    }

    @Synchronized
    private fun discover() {
        if (over) return
        try {
            lock = asking { multicastLock(context) }
            types.forEach { type ->
                val listener = Listener(type)
                listeners += listener
                asking { nsd.discoverServices(type.removeSuffix(LOCAL), NsdManager.PROTOCOL_DNS_SD, listener) }
            }
        } catch (failure: PortException) {
            fail(failure)
        }
    }

    @Synchronized
    override fun resolved(service: Service, info: NsdServiceInfo) {
        if (!over) events.resolved(instance(service, info))
    }

    @Synchronized
    override fun gone(service: Service) {
        if (!over) events.gone(service.type, service.name)
    }

    @Synchronized
    private fun found(service: Service, info: NsdServiceInfo) {
        if (!over) resolver.add(service, info)
    }

    /** One instance less, unless it is for want of the permission. */
    override fun refused(failure: RuntimeException) {
        if (failure is SecurityException) fail(PortException.PermissionMissing())
    }

    @Synchronized
    private fun lost(service: Service) {
        resolver.remove(service)
        gone(service)
    }

    /** The others may still find something: an app has ten requests, and some systems count more than ours. */
    @Synchronized
    private fun broken(listener: Listener, code: Int) {
        if (over || !listeners.remove(listener)) return
        when {
            code == NsdManager.FAILURE_PERMISSION_DENIED -> fail(PortException.PermissionMissing())
            listeners.isEmpty() -> fail(PortException.Failed())
        }
    }

    @Synchronized
    private fun fail(why: PortException) {
        if (over) return
        events.failed(why)
        end()
    }

    @Synchronized
    fun end() {
        if (over) return
        over = true
        question?.close()
        listeners.forEach { ending { nsd.stopServiceDiscovery(it) } }
        resolver.end()
        lock?.close()
        (events as? AutoCloseable)?.close()
    }

    private inner class Listener(private val type: String) : NsdManager.DiscoveryListener {
        override fun onDiscoveryStarted(serviceType: String) = Unit

        override fun onDiscoveryStopped(serviceType: String) = broken(this, NsdManager.FAILURE_INTERNAL_ERROR)

        override fun onServiceFound(info: NsdServiceInfo) = found(Service(type, info.serviceName), info)

        override fun onServiceLost(info: NsdServiceInfo) = lost(Service(type, info.serviceName))

        override fun onStartDiscoveryFailed(serviceType: String, code: Int) = broken(this, code)

        override fun onStopDiscoveryFailed(serviceType: String, code: Int) = Unit
    }
}

/** Android's names of types end before it. */
private const val LOCAL = ".local."

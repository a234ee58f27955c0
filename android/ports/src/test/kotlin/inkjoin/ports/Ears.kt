package inkjoin.ports

import android.app.Application
import android.net.nsd.NsdManager
import android.net.nsd.NsdServiceInfo
import inkjoin.ffi.Advertisement
import inkjoin.ffi.BleEventsInterface
import inkjoin.ffi.BleFilter
import inkjoin.ffi.BleTrouble
import inkjoin.ffi.DnsSdEventsInterface
import inkjoin.ffi.DnsSdInstance
import inkjoin.ffi.PortException
import inkjoin.ffi.SetupWifiAnswerInterface
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.concurrent.thread
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowNsdManager

/** For tests at several levels of Android: the library is loaded once a process, and each level has classes of its own. */
internal val KNOWN = Known(
    setupAddress = { "192.168.223.1" },
    ble = { BleFilter(0x65u, listOf("fe78", "fdb4").map { "0000$it-0000-1000-8000-00805f9b34fb" }) },
)

/** Hears what a browse tells, in the library's place. */
class BrowseEar : DnsSdEventsInterface, AutoCloseable {
    val told = CopyOnWriteArrayList<String>()
    val instances = CopyOnWriteArrayList<DnsSdInstance>()
    var closed = false

    override fun resolved(instance: DnsSdInstance) {
        instances += instance
        told += "resolved ${instance.name}"
    }

    override fun gone(serviceType: String, name: String) {
        told += "gone $serviceType $name"
    }

    override fun failed(why: PortException) {
        told += "failed ${why.javaClass.simpleName}"
    }

    override fun close() {
        closed = true
    }
}

/** Hears what a scan tells. */
class ScanEar : BleEventsInterface {
    val seen = CopyOnWriteArrayList<Advertisement>()
    val troubles = CopyOnWriteArrayList<BleTrouble>()

    override fun seen(advertisement: Advertisement) {
        seen += advertisement
    }

    override fun trouble(why: BleTrouble) {
        troubles += why
    }
}

/** Hears how a join ends. */
class JoinEar : SetupWifiAnswerInterface {
    val told = CopyOnWriteArrayList<String>()

    override fun joined() {
        told += "joined"
    }

    override fun failed(why: PortException) {
        told += "failed ${why.javaClass.simpleName}"
    }
}

/** What the ports have asked of the phone's DNS-SD. */
class Nsd {
    private val shadow =
        Shadow.extract<ShadowNsdManager>(checkNotNull(app.getSystemService(NsdManager::class.java)))

    fun browsing(type: String) = shadow.getDiscoveryListeners(type).orEmpty()

    fun resolving(info: NsdServiceInfo) = shadow.getResolveListeners(info).orEmpty()

    fun watching(info: NsdServiceInfo) = shadow.getServiceInfoCallbacks(info).orEmpty()
}

val app: Application get() = RuntimeEnvironment.getApplication()

fun grant(vararg permissions: String) = shadowOf(app).grantPermissions(*permissions)

fun deny(vararg permissions: String) = shadowOf(app).denyPermissions(*permissions)

/** The person says yes or no to the question that is open. */
fun PermissionDesk.answer(granted: Boolean) {
    val open = checkNotNull(question.value)
    if (granted) grant(*open.permissions.toTypedArray())
    answered(open, granted)
}

/** The system calls from threads of its own. */
fun elsewhere(call: () -> Unit) = thread(block = call).join()

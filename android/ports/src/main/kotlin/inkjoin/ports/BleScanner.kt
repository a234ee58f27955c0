package inkjoin.ports

import android.annotation.SuppressLint
import android.bluetooth.BluetoothAdapter
import android.bluetooth.BluetoothManager
import android.bluetooth.le.BluetoothLeScanner
import android.bluetooth.le.ScanCallback
import android.bluetooth.le.ScanFilter
import android.bluetooth.le.ScanResult
import android.bluetooth.le.ScanSettings
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.content.pm.PackageManager
import android.location.LocationManager
import android.os.Build
import android.os.ParcelUuid
import androidx.core.location.LocationManagerCompat
import androidx.core.util.size
import inkjoin.ffi.Advertisement
import inkjoin.ffi.BleEvents
import inkjoin.ffi.BleEventsInterface
import inkjoin.ffi.BleFilter
import inkjoin.ffi.BlePort
import inkjoin.ffi.BleTrouble
import java.util.concurrent.ConcurrentHashMap

/** Listens to HP's advertisements with [BluetoothLeScanner]. Never switches Bluetooth on. */
internal class BleScanner(
    private val context: Context,
    private val permits: Permits,
    private val known: Known,
) : BlePort {
    private val scans = ConcurrentHashMap<ULong, Scan>()

    override fun scan(id: ULong, events: BleEvents) = start(id, events)

    fun start(id: ULong, events: BleEventsInterface) {
        val scan = asking { Scan(context, filters(known.ble), events) }
        scans.put(id, scan)?.end()
        scan.begin(permits)
    }

    override fun stop(id: ULong) {
        scans.remove(id)?.end()
    }
}

/** One scan. Events are told under its lock, so that none comes after [end]. */
private class Scan(
    private val context: Context,
    private val filters: List<ScanFilter>,
    private val events: BleEventsInterface,
) {
    private val adapter: BluetoothAdapter? = context.getSystemService(BluetoothManager::class.java)?.adapter
    private var question: AutoCloseable? = null
    private var scanner: BluetoothLeScanner? = null
    private var over = false

    /** Whoever has no Bluetooth, or has it off, is not asked to allow it. */
    fun begin(permits: Permits) {
        trying { obstacle() }?.let { return trouble(it) }
        val asked = permits.ask(Need.BLUETOOTH) { if (it) listen() else trouble(BleTrouble.PERMISSION_MISSING) }
        synchronized(this) { if (over) asked.close() else question = asked }
    }

    private fun obstacle(): BleTrouble? = when {
        adapter == null || !context.packageManager.hasSystemFeature(PackageManager.FEATURE_BLUETOOTH_LE) ->
            BleTrouble.NO_ADAPTER
        !adapter.isEnabled -> BleTrouble.SWITCHED_OFF
        else -> null
    }

    @Synchronized
    private fun listen() {
        if (over) return
        val why = trying { obstacle() ?: BleTrouble.PERMISSION_MISSING.takeIf { locationIsOff() } ?: startScan() }
        why?.let(::trouble)
    }

    private fun startScan(): BleTrouble? {
        // The system alone broadcasts it, so nothing is opened to other apps.
        context.registerReceiver(states, IntentFilter(BluetoothAdapter.ACTION_STATE_CHANGED))
        val found = adapter?.bluetoothLeScanner ?: return BleTrouble.SWITCHED_OFF
        scanner = found
        found.startScan(filters, SETTINGS, results)
        return null
    }

    private inline fun trying(call: () -> BleTrouble?): BleTrouble? = try {
        call()
    } catch (_: SecurityException) {
        BleTrouble.PERMISSION_MISSING
    } catch (_: RuntimeException) {
        BleTrouble.FAILED
    }

    /** Up to Android 11 no advertisement is told then, and no error either. */
    private fun locationIsOff() = Build.VERSION.SDK_INT < Build.VERSION_CODES.S &&
        context.getSystemService(LocationManager::class.java)?.let(LocationManagerCompat::isLocationEnabled) == false

    @Synchronized
    private fun heard(result: ScanResult) {
        if (!over) events.seen(advertisement(result))
    }

    @Synchronized
    private fun trouble(why: BleTrouble) {
        if (over) return
        events.trouble(why)
        end()
    }

    // Without the permission there is no scan to be stopped; one taken away meanwhile is an ordinary fault.
    @SuppressLint("MissingPermission")
    @Synchronized
    fun end() {
        if (over) return
        over = true
        question?.close()
        scanner?.let { ending { it.stopScan(results) } }
        ending { context.unregisterReceiver(states) }
        (events as? AutoCloseable)?.close()
    }

    private val results = object : ScanCallback() {
        override fun onScanResult(type: Int, result: ScanResult) = heard(result)

        override fun onBatchScanResults(results: List<ScanResult>) = results.forEach(::heard)

        override fun onScanFailed(code: Int) = trouble(BleTrouble.FAILED)
    }

    private val states = object : BroadcastReceiver() {
        override fun onReceive(context: Context, intent: Intent) {
            val state = intent.getIntExtra(BluetoothAdapter.EXTRA_STATE, BluetoothAdapter.ERROR)
            if (state == BluetoothAdapter.STATE_TURNING_OFF || state == BluetoothAdapter.STATE_OFF) {
                trouble(BleTrouble.SWITCHED_OFF)
            }
        }
    }
}

private fun advertisement(result: ScanResult): Advertisement {
    val record = result.scanRecord
    val companies = record?.manufacturerSpecificData
    val services = record?.serviceUuids.orEmpty() + record?.serviceData?.keys.orEmpty()
    return Advertisement(
        device = result.device.address,
        // The advertised one: the device's own would need BLUETOOTH_CONNECT.
        name = record?.deviceName,
        companies = (0 until (companies?.size ?: 0)).mapNotNull { companies?.keyAt(it)?.toUShort() },
        services = services.distinct().map(ParcelUuid::toString),
    )
}

/**
 * HP's alone: an unfiltered scan sees everybody's devices and stops with the screen. So a device that has only its name
 * to be known by is not heard; a filter takes whole names, no beginnings.
 */
private fun filters(of: BleFilter): List<ScanFilter> {
    val services = of.services.map(ParcelUuid::fromString)
    return listOf(ScanFilter.Builder().setManufacturerData(of.company.toInt(), ByteArray(0), ByteArray(0)).build()) +
        services.map { ScanFilter.Builder().setServiceUuid(it).build() } +
        services.map { ScanFilter.Builder().setServiceData(it, ByteArray(0), ByteArray(0)).build() }
}

private val SETTINGS: ScanSettings = ScanSettings.Builder().setScanMode(ScanSettings.SCAN_MODE_LOW_LATENCY).build()

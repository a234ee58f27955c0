package inkjoin.ports

import android.Manifest.permission.ACCESS_FINE_LOCATION
import android.Manifest.permission.BLUETOOTH_SCAN
import android.bluetooth.BluetoothAdapter
import android.bluetooth.BluetoothManager
import android.bluetooth.le.BluetoothLeScanner
import android.bluetooth.le.ScanCallback
import android.bluetooth.le.ScanFilter
import android.bluetooth.le.ScanRecord
import android.bluetooth.le.ScanResult
import android.bluetooth.le.ScanSettings
import android.content.Intent
import android.content.pm.PackageManager
import android.location.LocationManager
import android.os.Build
import android.os.Looper
import inkjoin.ffi.BleTrouble
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowBluetoothLeScanner
import org.robolectric.util.ReflectionHelpers
import org.robolectric.util.ReflectionHelpers.ClassParameter.from

/** The permission is taken away before the scan starts. */
@Implements(BluetoothLeScanner::class)
class RefusingScanner : ShadowBluetoothLeScanner() {
    @Implementation
    override fun startScan(filters: List<ScanFilter>?, settings: ScanSettings?, callback: ScanCallback?): Unit =
        throw SecurityException()
}

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [28, 33, 36, 37])
class BleScannerTest {
    private val adapter = checkNotNull(app.getSystemService(BluetoothManager::class.java)).adapter
    private val desk = PermissionDesk()
    private val port = BleScanner(app, Permits(app, desk), KNOWN)
    private val ear = ScanEar()

    private val shadow get() = shadowOf(adapter.bluetoothLeScanner)

    @Before fun on() {
        shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_BLUETOOTH_LE, true)
        shadowOf(adapter).setState(BluetoothAdapter.STATE_ON)
        shadowOf(app.getSystemService(LocationManager::class.java)).setLocationEnabled(true)
        grant(ACCESS_FINE_LOCATION, BLUETOOTH_SCAN)
    }

    private fun callback() = shadow.scanCallbacks.single()

    private fun result(record: ByteArray): ScanResult {
        val parsed: ScanRecord = ReflectionHelpers.callStaticMethod(
            ScanRecord::class.java, "parseFromBytes", from(ByteArray::class.java, record),
        )
        return ScanResult(adapter.getRemoteDevice("00:11:22:33:44:55"), 0, 0, 0, 0, 0, -40, 0, parsed, 0)
    }

    private fun switched(state: Int) {
        shadowOf(adapter).setState(state)
        app.sendBroadcast(Intent(BluetoothAdapter.ACTION_STATE_CHANGED).putExtra(BluetoothAdapter.EXTRA_STATE, state))
        shadowOf(Looper.getMainLooper()).idle()
    }

    @Test fun `only HP's advertisements are asked for`() {
        port.start(1u, ear)
        val filters = shadow.activeScans.single().scanFilters()
        assertEquals(listOf(KNOWN.ble.company.toInt()), filters.filter { it.manufacturerData != null }.map { it.manufacturerId })
        assertEquals(KNOWN.ble.services, filters.mapNotNull { it.serviceUuid?.toString() })
        assertEquals(KNOWN.ble.services, filters.mapNotNull { it.serviceDataUuid?.toString() })
        assertEquals(1 + 2 * KNOWN.ble.services.size, filters.size)
    }

    @Test fun `an advertisement is told with its name, companies and services`() {
        port.start(1u, ear)
        val record = listOf(
            3, 0x03, 0x78, 0xFE, // One listed service.
            4, 0xFF, 0x65, 0x00, 0x01, // Manufacturer data.
            5, 0x16, 0xB4, 0xFD, 1, 2, // Data of another service.
            3, 0x09, 'H'.code, 'P'.code,
        ).map(Int::toByte).toByteArray()
        elsewhere { callback().onScanResult(ScanSettings.CALLBACK_TYPE_ALL_MATCHES, result(record)) }
        callback().onBatchScanResults(listOf(result(byteArrayOf())))
        val (full, empty) = ear.seen
        assertEquals(listOf("00:11:22:33:44:55", "HP"), listOf(full.device, full.name))
        assertEquals(listOf(0x65.toUShort()), full.companies)
        val uuids = listOf("fe78", "fdb4").map { "0000$it-0000-1000-8000-00805f9b34fb" }
        assertEquals(uuids, full.services)
        assertNull(empty.name)
        assertEquals(emptyList<Any>(), empty.companies + empty.services)
    }

    @Test fun `the stop ends the scan, and nothing is told after it`() {
        port.start(1u, ear)
        val callback = callback()
        port.stop(1u)
        assertTrue(shadow.activeScans.isEmpty())
        elsewhere {
            callback.onScanResult(ScanSettings.CALLBACK_TYPE_ALL_MATCHES, result(byteArrayOf()))
            callback.onScanFailed(1)
        }
        switched(BluetoothAdapter.STATE_OFF)
        port.stop(1u)
        assertTrue(ear.seen.isEmpty() && ear.troubles.isEmpty())
    }

    @Test fun `Bluetooth that is off, or missing, is told, and the person is not asked for anything`() {
        deny(ACCESS_FINE_LOCATION, BLUETOOTH_SCAN)
        shadowOf(adapter).setState(BluetoothAdapter.STATE_OFF)
        port.start(1u, ear)
        shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_BLUETOOTH_LE, false)
        port.start(2u, ear)
        assertEquals(listOf(BleTrouble.SWITCHED_OFF, BleTrouble.NO_ADAPTER), ear.troubles)
        assertNull(desk.question.value)
        assertEquals(BluetoothAdapter.STATE_OFF, adapter.state)
    }

    @Test fun `Bluetooth switched off during a scan is told once`() {
        port.start(1u, ear)
        val callback = callback()
        switched(BluetoothAdapter.STATE_TURNING_ON)
        assertTrue(ear.troubles.isEmpty())
        switched(BluetoothAdapter.STATE_TURNING_OFF)
        switched(BluetoothAdapter.STATE_OFF)
        callback.onScanFailed(2)
        assertEquals(listOf(BleTrouble.SWITCHED_OFF), ear.troubles)
        assertEquals("it stays as it is", BluetoothAdapter.STATE_OFF, adapter.state)
    }

    @Test fun `a scan that fails is told`() {
        port.start(1u, ear)
        callback().onScanFailed(ScanCallback.SCAN_FAILED_APPLICATION_REGISTRATION_FAILED)
        assertEquals(listOf(BleTrouble.FAILED), ear.troubles)
        assertTrue(shadow.activeScans.isEmpty())
    }

    @Test fun `the scan waits for the person's yes, and their no is told`() {
        deny(ACCESS_FINE_LOCATION, BLUETOOTH_SCAN)
        port.start(1u, ear)
        assertTrue(shadow.activeScans.isEmpty())
        val wanted = if (Build.VERSION.SDK_INT >= 31) BLUETOOTH_SCAN else ACCESS_FINE_LOCATION
        assertEquals(listOf(wanted), desk.question.value?.permissions)
        desk.answer(granted = true)
        assertEquals(1, shadow.activeScans.size)
        deny(ACCESS_FINE_LOCATION, BLUETOOTH_SCAN)
        port.start(2u, ear)
        assertNotNull(desk.question.value)
        desk.answer(granted = false)
        assertEquals(listOf(BleTrouble.PERMISSION_MISSING), ear.troubles)
    }

    @Test fun `Bluetooth may go off while the person is asked`() {
        deny(ACCESS_FINE_LOCATION, BLUETOOTH_SCAN)
        port.start(1u, ear)
        shadowOf(adapter).setState(BluetoothAdapter.STATE_OFF)
        desk.answer(granted = true)
        assertEquals(listOf(BleTrouble.SWITCHED_OFF), ear.troubles)
    }

    @Test @Config(shadows = [RefusingScanner::class]) fun `a permission taken away in the middle is told`() {
        port.start(1u, ear)
        assertEquals(listOf(BleTrouble.PERMISSION_MISSING), ear.troubles)
    }

    @Test @Config(sdk = [28]) fun `without location nothing would be heard on an old system`() {
        shadowOf(app.getSystemService(LocationManager::class.java)).setLocationEnabled(false)
        port.start(1u, ear)
        assertEquals(listOf(BleTrouble.PERMISSION_MISSING), ear.troubles)
    }
}

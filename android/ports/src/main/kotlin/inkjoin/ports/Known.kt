package inkjoin.ports

import inkjoin.ffi.BleFilter
import inkjoin.ffi.bleFilter
import inkjoin.ffi.setupWifiAddress

/** What the ports know HP's devices by: the library's word, asked for when it is needed, as that loads the library. */
internal class Known(
    setupAddress: () -> String = ::setupWifiAddress,
    ble: () -> BleFilter = ::bleFilter,
) {
    val setupAddress by lazy(setupAddress)
    val ble by lazy(ble)
}

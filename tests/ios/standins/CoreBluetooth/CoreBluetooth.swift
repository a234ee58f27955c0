import Foundation

public enum CBManagerState: Int, Sendable {
    case unknown, resetting, unsupported, unauthorized, poweredOff, poweredOn
}

open class CBManager: NSObject {
    open var state: CBManagerState { fatalError() }
}

open class CBCentralManager: CBManager {
    public init(delegate: (any CBCentralManagerDelegate)?, queue: DispatchQueue?, options: [String: Any]? = nil) {
        fatalError()
    }
    weak open var delegate: (any CBCentralManagerDelegate)?
    open func scanForPeripherals(withServices serviceUUIDs: [CBUUID]?, options: [String: Any]? = nil) { fatalError() }
    open func stopScan() { fatalError() }
}

public protocol CBCentralManagerDelegate: NSObjectProtocol {
    func centralManagerDidUpdateState(_ central: CBCentralManager)
    // Optional in Objective-C.
    func centralManager(
        _ central: CBCentralManager, didDiscover peripheral: CBPeripheral, advertisementData: [String: Any],
        rssi RSSI: NSNumber)
}

open class CBPeer: NSObject {
    open var identifier: UUID { fatalError() }
}

open class CBPeripheral: CBPeer {
    open var name: String? { fatalError() }
}

open class CBUUID: NSObject {
    open var uuidString: String { fatalError() }
}

public let CBCentralManagerOptionShowPowerAlertKey: String = { fatalError() }()
public let CBCentralManagerScanOptionAllowDuplicatesKey: String = { fatalError() }()
public let CBAdvertisementDataLocalNameKey: String = { fatalError() }()
public let CBAdvertisementDataManufacturerDataKey: String = { fatalError() }()
public let CBAdvertisementDataServiceUUIDsKey: String = { fatalError() }()
public let CBAdvertisementDataOverflowServiceUUIDsKey: String = { fatalError() }()
public let CBAdvertisementDataServiceDataKey: String = { fatalError() }()

#if canImport(CoreBluetooth)
    import CoreBluetooth
    import Foundation

    struct SystemBluetooth: BluetoothSystem {
        func open(_ tell: @escaping @Sendable (BluetoothEvent) -> Void) -> any Bluetooth { Central(tell) }
    }

    /// A central that only listens. All of it happens on one queue, which the system calls back on, too.
    private final class Central: NSObject, CBCentralManagerDelegate, Bluetooth, @unchecked Sendable {
        private let queue = DispatchQueue(label: "inkjoin.bluetooth")
        private let tell: @Sendable (BluetoothEvent) -> Void
        private var manager: CBCentralManager?

        init(_ tell: @escaping @Sendable (BluetoothEvent) -> Void) {
            self.tell = tell
            super.init()
            queue.async { [self] in
                // Without the system's alert to switch Bluetooth on: the session says it.
                manager = CBCentralManager(
                    delegate: self, queue: queue, options: [CBCentralManagerOptionShowPowerAlertKey: false])
            }
        }

        func scan() {
            queue.async { [self] in
                // A filter takes services, and no company; the session tells HP's devices from the others.
                manager?.scanForPeripherals(
                    withServices: nil, options: [CBCentralManagerScanOptionAllowDuplicatesKey: true])
            }
        }

        func close() {
            queue.async { [self] in
                if manager?.state == .poweredOn { manager?.stopScan() }
                manager?.delegate = nil
                manager = nil
            }
        }

        func centralManagerDidUpdateState(_ central: CBCentralManager) { tell(.state(state(central.state))) }

        func centralManager(
            _ central: CBCentralManager, didDiscover peripheral: CBPeripheral, advertisementData: [String: Any],
            rssi: NSNumber
        ) {
            let lists = [CBAdvertisementDataServiceUUIDsKey, CBAdvertisementDataOverflowServiceUUIDsKey]
            let services = lists.flatMap { advertisementData[$0] as? [CBUUID] ?? [] }
            let data = advertisementData[CBAdvertisementDataServiceDataKey] as? [CBUUID: Data] ?? [:]
            tell(
                .heard(
                    Heard(
                        device: peripheral.identifier.uuidString,
                        name: advertisementData[CBAdvertisementDataLocalNameKey] as? String,
                        manufacturerData: advertisementData[CBAdvertisementDataManufacturerDataKey] as? Data,
                        services: services.map(\.uuidString),
                        servicesWithData: data.keys.map(\.uuidString).sorted())))
        }
    }

    private func state(_ state: CBManagerState) -> BluetoothState {
        switch state {
        case .unknown, .resetting: .unsettled
        case .unsupported: .unsupported
        case .unauthorized: .unauthorized
        case .poweredOff: .off
        case .poweredOn: .on
        @unknown default: .unsettled
        }
    }
#endif

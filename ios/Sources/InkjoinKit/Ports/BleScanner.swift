import Foundation

/// What Bluetooth LE needs of the system. Events come from any thread, also from inside of the call.
protocol BluetoothSystem: Sendable {
    /// Tells how Bluetooth is, now and whenever it changes. The person is asked to allow it where that is open.
    func open(_ tell: @escaping @Sendable (BluetoothEvent) -> Void) -> any Bluetooth
}

/// Bluetooth, opened for one scan.
protocol Bluetooth: Sendable {
    /// Listens to everybody, and tells each device again and again. Only while the state is `on`.
    func scan()

    /// Nothing is told any more.
    func close()
}

enum BluetoothEvent: Sendable {
    case state(BluetoothState)
    case heard(Heard)
}

/// As `CBManagerState` has it.
enum BluetoothState: Sendable {
    /// Not known yet, or being reset: another one follows.
    case unsettled
    case unsupported
    case unauthorized
    case off
    case on
}

/// What was heard of a device.
struct Heard: Equatable, Sendable {
    var device: String
    var name: String?
    /// The company's identifier, least byte first, and what is the company's own.
    var manufacturerData: Data?
    var services: [String] = []
    var servicesWithData: [String] = []

    var advertisement: Advertisement {
        let bytes = [UInt8](manufacturerData?.prefix(2) ?? Data())
        let company = bytes.count == 2 ? [UInt16(bytes[0]) | UInt16(bytes[1]) << 8] : []
        var seen = Set<String>()
        let all = (services + servicesWithData).filter { seen.insert($0).inserted }
        return Advertisement(device: device, name: name, companies: company, services: all)
    }
}

/// A device that says the same is told again after so many seconds: the session lets go of what fell silent for 30 s, and
/// everybody's devices are heard. Ours.
let toldAgain = 5.0

/// Devices that are known to have been told; beyond, all are forgotten. Ours.
let toldAtMost = 512

/// Listens to advertisements. Never switches Bluetooth on, never connects.
final class BleScanner: BlePort {
    private let system: any BluetoothSystem
    private let seconds: @Sendable () -> Double
    private let scans = Running<Scan>()

    /// `seconds`: a clock that never goes back.
    init(_ system: any BluetoothSystem, seconds: @escaping @Sendable () -> Double) {
        self.system = system
        self.seconds = seconds
    }

    func scan(id: UInt64, events: BleEvents) throws { start(id, events) }

    func start(_ id: UInt64, _ events: any BleEventsProtocol) {
        let scan = Scan(events, seconds)
        scans.put(id, scan)?.end()
        scan.begin(system)
    }

    func stop(id: UInt64) throws { scans.remove(id)?.end() }
}

/// One scan. Events are told under its lock, so that none comes after `end`.
private final class Scan: @unchecked Sendable {
    private let lock = NSRecursiveLock()
    private let events: any BleEventsProtocol
    private let seconds: @Sendable () -> Double
    private var bluetooth: (any Bluetooth)?
    private var isOn = false
    private var told = [String: (what: Heard, at: Double)]()
    private var over = false

    init(_ events: any BleEventsProtocol, _ seconds: @escaping @Sendable () -> Double) {
        self.events = events
        self.seconds = seconds
    }

    func begin(_ system: any BluetoothSystem) {
        lock.withLock {
            if over { return }
            let opened = system.open { [weak self] event in self?.take(event) }
            if over { return opened.close() }
            bluetooth = opened
            if isOn { opened.scan() }
        }
    }

    func end() {
        lock.withLock {
            over = true
            bluetooth?.close()
            bluetooth = nil
        }
    }

    private func take(_ event: BluetoothEvent) {
        lock.withLock {
            if over { return }
            switch event {
            case .heard(let heard): tell(heard)
            case .state(.on):
                isOn = true
                bluetooth?.scan()
            case .state(.unsettled): isOn = false
            case .state(.off): trouble(.switchedOff)
            case .state(.unauthorized): trouble(.permissionMissing)
            case .state(.unsupported): trouble(.noAdapter)
            }
        }
    }

    private func tell(_ heard: Heard) {
        let now = seconds()
        if let last = told[heard.device], last.what == heard, now - last.at < toldAgain { return }
        if told.count >= toldAtMost { told = [:] }
        told[heard.device] = (heard, now)
        events.seen(advertisement: heard.advertisement)
    }

    private func trouble(_ why: BleTrouble) {
        events.trouble(why: why)
        end()
    }
}

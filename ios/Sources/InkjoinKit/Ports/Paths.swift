import Foundation

/// What the networks need of the system.
protocol PathSystem: Sendable {
    /// All paths as they are. Waits for the first word of the system, which comes at once; absent where it does not.
    func look() -> Paths?

    /// Tells of each change, until it is ended.
    func watch(_ changed: @escaping @Sendable () -> Void) -> End
}

/// The phone's ways to networks at one moment.
struct Paths: Equatable, Sendable {
    /// Where connections go as a rule.
    var usual = Path()
    /// Through Wi-Fi, also where the system prefers something else.
    var wifi = Path()
    /// Through a cable.
    var cable = Path()
    /// Through mobile data.
    var mobile = Path()
}

/// One way.
struct Path: Equatable, Sendable {
    var isUp = false
    /// Names such as `en0`, the preferred first.
    var interfaces: [String] = []
    /// Addresses of routers, as text.
    var gateways: [String] = []

    /// An IPv4 address where there is one, without its interface.
    var gateway: String? {
        let plain = gateways.compactMap { $0.split(separator: "%").first.map(String.init) }
        return plain.first { $0.contains(".") && !$0.contains(":") } ?? plain.first
    }
}

/// Keeps what the system tells of each way, until somebody looks.
final class PathBoard: PathSystem, @unchecked Sendable {
    typealias Way = WritableKeyPath<Paths, Path> & Sendable

    private let condition = NSCondition()
    private let patience: Double
    private var paths = Paths()
    private var untold: Set<AnyKeyPath>
    private var watchers = [UInt64: @Sendable () -> Void]()
    private var count: UInt64 = 0

    /// `patience`: how many seconds a look waits for the first words of the system.
    init(of ways: [Way], patience: Double = 1) {
        untold = Set(ways)
        self.patience = patience
    }

    /// From any thread. Who looks inside of a change does not wait: there is one only when all ways have been told.
    func put(_ way: Way, _ path: Path) {
        let told = condition.withLock {
            let before = paths
            paths[keyPath: way] = path
            let isFirst = untold.remove(way) != nil
            guard untold.isEmpty, isFirst || paths != before else { return [] as [@Sendable () -> Void] }
            condition.broadcast()
            return Array(watchers.values)
        }
        told.forEach { $0() }
    }

    func look() -> Paths? {
        let until = Date(timeIntervalSinceNow: patience)
        return condition.withLock {
            while !untold.isEmpty { if !condition.wait(until: until) { return nil } }
            return paths
        }
    }

    func watch(_ changed: @escaping @Sendable () -> Void) -> End {
        let id = condition.withLock {
            count += 1
            watchers[count] = changed
            return count
        }
        return { [weak self] in
            guard let self else { return }
            self.condition.withLock { self.watchers[id] = nil }
        }
    }
}

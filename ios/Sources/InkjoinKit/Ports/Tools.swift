import Foundation

/// Ends what was begun; more than once does no harm.
typealias End = @Sendable () -> Void

/// Calls back after a while, from any thread.
protocol Later: Sendable {
    func after(_ seconds: Double, _ call: @escaping @Sendable () -> Void)
}

/// By the system's clock.
struct SystemLater: Later {
    func after(_ seconds: Double, _ call: @escaping @Sendable () -> Void) {
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: call)
    }
}

/// What a port has under way, by the session's ids.
final class Running<Work: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var works = [UInt64: Work]()

    /// What ran under this id before.
    func put(_ id: UInt64, _ work: Work) -> Work? { lock.withLock { works.updateValue(work, forKey: id) } }

    func remove(_ id: UInt64) -> Work? { lock.withLock { works.removeValue(forKey: id) } }

    var all: [Work] { lock.withLock { Array(works.values) } }
}

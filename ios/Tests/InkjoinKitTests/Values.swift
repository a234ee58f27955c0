import Foundation

/// Any JSON: what the lab and the scenes say.
enum JSON: Codable, Equatable, Sendable {
    case null
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([JSON])
    case map([String: JSON])

    init(from decoder: Decoder) throws {
        let one = try decoder.singleValueContainer()
        if one.decodeNil() {
            self = .null
        } else if let flag = try? one.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? one.decode(Int.self) {
            self = .number(number)
        } else if let text = try? one.decode(String.self) {
            self = .text(text)
        } else if let list = try? one.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .map(try one.decode([String: JSON].self))
        }
    }

    func encode(to encoder: Encoder) throws {
        var one = encoder.singleValueContainer()
        switch self {
        case .null: try one.encodeNil()
        case .flag(let flag): try one.encode(flag)
        case .number(let number): try one.encode(number)
        case .text(let text): try one.encode(text)
        case .list(let list): try one.encode(list)
        case .map(let map): try one.encode(map)
        }
    }

    /// What stands at a path such as `printers.0.cable`; `null` where nothing does.
    subscript(path: String) -> JSON {
        path.split(separator: ".").reduce(self) { value, step in
            switch value {
            case .map(let map): map[String(step)] ?? .null
            case .list(let list): Int(step).flatMap { list.indices.contains($0) ? list[$0] : nil } ?? .null
            default: .null
            }
        }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var list: [JSON] { if case .list(let list) = self { list } else { [] } }
}

/// A value behind a lock.
final class Guarded<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) { self.value = value }

    func with<Answer>(_ body: (inout Value) throws -> Answer) rethrows -> Answer {
        try lock.withLock { try body(&value) }
    }
}

/// Something did not happen in time, or not as it should.
struct Missed: Error, CustomStringConvertible {
    let description: String

    init(_ what: String) { description = what }
}

/// The work; failed where it takes longer, and then cancelled and left alone: it may be a wait that hears of nothing.
func within<Answer: Sendable>(
    seconds: Double, _ what: String = "the work", _ work: @escaping @Sendable () async throws -> Answer
) async throws -> Answer {
    let task = Task { try await work() }
    return try await withCheckedThrowingContinuation { (waits: CheckedContinuation<Answer, Error>) in
        let first = Guarded(Optional(waits))
        let take = { @Sendable in first.with { waits in waits.take() } }
        let limit = Task {
            try await Task.sleep(for: .seconds(seconds))
            take()?.resume(throwing: Missed("\(what) took longer than \(seconds) s"))
            task.cancel()
        }
        Task {
            let result = await task.result
            take()?.resume(with: result)
            limit.cancel()
        }
    }
}

/// How long it takes until `done`, in seconds; looks each millisecond.
@discardableResult
func until(
    seconds: Double, _ what: String, isolation: isolated (any Actor)? = #isolation, _ done: () -> Bool
) async throws -> Double {
    let begun = ContinuousClock.now
    while !done() {
        if begun.duration(to: .now) > .seconds(seconds) { throw Missed("\(what): not within \(seconds) s") }
        try await Task.sleep(for: .milliseconds(1))
    }
    return begun.duration(to: .now) / .seconds(1)
}

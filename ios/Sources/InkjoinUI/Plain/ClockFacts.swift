import InkjoinKit

/// What a `Block.clock` holds.
struct ClockFacts: Equatable {
    let endsAtMs: UInt64
    let totalMs: UInt64
    let marks: [Mark]
    let label: String

    func left(at nowMs: UInt64) -> UInt64 { nowMs < endsAtMs ? endsAtMs - nowMs : 0 }

    /// The last mark on the way; several after a long sleep of the phone, of which only the last is still true.
    func passed(from before: UInt64, to after: UInt64) -> Mark? {
        marks.filter { $0.leftMs >= after && $0.leftMs < before }.min { $0.leftMs < $1.leftMs }
    }
}

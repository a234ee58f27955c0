import InkjoinKit
import Testing

@testable import InkjoinUI

@Suite struct ClockFactsTests {
    private let clock = ClockFacts(
        endsAtMs: 120_000, totalMs: 120_000,
        marks: [60_000, 30_000, 10_000].map { Mark(leftMs: $0, text: "\($0)", haptic: $0 == 30_000) }, label: "Time")

    @Test(arguments: [(0, 120_000), (119_999, 1), (120_000, 0), (500_000, 0)])
    func neverBelowNothing(now: UInt64, left: UInt64) {
        #expect(clock.left(at: now) == left)
    }

    @Test func aMarkIsPassedOnce() {
        #expect(clock.passed(from: 61_000, to: 60_001) == nil)
        #expect(clock.passed(from: 60_001, to: 60_000)?.leftMs == 60_000)
        #expect(clock.passed(from: 60_000, to: 59_000) == nil)
    }

    @Test func afterASleepOnlyTheLastIsStillTrue() {
        #expect(clock.passed(from: 100_000, to: 20_000)?.leftMs == 30_000)
        #expect(clock.passed(from: 100_000, to: 0)?.leftMs == 10_000)
    }
}

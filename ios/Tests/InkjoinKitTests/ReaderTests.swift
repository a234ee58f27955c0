import Foundation
import InkjoinKit
import Testing

extension Bindings {
    /// Waiting for screens: who waits, who is cancelled, and what the others see.
    @Suite struct ReaderTests {
        @Test func aCancelledWaitSwallowsNothing() async throws {
            let session = try Nowhere.start()
            let first = try #require(await session.nextScreen(after: 0))
            // The bare call doesn't hear of the cancelled task and goes on waiting.
            let cancelled = Task { await session.nextScreen(after: first.revision) }
            cancelled.cancel()
            let other = Task { await session.nextScreen(after: first.revision) }
            try session.setLocale(locale: "de")
            let (one, two) = try await within(seconds: 5, "both waits") { await (cancelled.value, other.value) }
            #expect(one?.revision == two?.revision && two?.title != first.title)
            #expect(await session.nextScreen(after: first.revision)?.revision == two?.revision)
            session.stop()
        }

        @Test func aCancelledLoopEndsAtOnceAndLosesNothing() async throws {
            let session = try Nowhere.start()
            let seen = Guarded([UInt64]())
            let (begun, begins) = AsyncStream.makeStream(of: Void.self)
            let loop = Task {
                for await screen in session.screens() {
                    seen.with { $0.append(screen.revision) }
                    begins.yield()
                }
            }
            var beginnings = begun.makeAsyncIterator()
            await beginnings.next()
            let cancelledAt = ContinuousClock.now
            loop.cancel()
            try await within(seconds: 5, "a cancelled loop") { await loop.value }
            let took = cancelledAt.duration(to: .now) / .milliseconds(1)
            print("figure: a cancelled loop is left after \(String(format: "%.2f", took)) ms")
            #expect(took < 100)
            try session.setLocale(locale: "de")
            // A new reader gives what is there: it may be the screen that was seen, until the other language is drawn.
            let last = try #require(seen.with { $0.last })
            let next = try await within(seconds: 5, "the next screen") { await session.nextScreen(after: last) }
            #expect(seen.with { $0 } == [last] && next?.revision == last + 1)
            // A task that was cancelled before it began sees nothing and ends, too.
            let late = Task { () -> Int in
                withUnsafeCurrentTask { $0?.cancel() }
                var count = 0
                for await _ in session.screens() { count += 1 }
                return count
            }
            #expect(try await within(seconds: 5, "a loop that was cancelled before") { await late.value } == 0)
            session.stop()
        }

        @Test func anyNumberOfLoopsSeeTheLastScreenAndOneThatLeavesEndsNothing() async throws {
            let session = try Nowhere.start()
            let leaves = Task {
                for await _ in session.screens() { break }
            }
            let ends = session.screens()
            let ended = Task { () -> Int in
                var count = 0
                for await _ in ends { count += 1 }
                return count
            }
            // Where a UI draws.
            let cancelled = Task { @MainActor in
                for await _ in session.screens() {}
            }
            let all = (0..<20).map { _ in
                Task { () -> Screen? in
                    var last: Screen?
                    for await screen in session.screens() { last = screen }
                    return last
                }
            }
            await leaves.value
            ends.end()
            cancelled.cancel()
            try await within(seconds: 5, "who was ended or cancelled") { _ = await (ended.value, cancelled.value) }
            session.cancel()
            for task in all {
                let last = try await within(seconds: 10, "the last screen") { await task.value }
                #expect(last?.last == true && last?.id == "ended")
            }
            #expect(words(session.outcome()) == "cancelled")
        }

        /// The wait has begun when the session goes, or is about to: it ends either way.
        @Test func aReaderKeepsNoSessionAlive() async throws {
            for round in 0..<20 {
                var session: Session? = try Nowhere.start()
                let reader = try #require(session?.screens())
                #expect(await reader.next() != nil)
                let pending = Task { await reader.next() }
                for _ in 0..<round { await Task.yield() }
                weak var gone = session
                session = nil
                #expect(gone == nil)
                #expect(try await within(seconds: 5, "a wait of a session that is gone") { await pending.value } == nil)
                for await _ in reader { Issue.record("a screen of a session that is gone") }
            }
        }

        @Test func aBareWaitEndsAtStop() async throws {
            for round in 0..<20 {
                let session = try Nowhere.start()
                let pending = Task { await session.nextScreen(after: 1_000) }
                for _ in 0..<round { await Task.yield() }
                session.stop()
                #expect(try await within(seconds: 5, "a wait of a stopped session") { await pending.value } == nil)
            }
        }
    }
}

import Foundation
import InkjoinKit
import Observation
import Testing

extension Bindings {
    /// The model that views draw, on the real session.
    @MainActor @Suite struct WizardModelTests {
        @Test func drawsAndTakesChoices() async throws {
            let model = WizardModel { try Nowhere.start() }
            #expect(model.state == .starting && model.session == nil)
            #expect(model.nowMs() > 0 && model.reveal(1) == nil)
            model.choose("begin", on: try #require(try await Nowhere.first()))
            let first = try await screen(of: model, "start")
            model.choose("no such choice", on: first)
            model.choose("begin", on: first, answers: ["x": String(repeating: "1", count: 300)])
            #expect(model.state == .drawn(first))
            model.choose("begin", on: first)
            let next = try await screen(of: model, "find")
            model.choose("begin", on: first)
            #expect(try await screen(of: model, "find") == next, "a stale choice does nothing")
            #expect(model.session != nil && model.reveal(.max) == nil && model.nowMs() >= InkjoinKit.nowMs() - 60_000)
            model.end()
        }

        @Test func whoWatchesHearsOfTheFirstScreen() async throws {
            let model = WizardModel { try Nowhere.start() }
            let heard = Guarded(false)
            withObservationTracking {
                _ = model.state
            } onChange: {
                heard.with { $0 = true }
            }
            _ = try await screen(of: model, "start")
            #expect(heard.with { $0 })
            model.end()
        }

        @Test func itStartsOffTheMainThreadAndOnlyOnce() async throws {
            let threads = Guarded([Bool]())
            let model = WizardModel {
                threads.with { $0.append(Thread.isMainThread) }
                return try Nowhere.start()
            }
            model.begin()
            _ = try await screen(of: model, "start")
            model.begin()
            #expect(threads.with { $0 } == [false])
            model.end()
        }

        @Test func aSessionThatEndsStaysInView() async throws {
            let model = WizardModel { try Nowhere.start() }
            _ = try await screen(of: model, "start")
            model.session?.cancel()
            try await drawn(model) { if case .ended = $0 { true } else { false } }
            guard case .ended(let outcome, let last) = model.state else { return }
            #expect(outcome == .cancelled && last?.id == "ended" && last?.last == true && model.session == nil)
            model.begin()
            #expect(model.state == .starting)
            _ = try await screen(of: model, "start")
            model.end()
        }

        @Test func endedAndBegunAgainAtAnyTime() async throws {
            let model = WizardModel { try Nowhere.start() }
            for round in 0..<20 {
                if round.isMultiple(of: 2) { _ = try await screen(of: model, "start") }
                weak var session = model.session
                model.end()
                model.end()
                guard case .ended(nil, let screen) = model.state else {
                    Issue.record("\(model.state)")
                    return
                }
                #expect(round.isMultiple(of: 2) == (screen != nil) && model.session == nil)
                // The task that started it may still be going.
                try await until(seconds: 5, "a session that is let go") { session == nil }
                model.choose("begin", on: try #require(try await Nowhere.first()))
                model.begin()
            }
            _ = try await screen(of: model, "start")
            model.end()
            try await quiet()
        }

        @Test func notStarted() async throws {
            struct Own: Error {}
            let failures: [(any Error, Bool)] = [
                (StartError.NoResources, true), (StartError.Damaged(what: "texts"), false), (Own(), true),
            ]
            for (failure, again) in failures {
                let tries = Guarded(0)
                let model = WizardModel {
                    let number = tries.with { tries -> Int in
                        tries += 1
                        return tries
                    }
                    if number == 1 { throw failure }
                    return try Nowhere.start()
                }
                try await drawn(model) { $0 == .notStarted(again: again) }
                model.end()
                #expect(model.state == .notStarted(again: again) && model.session == nil)
                model.begin()
                _ = try await screen(of: model, "start")
                model.end()
            }
        }

        @Test func aModelThatGoesEndsItsSession() async throws {
            var model: WizardModel? = WizardModel { try Nowhere.start() }
            _ = try await screen(of: try #require(model), "start")
            weak var (gone, session) = (model, model?.session)
            #expect(session != nil)
            model = nil
            #expect(gone == nil, "who reads its screens does not hold it")
            try await quiet()
            try await until(seconds: 5, "a session that is let go") { session == nil }
        }

        @Test func aModelThatGoesWhileItsSessionStarts() async throws {
            let (goOn, begun) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            var model: WizardModel? = WizardModel {
                let session = try Nowhere.start()
                begun.signal()
                goOn.wait()
                return session
            }
            _ = try await until(seconds: 10, "a session") { begun.wait(timeout: .now()) == .success }
            weak var gone = model
            model = nil
            #expect(gone == nil && diagnostics().sessions > 0)
            goOn.signal()
            try await quiet()
        }

        @Test func severalModels() async throws {
            let models = (0..<10).map { _ in WizardModel { try Nowhere.start() } }
            for model in models { model.choose("begin", on: try await screen(of: model, "start")) }
            models[3].end()
            for (number, model) in models.enumerated() where number != 3 { _ = try await screen(of: model, "find") }
            models.forEach { $0.end() }
            try await quiet()
        }

        /// Each with all its texts, as Foundation makes them. A session draws four in a second at most, so 25 share the work.
        @Test func aThousandScreensLeaveNothing() async throws {
            let models = (0..<25).map { _ in WizardModel { try Nowhere.start() } }
            var (looks, seen) = ([Int](), Array(repeating: UInt64(0), count: models.count))
            for round in 1...40 {
                for (number, model) in models.enumerated() {
                    try await drawn(model) { ($0.screen?.revision ?? 0) > seen[number] }
                    let screen = try #require(model.state.screen)
                    #expect(!screen.spoken.isEmpty)
                    seen[number] = screen.revision
                    try model.session?.setLocale(locale: round.isMultiple(of: 2) ? "en" : "de")
                }
                looks.append(try #require(anonymousMemory()))
            }
            // One language takes more than the other, and while a look lasts the next is drawn: the least of four.
            let at200 = try #require(looks[4..<8].min())
            let growth = try #require(looks.suffix(4).min()) - at200
            print("figure: memory grows by \(growth) KiB from the 200th to the 1,000th screen (\(at200) KiB; RssAnon)")
            #expect(growth < 1_024)
            models.forEach { $0.end() }
            try await quiet()
        }
    }
}

extension WizardState {
    fileprivate var screen: Screen? { if case .drawn(let screen) = self { screen } else { nil } }
}

extension Nowhere {
    /// The first screen of a session that is gone.
    static func first() async throws -> Screen? {
        let session = try start()
        defer { session.stop() }
        return await session.nextScreen(after: 0)
    }
}

@MainActor private func drawn(
    _ model: WizardModel, _ done: @MainActor (WizardState) -> Bool
) async throws {
    let begun = ContinuousClock.now
    while !done(model.state) {
        if begun.duration(to: .now) > .seconds(20) { throw Missed("still \(model.state)") }
        try await Task.sleep(for: .milliseconds(1))
    }
}

@MainActor private func screen(of model: WizardModel, _ id: String) async throws -> Screen {
    try await drawn(model) { $0.screen?.id == id }
    return try #require(model.state.screen)
}

/// No session and no task is left.
private func quiet() async throws {
    _ = try await until(seconds: 10, "the last session") { diagnostics().sessions == 0 && idle() }
}

import Foundation
import InkjoinKit
import Testing

/// One after the other: the log and the count of tasks belong to the whole process.
@Suite(.serialized, .timeLimit(.minutes(2))) enum Bindings {}

extension Bindings {
    /// Each scene of scenes.json, through the session in Swift.
    @Suite struct SceneTests {
        @Test(arguments: try Scenes.all.get().scenes)
        func scene(_ told: Scene) async throws {
            let begun = ContinuousClock.now
            let log = Log.kept
            log.lines.with { $0.removeAll() }
            let house = try House(told.lab, speed: told.speed)
            defer { house.close() }
            let person = try Person(house, told)
            let ended = await Task { try await within(seconds: 60, told.name) { try await person.walk() } }.result
            try await person.trace(log)
            try #require(words(try ended.get()) == told.outcome)
            let seen = await person.screens.map(\.id)
            try #require(missing(told.sees, in: seen).isEmpty, "\(seen)")
            let state = try house.state()
            for (path, wanted) in told.then ?? [:] { try #require(state[path] == wanted, "\(path)") }
            let seconds = begun.duration(to: .now) / .seconds(1)
            print("scene: \(told.name) | \(told.outcome) | \(String(format: "%.1f", seconds)) s")
        }
    }
}

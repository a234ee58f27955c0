import InkjoinKit
import Testing

extension Bindings {
    /// The lines that the README shows, drawn and tapped as the first scene says; in real time.
    @Suite struct ReadmeTests {
        @Test func theLinesOfTheReadmeSetAPrinterUp() async throws {
            let scenes = try Scenes.all.get()
            let scene = try #require(scenes.scenes.first { $0.name == "joined by PIN" })
            let house = try House(scene.lab, speed: 1)
            defer { house.close() }
            var seen = [String]()
            try await embed({ Networks(house) }, { DnsSd(house, "thread") }) { screen, choose in
                seen.append(screen.id)
                guard let wanted = scene.at[screen.id]?.choose,
                    let taken = screen.choices.first(where: { $0.id.hasPrefix(wanted) })
                else { return }
                let typed = taken.needs.map { ($0, scenes.answers[$0].flatMap { house.info[$0].text } ?? "") }
                try choose(taken.id, Dictionary(uniqueKeysWithValues: typed))
            }
            try #require(missing(scene.sees, in: seen).isEmpty, "\(seen)")
        }
    }
}

import Foundation
import InkjoinKit
import Testing

@testable import InkjoinUI

/// How each screen of the core is laid out, before anything is drawn.
@Suite struct EveryScreenTests {
    /// Written anew by `INKJOIN_SNAPSHOTS=write`; look at what changed.
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Screens.txt")

    @Test func theFirstOfEachIdIsLaidOutAsBefore() throws {
        var seen = Set<String>()
        let lines = try Cases("en").screens.filter { seen.insert($0.id).inserted }.map(line).sorted()
        let now = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["INKJOIN_SNAPSHOTS"] == "write" {
            try now.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let before = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(Set(lines).subtracting(before).sorted() == [], "new or changed")
        #expect(Set(before).subtracting(lines).sorted() == [], "gone or changed")
    }

    private func line(_ screen: Screen) -> String {
        let parts = screen.parts.map(\.id).joined(separator: ", ")
        let choices = screen.buttons.map { $0.id == screen.usual?.id ? "[\($0.id)]" : $0.id }.joined(separator: ", ")
        let more = [screen.back.map { "< \($0.id)" }, screen.offered.map { "opens \($0)" }, screen.secret ? "secret" : nil]
        return ([screen.id, parts, choices] + more.compactMap { $0 }).joined(separator: " | ")
    }

    @Test(arguments: ["en", "de", "en-XA", "ar-XB"])
    func everyChoiceStandsOnceAndHasItsFields(_ locale: String) throws {
        let screens = try Cases(locale).screens
        #expect(screens.count > 250)
        for screen in screens {
            let cards = screen.blocks.flatMap { block in
                if case .printers(let printers) = block { printers.map(\.choice) } else { [String]() }
            }
            let places = cards + screen.buttons.map(\.id) + [screen.back?.id].compactMap { $0 }
            #expect(places.sorted() == screen.choices.map(\.id).sorted(), "\(locale) \(screen.id)")
            let needed = Set(screen.choices.flatMap(\.needs))
            #expect(needed.isSubset(of: screen.fields), "\(locale) \(screen.id)")
            #expect(Set(screen.parts.map(\.id)).count == screen.blocks.count, "\(locale) \(screen.id)")
            if case .openUrl(let url) = screen.act { #expect(isLocalUrl(url: url), "\(locale) \(screen.id)") }
        }
    }
}

import Foundation
import InkjoinKit
import Testing

extension Bindings {
    /// What a careless app hands over: an error or nothing, never a crash.
    @Suite struct BadInputTests {
        @Test func callsAfterTheEnd() async throws {
            let session = try Nowhere.start()
            let first = try #require(await session.nextScreen(after: 0))
            session.cancel()
            var last = first
            for await screen in session.screens() { last = screen }
            #expect(last.last && words(session.outcome()) == "cancelled")
            for _ in 0..<2 {
                #expect(throws: ChooseError.Ended) { try session.choose("begin", on: last) }
                #expect(await session.nextScreen(after: last.revision) == nil)
                session.cancel()
                session.resumed()
                session.networkChanged()
                try session.setLocale(locale: "de")
                #expect(session.reveal(secretId: 1) == nil)
                #expect(session.nowMs() > 0 && session.restoreProblem() == nil)
                session.stop()
            }
            let late = session.screens()
            #expect(await late.next()?.last == true, "who comes late still sees how it ended")
            #expect(await late.next() == nil)
        }

        @Test func aChoiceThatIsNotThere() async throws {
            let session = try Nowhere.start()
            let screen = try #require(await session.nextScreen(after: 0))
            for choice in odd where choice != "begin" {
                #expect(throws: ChooseError.UnknownChoice) { try session.choose(choice, on: screen) }
            }
            for revision in [0, screen.revision + 1, .max] {
                #expect(try session.choose(revision: revision, choice: "begin", answers: [:]) == .stale)
            }
            session.stop()
        }

        @Test(arguments: odd.indices)
        func aText(_ number: Int) async throws {
            let text = odd[number]
            let session = try Nowhere.start()
            defer { session.stop() }
            let screens = session.screens()
            var screen = try #require(await screens.next())
            // The language is another one at some moment: what was drawn before it is stale then.
            func take(_ choice: String, _ answers: [String: String] = [:]) async throws -> Chosen {
                while true {
                    let chosen = try session.choose(choice, on: screen, answers: answers)
                    if chosen != .stale { return chosen }
                    screen = try #require(await screens.next())
                }
            }
            _ = try await take("begin")
            while screen.id != "find" { screen = try #require(await screens.next()) }
            try session.setLocale(locale: text)
            _ = try await take("type-address")
            while screen.id != "address" { screen = try #require(await screens.next()) }
            let ask = try #require(screen.choices.first { $0.id == "ask" })
            await #expect(throws: ChooseError.MissingAnswer(field: ask.needs[0])) { try await take(ask.id) }
            let answers = [ask.needs[0]: text, "\(text.prefix(8))?": text]
            if text.unicodeScalars.count > 256 {
                await #expect(throws: ChooseError.self) { try await take(ask.id, answers) }
                await #expect(throws: ChooseError.self) { try await take(ask.id, [text: text]) }
            } else {
                #expect(try await take(ask.id, answers) == .accepted)
                #expect(await screens.next()?.id == "address")
            }
            if case .valid = checkPin(text: text) { Issue.record("no PIN") }
            await #expect(throws: DescribeError.NotLocal) { try await describePrinter(address: text) }
        }

        @Test func aPin() {
            #expect(checkPin(text: "0234-5673") == .valid(digits: 8))
            #expect(checkPin(text: "02345674") == .invalid(problem: .checkDigit))
            #expect(checkPin(text: "") == .invalid(problem: .empty))
        }

        @Test func whatNeedsNoSession() throws {
            #expect(try knownFamilies().last?.key == "general")
            #expect(dnsSdServiceTypes().contains("_ipp._tcp.local.") && setupWifiPrefixes().contains("HP-Setup"))
            #expect(!version().isEmpty && nowMs() > 0)
        }
    }
}

/// Swift's texts hold no halves of surrogate pairs: what was one comes as a replacement character.
private let odd = [
    "", String(repeating: "a", count: 1 << 20), "a\0b", "\u{202E}nigeb\u{2066}", String(decoding: [0xD800], as: UTF16.self),
    "👩‍👩‍👧‍👦", "printer:", "../../etc/passwd",
]

import Foundation
import InkjoinKit

/// Every screen that the core has drawn in its own tests, in a language: what `cargo xtask screens` writes.
struct Cases {
    let screens: [Screen]

    init(_ locale: String) throws {
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
        let file = URL(fileURLWithPath: "\(root)/target/screens/\(locale).json")
        let read = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
        screens = try read.list("screens").map { try screen($0.map("screen")) }
    }
}

private struct Unknown: Error {
    let what: String
}

extension [String: Any] {
    fileprivate func text(_ name: String) -> String { self[name] as? String ?? "" }
    fileprivate func flag(_ name: String) -> Bool { self[name] as? Bool ?? false }
    fileprivate func number(_ name: String) -> UInt64 { (self[name] as? NSNumber)?.uint64Value ?? 0 }
    fileprivate func texts(_ name: String) -> [String] { self[name] as? [String] ?? [] }
    fileprivate func map(_ name: String) -> [String: Any] { self[name] as? [String: Any] ?? [:] }
    fileprivate func list(_ name: String) -> [[String: Any]] { self[name] as? [[String: Any]] ?? [] }

    /// The case that is called as the text is.
    fileprivate func one<Case>(_ name: String, of all: [Case]) throws -> Case {
        guard let found = all.first(where: { "\($0)" == text(name) }) else { throw Unknown(what: text(name)) }
        return found
    }
}

private let colours: [Colour] = [.blue, .white, .green, .amber, .red, .purple]
private let patterns: [Pattern] = [.steady, .blinking, .off]

private func screen(_ of: [String: Any]) throws -> Screen {
    try Screen(
        id: of.text("id"), revision: 1, phase: of.one("phase", of: [.find, .decide, .connect, .wait, .after]),
        title: of.text("title"), blocks: of.list("blocks").map(block), choices: of.list("choices").map(choice),
        spoken: of.text("spoken"), announce: nil, act: of["act"] is [String: Any] ? act(of.map("act")) : nil,
        last: of.flag("last"))
}

private func choice(_ of: [String: Any]) throws -> ScreenChoice {
    try ScreenChoice(
        id: of.text("id"), label: of.text("label"),
        role: of.one("role", of: [.primary, .secondary, .back, .destructive, .help]),
        needs: of.texts("needs"))
}

private func act(_ of: [String: Any]) throws -> Act {
    switch of.text("kind") {
    case "open_url": .openUrl(url: of.text("target"))
    case "open_settings": .openSettings(page: of.text("target") == "wifi" ? .wifi : .localNetwork)
    case let other: throw Unknown(what: other)
    }
}

private func block(_ of: [String: Any]) throws -> Block {
    switch of.text("kind") {
    case "text": .text(text: of.text("text"))
    case "steps": try .steps(steps: of.list("steps").map(step))
    case "printers":
        .printers(
            printers: of.list("printers").map {
                PrinterCard(
                    choice: $0.text("choice"), name: $0.text("name"), model: $0.text("model"), marks: $0.text("marks"))
            })
    case "pin": .pin(secretId: of.number("secret_id"), label: of.text("label"))
    case "clock":
        .clock(
            endsAtMs: of.number("ends_at_ms"), totalMs: of.number("total_ms"),
            marks: of.list("marks").map {
                Mark(leftMs: $0.number("left_ms"), text: $0.text("text"), haptic: $0.flag("haptic"))
            }, label: of.text("label"))
    case "light":
        try .light(
            name: of.text("name"), colour: of.one("colour", of: colours), pattern: of.one("pattern", of: patterns),
            words: of.text("words"))
    case "notice": try .notice(level: of.one("level", of: [.info, .warning, .error]), text: of.text("text"))
    case "link": .link(url: of.text("url"), label: of.text("label"))
    case "field":
        try .field(
            id: of.text("id"), input: of.one("input", of: [.address, .text, .password, .digits]), label: of.text("label"),
            hint: of.text("hint"), value: of.text("value"), problem: of["problem"] as? String)
    case "progress":
        .progress(what: of.text("what"), done: UInt32(of.number("done")), of: UInt32(of.number("of")))
    case "details":
        .details(details: of.list("details").map { Detail(name: $0.text("name"), value: $0.text("value")) })
    case let other: throw Unknown(what: other)
    }
}

private func step(_ of: [String: Any]) throws -> Step {
    let light = of.map("light")
    return try Step(
        text: of.text("text"), icon: of.text("icon"), keys: of.texts("keys"),
        light: light.isEmpty
            ? nil
            : StepLight(
                colour: light.one("colour", of: colours), pattern: light.one("pattern", of: patterns),
                words: light.text("words")),
        usually: of.flag("usually"))
}

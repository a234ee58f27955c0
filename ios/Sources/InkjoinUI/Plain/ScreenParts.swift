import InkjoinKit

/// A block, and what it is called from one drawing of its screen to the next.
struct Part: Identifiable {
    let id: String
    let block: Block
}

extension Block {
    fileprivate var kind: String {
        switch self {
        case .text: "text"
        case .steps: "steps"
        case .printers: "printers"
        case .pin: "pin"
        case .clock: "clock"
        case .light: "light"
        case .notice: "notice"
        case .link: "link"
        case .field(let id, _, _, _, _, _): "field:\(id)"
        case .progress: "progress"
        case .details: "details"
        }
    }
}

/// What is drawn of a screen, and where.
extension Screen {
    /// By kind and number, not by place: a notice that comes above a field must not take the keyboard from it.
    var parts: [Part] {
        var seen = [String: Int]()
        return blocks.map { block in
            seen[block.kind, default: 0] += 1
            return Part(id: "\(block.kind) \(seen[block.kind] ?? 0)", block: block)
        }
    }

    /// The way back, which stands on top.
    var back: ScreenChoice? { choices.first { $0.role == .back } }

    /// What the keyboard's own key takes.
    var usual: ScreenChoice? { choices.first { $0.role == .primary } }

    /// Without the way back, and the cards, each of which is its choice.
    var buttons: [ScreenChoice] {
        let cards = blocks.flatMap { block in
            if case .printers(let printers) = block { printers.map(\.choice) } else { [String]() }
        }
        return choices.filter { $0.id != back?.id && !cards.contains($0.id) }
    }

    /// Ids of the fields, from top to bottom.
    var fields: [String] {
        blocks.compactMap { block in
            if case .field(let id, _, _, _, _, _) = block { id } else { nil }
        }
    }

    /// The text of each field that `choice` needs: what was typed, or what stood in it at first.
    func answers(to choice: ScreenChoice, typed: [String: String]) -> [String: String] {
        let answers = choice.needs.map { ($0, typed[$0] ?? first(in: $0)) }
        return Dictionary(answers) { first, _ in first }
    }

    /// What the device can open here, unless a link of the screen is the same.
    var offered: Act? {
        guard case .openUrl(let url) = act else { return act }
        let linked = blocks.contains { block in
            if case .link(url, _) = block { true } else { false }
        }
        return linked ? nil : act
    }

    /// Something on it shall be in no picture of the app.
    var secret: Bool {
        blocks.contains { block in
            switch block {
            case .pin: true
            case .field(_, let input, _, _, _, _): input.secret
            default: false
            }
        }
    }

    private func first(in field: String) -> String {
        for case .field(field, _, _, _, let value, _) in blocks { return value }
        return ""
    }
}
